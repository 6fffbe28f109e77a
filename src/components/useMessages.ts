import { useMemo } from 'react'
import { useGatewayContext } from '../hooks/GatewayContext.ts'
import { en } from '../locales/en.ts'
import type { Messages } from '../locales/messages.ts'

export function useMessages(): Messages {
  const { messages } = useGatewayContext()
  return useMemo(() => (messages ? { ...en, ...messages } : en), [messages])
}
