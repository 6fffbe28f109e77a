'use client'
import { useEffect } from 'react'
import { useGatewayContext } from '../../hooks/GatewayContext.ts'
import { KeepOpen } from './KeepOpen.tsx'
import { useIntervention } from './InterventionContext.ts'
import { shortName } from '../toolName.ts'
import { useMessages } from '../useMessages.ts'
import { useTimeLeft } from './useTimeLeft.ts'

/** Until when a call can be decided; it is spoken a minute and 20 seconds before (WCAG 2.2.1). */
export function ExpiryWords({ at }: { readonly at: number }): React.ReactElement {
  const { tool } = useIntervention().card
  const { say } = useGatewayContext().announcer
  const { expires, expiring } = useMessages()
  const left = useTimeLeft(at)
  const name = shortName(tool)
  useEffect(() => {
    if (left === 'minute') say(expiring(name, left))
    if (left === 'seconds') say(expiring(name, left), 'assertive')
  }, [say, expiring, name, left])
  return (
    <>
      {expires(at, left)}
      <KeepOpen />
    </>
  )
}
