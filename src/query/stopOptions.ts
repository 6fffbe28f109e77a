import type { QueryClient, UseMutationOptions } from '@tanstack/react-query'
import { defaultTimeoutMs, type GatewayClient, type StopAnswer } from '../gateway/GatewayClient.ts'
import { GatewayError } from '../gateway/GatewayError.ts'
import { withTimeLimit } from '../gateway/timeLimit.ts'
import { createRequestId } from '../internal/requestId.ts'
import type { ConversationId, OperationId } from '../model/ids.ts'
import { followConversation } from './followConversation.ts'

/** Everything a stop needs, captured when it was asked for. */
export interface StopVariables {
  readonly client: QueryClient
  readonly gateway: GatewayClient
  readonly conversationId: ConversationId
  readonly operationId: OperationId
}

/** The mutation that ends an operation. A gateway that cannot is `unsupported`. */
export const stopOptions: UseMutationOptions<StopAnswer, GatewayError, StopVariables> = {
  mutationKey: ['intervention-bar', 'stop'],
  mutationFn: async ({ client, gateway, ...request }) => {
    if (!gateway.stop) throw new GatewayError({ code: 'unsupported', applied: 'no' })
    const { signal } = new AbortController()
    const ms = gateway.resumeTimeoutMs ?? defaultTimeoutMs
    const requestId = createRequestId()
    try {
      return await withTimeLimit(ms, { signal, applied: 'unknown' }, async (inTime) =>
        gateway.stop!({ ...request, requestId }, { signal: inTime }),
      )
    } finally {
      followConversation(client, gateway, request.conversationId)
        .reread()
        .catch(() => undefined)
    }
  },
  networkMode: 'always',
  retry: false,
  throwOnError: false,
}
