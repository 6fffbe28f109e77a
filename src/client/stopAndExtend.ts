import type { UseMutationOptions } from '@tanstack/react-query'
import type { CallOptions, StopAnswer } from '../gateway/GatewayClient.ts'
import { GatewayError } from '../gateway/GatewayError.ts'
import { portOf } from '../gateway/port.ts'
import { createRequestId } from '../gateway/requestId.ts'
import type { OperationId, ToolCallId } from '../model/ids.ts'
import type { ConversationAddress } from './cache.ts'
import { sentOnce } from './press.ts'
import { rereadNow } from './world.ts'

/** The variables of a stop. */
export interface StopVariables extends ConversationAddress {
  readonly operationId: OperationId
}

/**
 * The mutation that ends an operation. Fails with `unsupported` if the gateway cannot.
 *
 * @example
 * const { mutate } = useMutation(stopOptions, client)
 * mutate({ client, gateway, conversationId, operationId })
 */
export const stopOptions: UseMutationOptions<StopAnswer, GatewayError, StopVariables> = {
  mutationKey: ['intervention-bar', 'stop'],
  mutationFn: async (variables) => {
    const { gateway, conversationId, operationId } = variables
    const request = { conversationId, operationId, requestId: createRequestId() }
    try {
      return await orUnsupported(portOf(gateway).stop?.(request, lasting()))
    } finally {
      rereadNow(variables).catch(() => undefined)
    }
  },
  ...sentOnce,
}

export interface ExtendVariables extends ConversationAddress {
  readonly toolCallId: ToolCallId
}

export const extendOptions: UseMutationOptions<void, GatewayError, ExtendVariables> = {
  mutationKey: ['intervention-bar', 'extend'],
  mutationFn: async (variables) => {
    const { gateway, conversationId, toolCallId } = variables
    try {
      await orUnsupported(portOf(gateway).extend?.({ conversationId, toolCallId }, lasting()))
    } finally {
      await rereadNow(variables).catch(() => undefined)
    }
  },
  ...sentOnce,
}

function lasting(): CallOptions {
  return new AbortController()
}

function orUnsupported<Answer>(answer: Promise<Answer> | undefined): Promise<Answer> {
  if (!answer) throw new GatewayError({ code: 'unsupported', applied: 'no' })
  return answer
}
