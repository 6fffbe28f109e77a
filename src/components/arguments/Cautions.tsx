'use client'
import { visibleText } from '../../model/visibleText.ts'
import { useIntervention } from '../card/InterventionContext.ts'
import { useMessages } from '../useMessages.ts'
import type { ArgumentReading } from './readArguments.ts'

export function Cautions({ reading }: { readonly reading: ArgumentReading }): React.ReactElement | null {
  const words = useMessages()
  const { tool } = useIntervention().card
  const { invisible, flaws } = reading
  const hosts = reading.hosts.map(({ host, address }) => ({ host: visibleText(host), address }))
  const cautions = [
    ...(tool.annotations?.destructiveHint === true ? [['destructive', words.destructive] as const] : []),
    ...(invisible > 0 ? [['invisible', words.invisible(invisible)] as const] : []),
    ...(hosts.length > 0 ? [['hosts', words.hosts(hosts)] as const] : []),
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
