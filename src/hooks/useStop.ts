'use client'
import { useMutation, type UseMutationResult } from '@tanstack/react-query'
import type { StopAnswer } from '../gateway/GatewayClient.ts'
import type { GatewayError } from '../gateway/GatewayError.ts'
import type { ConversationId, OperationId } from '../model/ids.ts'
import { stopOptions, type StopVariables } from '../client/stopAndExtend.ts'
import { mapVariables } from './useDecisions.ts'
import { useAddress } from './GatewayContext.ts'

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
