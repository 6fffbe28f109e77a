'use client'
import { useGatewayContext } from '../../hooks/GatewayContext.ts'
import type { EditDraft } from '../../model/editDraft.ts'
import { useShownCall } from '../card/InterventionContext.ts'
import { OnDemand } from '../onDemand.ts'
import type { ArgumentReading } from './readArguments.ts'

interface DrawnProps {
  readonly reading: ArgumentReading
  readonly draft: EditDraft | null
  readonly onDraw: () => void
  // The list of the arguments.
  readonly children: React.ReactElement
}

// The arguments as a renderer of the host or a preview of the kit shows them, or as a list.
export function Drawn({ reading, draft, onDraw, children }: DrawnProps): React.ReactElement {
  const { tool } = useShownCall().card
  const { argsText } = reading
  const preview =
    tool && previewed.test(argsText) ? (
      <OnDemand part="Preview" {...{ tool, reading, onDraw }}>
        {children}
      </OnDemand>
    ) : (
      children
    )
  if (!useHasRenderers()) return preview
  return (
    <OnDemand part="Rendered" {...{ argsText, draft, onDraw }} instead={preview}>
      {children}
    </OnDemand>
  )
}

// Every preview needs at least one of these arguments.
const previewed =
  /"(?:patch|diff|input|old_?(?:str|string|text)|edits|replacements|data|base64|content|contents|file_?text|text|sql|query|statement|command|cmd|script|ur[il]|href|endpoint|action|start\w*|amount|to|recipients?|steps|todos|tasks|plan|image|file)"\s*:/i

export function useMayBeDrawn(argsText: string): boolean {
  return useHasRenderers() || previewed.test(argsText)
}

function useHasRenderers(): boolean {
  const { scope } = useShownCall()
  const { renderers } = useGatewayContext()
  return Boolean(scope.renderers?.length || renderers?.length)
}
