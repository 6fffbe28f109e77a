'use client'
import { useMutation, type UseMutationOptions, type UseMutationResult } from '@tanstack/react-query'
import type { StopAnswer } from '../gateway/GatewayClient.ts'
import type { GatewayError } from '../gateway/GatewayError.ts'
import type { ConversationId, OperationId, ToolCallId } from '../model/ids.ts'
import { extendOptions, stopOptions, type StopVariables } from '../client/stopAndExtend.ts'
import { mapVariables } from './useDecisions.ts'
import { useAddress } from './GatewayContext.ts'
import { useRef, useState } from 'react'
import type { ConversationAddress } from '../client/cache.ts'
import { execute } from '../client/press.ts'

/**
 * Ends an operation. Its waiting calls are withdrawn and do not run. Fails with `unsupported` if the backend cannot.
 *
 * @example
 * const stop = useStop(conversationId)
 * stop.mutate({ operationId })
 */
export function useStop(
  conversationId: ConversationId,
): UseMutationResult<StopAnswer, GatewayError, { readonly operationId: OperationId }> {
  const address = useAddress(conversationId)
  const mutation = useMutation<StopAnswer, GatewayError, StopVariables>(stopOptions)
  return mapVariables(mutation, (given) => ({ ...address, ...given }))
}

interface Request<Variables> {
  /** Sends nothing while a request is on its way. */
  readonly send: (variables: Variables) => void
  readonly isPending: boolean
  /** Of the last request. */
  readonly error: GatewayError | null
}

// For the parts: an observer of TanStack tells more than they need, a task later, and is large.
function useRequest<Answer, Variables>(
  conversationId: ConversationId,
  options: UseMutationOptions<Answer, GatewayError, ConversationAddress & Variables>,
): Request<Variables> {
  const address = useAddress(conversationId)
  const [state, setState] = useState<Omit<Request<Variables>, 'send'>>({ isPending: false, error: null })
  const isSent = useRef(false)
  const end = (error: GatewayError | null): void => {
    isSent.current = false
    setState({ isPending: false, error })
  }
  return {
    ...state,
    send: (variables) => {
      if (isSent.current) return
      isSent.current = true
      setState({ isPending: true, error: null })
      execute(address.client, options, { ...address, ...variables }).then(() => end(null), end)
    },
  }
}

export function useStopRequest(
  conversationId: ConversationId,
): Request<{ readonly operationId: OperationId }> {
  return useRequest<StopAnswer, { readonly operationId: OperationId }>(conversationId, stopOptions)
}

/** Null if the backend cannot extend a call. */
export function useExtendRequest(
  conversationId: ConversationId,
): Request<{ readonly toolCallId: ToolCallId }> | null {
  const { gateway } = useAddress(conversationId)
  const request = useRequest<void, { readonly toolCallId: ToolCallId }>(conversationId, extendOptions)
  return gateway.extend ? request : null
}
