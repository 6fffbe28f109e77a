import type { UseMutationOptions } from '@tanstack/react-query'
import { GatewayError } from '../gateway/GatewayError.ts'
import { portOf } from '../gateway/port.ts'
import type { ToolCallId } from '../model/ids.ts'
import type { ConversationAddress } from './address.ts'
import { rereadNow } from './reread.ts'

export interface ExtendVariables extends ConversationAddress {
  readonly toolCallId: ToolCallId
}

export const extendOptions: UseMutationOptions<void, GatewayError, ExtendVariables> = {
  mutationKey: ['intervention-bar', 'extend'],
  mutationFn: async (variables) => {
    const { gateway, conversationId, toolCallId } = variables
    try {
      const port = portOf(gateway)
      if (!port.extend) throw new GatewayError({ code: 'unsupported', applied: 'no' })
      const { signal } = new AbortController()
      await port.extend({ conversationId, toolCallId }, { signal })
    } finally {
      await rereadNow(variables).catch(() => undefined)
    }
  },
  networkMode: 'always',
  retry: false,
  throwOnError: false,
}
