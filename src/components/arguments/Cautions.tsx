'use client'
import type { LookalikeHost } from './lookalikeHosts.ts'
import type { ArgumentReading } from './readArguments.ts'
import { visibleText } from '../../model/visibleText.ts'
import { useIntervention } from '../card/InterventionContext.ts'
import { useMessages } from '../useMessages.ts'

/** What to beware of in a tool and its arguments, in words. Renders a `<ul>`, or nothing. */
export function Cautions({ reading }: { readonly reading: ArgumentReading }): React.ReactElement | null {
  const words = useMessages()
  const { tool } = useIntervention().card
  const { invisible, flaws, lookalikes } = reading
  const cautions = [
    ...(tool.annotations?.destructiveHint === true ? [['destructive', words.destructive] as const] : []),
    ...(invisible > 0 ? [['invisible', words.invisible(invisible)] as const] : []),
    ...(lookalikes.length > 0
      ? [['lookalikes', words.lookalikes(lookalikes.map(visibleHost))] as const]
      : []),
    ...[...flaws].map(([flaw, places]) => [flaw, words.flaws[flaw]([...places].map(visibleText))] as const),
  ]
  if (cautions.length === 0) return null
  return (
    <ul data-part="cautions">
      {cautions.map(([status, text]) => (
        <li key={status} data-status={status}>
          {text}
        </li>
      ))}
    </ul>
  )
}

function visibleHost({ host, address }: LookalikeHost): LookalikeHost {
  return { host: visibleText(host), address }
}
