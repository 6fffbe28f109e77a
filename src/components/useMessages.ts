import { useMemo } from 'react'
import { useGatewayContext } from '../hooks/GatewayContext.ts'
import { enBar } from '../locales/enBar.ts'
import type { BarMessages } from '../locales/messages.ts'
import { useBarDetails } from './useBarDetails.ts'

/** What the bar says: English, with the host's own words over it. */
export function useMessages(): BarMessages {
  const { messages } = useGatewayContext()
  const details = useBarDetails()
  const english = details && details !== 'failed' ? details.en : enBar
  return useMemo(() => (messages ? { ...english, ...messages } : english), [english, messages])
}
