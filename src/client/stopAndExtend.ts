import type { UseMutationOptions } from '@tanstack/react-query'
import type { StopAnswer } from '../gateway/GatewayClient.ts'
import { GatewayError } from '../gateway/GatewayError.ts'
import { portOf } from '../gateway/port.ts'
import { createRequestId } from '../gateway/requestId.ts'
import type { OperationId, ToolCallId } from '../model/ids.ts'
import type { ConversationAddress } from './cache.ts'
import { rereadNow } from './world.ts'

/** The variables of a stop. */
export interface StopVariables extends ConversationAddress {
  readonly operationId: OperationId
}

/** The mutation that ends an operation. Fails with `unsupported` if the gateway cannot. */
export const stopOptions: UseMutationOptions<StopAnswer, GatewayError, StopVariables> = {
  mutationKey: ['intervention-bar', 'stop'],
  mutationFn: async (variables) => {
    const { gateway, conversationId, operationId } = variables
    const request = { conversationId, operationId, requestId: createRequestId() }
    try {
      const port = portOf(gateway)
      if (!port.stop) throw new GatewayError({ code: 'unsupported', applied: 'no' })
      return await port.stop(request, { signal: new AbortController().signal })
    } finally {
      rereadNow(variables).catch(() => undefined)
    }
  },
  networkMode: 'always',
  retry: false,
  throwOnError: false,
}

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
