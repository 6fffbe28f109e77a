'use client'
import { useGatewayContext } from '../../hooks/GatewayContext.ts'
import type { EditDraft } from '../../model/editDraft.ts'
import { useIntervention } from '../card/InterventionContext.ts'
import { OnDemand } from '../onDemand.ts'
import type { ArgumentReading } from './readArguments.ts'

interface DrawnProps {
  readonly reading: ArgumentReading
  readonly draft: EditDraft | null
  readonly onDraw: () => void
  // The list of the arguments.
  readonly children: React.ReactElement
}

// The arguments as a renderer of the host shows them, or as a list.
export function Drawn({ reading: { argsText }, draft, onDraw, children }: DrawnProps): React.ReactElement {
  if (!useHasRenderers()) return children
  return (
    <OnDemand part="Rendered" {...{ argsText, draft, onDraw }} instead={children}>
      {children}
    </OnDemand>
  )
}

export function useHasRenderers(): boolean {
  const { scope } = useIntervention()
  const { renderers } = useGatewayContext()
  return Boolean(scope.renderers?.length || renderers?.length)
}
