import { useMemo } from 'react'
import { useGatewayContext } from '../hooks/GatewayContext.ts'
import { en } from '../locales/en.ts'
import type { BarMessages } from '../locales/messages.ts'

/** What the bar says: English, with the host's own words over it. */
export function useMessages(): BarMessages {
  const { messages } = useGatewayContext()
  return useMemo(() => (messages ? { ...en, ...messages } : en), [messages])
}
