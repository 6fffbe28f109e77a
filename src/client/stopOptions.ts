import type { UseMutationOptions } from '@tanstack/react-query'
import { defaultTimeoutMs, type StopAnswer } from '../gateway/GatewayClient.ts'
import { GatewayError } from '../gateway/GatewayError.ts'
import { withTimeLimit } from '../gateway/timeLimit.ts'
import { createRequestId } from '../gateway/requestId.ts'
import type { OperationId } from '../model/ids.ts'
import { type ConversationAddress, reread } from './address.ts'

/** Everything a stop needs, captured when it was asked for. */
export interface StopVariables extends ConversationAddress {
  readonly operationId: OperationId
}

/** The mutation that ends an operation. A gateway that cannot is `unsupported`. */
export const stopOptions: UseMutationOptions<StopAnswer, GatewayError, StopVariables> = {
  mutationKey: ['intervention-bar', 'stop'],
  mutationFn: async (variables) => {
    const { gateway, conversationId, operationId } = variables
    const ms = gateway.resumeTimeoutMs ?? defaultTimeoutMs
    const request = { conversationId, operationId, requestId: createRequestId() }
    try {
      return await withTimeLimit(ms, { applied: 'unknown' }, async (inTime) => {
        if (gateway.stop) return gateway.stop(request, { signal: inTime })
        throw new GatewayError({ code: 'unsupported', applied: 'no' })
      })
    } finally {
      reread(variables).catch(() => undefined)
    }
  },
  networkMode: 'always',
  retry: false,
  throwOnError: false,
}
