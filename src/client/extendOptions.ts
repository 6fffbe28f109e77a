import type { UseMutationOptions } from '@tanstack/react-query'
import { defaultTimeoutMs } from '../gateway/GatewayClient.ts'
import { GatewayError } from '../gateway/GatewayError.ts'
import { withTimeLimit } from '../gateway/timeLimit.ts'
import type { ToolCallId } from '../model/ids.ts'
import { type ConversationAddress, reread } from './address.ts'

/** Everything that giving a call more time needs, captured when it was asked for. */
export interface ExtendVariables extends ConversationAddress {
  readonly toolCallId: ToolCallId
}

/** The mutation that gives a call more time. Until when it has is read afterwards, whatever became of it. */
export const extendOptions: UseMutationOptions<void, GatewayError, ExtendVariables> = {
  mutationKey: ['intervention-bar', 'extend'],
  mutationFn: async (variables) => {
    const { gateway, conversationId, toolCallId } = variables
    try {
      await withTimeLimit(
        gateway.resumeTimeoutMs ?? defaultTimeoutMs,
        { applied: 'unknown' },
        async (signal) => {
          if (gateway.extend) return gateway.extend({ conversationId, toolCallId }, { signal })
          throw new GatewayError({ code: 'unsupported', applied: 'no' })
        },
      )
    } finally {
      await reread(variables).catch(() => undefined)
    }
  },
  networkMode: 'always',
  retry: false,
  throwOnError: false,
}
