'use client'
import { useMutation, type UseMutationResult } from '@tanstack/react-query'
import type { StopAnswer } from '../gateway/GatewayClient.ts'
import type { GatewayError } from '../gateway/GatewayError.ts'
import type { ConversationId, OperationId, ToolCallId } from '../model/ids.ts'
import { extendOptions, stopOptions, type StopVariables } from '../client/stopAndExtend.ts'
import { mapVariables } from './useDecisions.ts'
import { useAddress } from './GatewayContext.ts'
import { useRef } from 'react'

/**
 * Ends an operation. Its waiting calls are withdrawn and do not run. Fails with `unsupported` if the backend cannot.
 */
export function useStop(
  conversationId: ConversationId,
): UseMutationResult<StopAnswer, GatewayError, { readonly operationId: OperationId }> {
  const address = useAddress(conversationId)
  const mutation = useMutation<StopAnswer, GatewayError, StopVariables>(stopOptions)
  return mapVariables(mutation, (given) => ({ ...address, ...given }))
}

export function useExtend(
  conversationId: ConversationId,
  toolCallId: ToolCallId,
): { readonly extend: () => void; readonly isPending: boolean; readonly hasFailed: boolean } | null {
  const address = useAddress(conversationId)
  const { mutate, isPending, error } = useMutation(extendOptions)
  // TanStack reports `isPending` a task later: a second click may come before that.
  const isAsked = useRef(false)
  if (!address.gateway.extend) return null

  function extend(): void {
    if (isAsked.current) return
    isAsked.current = true
    mutate({ ...address, toolCallId }, { onSettled: () => (isAsked.current = false) })
  }
  return { extend, isPending, hasFailed: error !== null && !isPending }
}
