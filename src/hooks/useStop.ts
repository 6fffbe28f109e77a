'use client'
import {
  type MutateOptions,
  useMutation,
  type UseMutationResult,
  useQueryClient,
} from '@tanstack/react-query'
import type { StopAnswer } from '../gateway/GatewayClient.ts'
import type { GatewayError } from '../gateway/GatewayError.ts'
import type { ConversationId, OperationId } from '../model/ids.ts'
import { stopOptions, type StopVariables } from '../query/stopOptions.ts'
import { useGatewayContext } from './GatewayContext.ts'

/** Ends an operation; what waits in it is withdrawn and nothing of it executes. `unsupported` where a backend cannot. */
export function useStop(
  conversationId: ConversationId,
): UseMutationResult<StopAnswer, GatewayError, { readonly operationId: OperationId }> {
  type Given = { readonly operationId: OperationId }
  const client = useQueryClient()
  const gateway = useGatewayContext().gatewayOf(conversationId)
  const mutation = useMutation<StopAnswer, GatewayError, StopVariables>(stopOptions)
  const variablesOf = ({ operationId }: Given): StopVariables => ({
    client,
    gateway,
    conversationId,
    operationId,
  })
  const wrapped = {
    ...mutation,
    mutate: (given: Given, options: MutateOptions<StopAnswer, GatewayError, Given> = {}) =>
      mutation.mutate(variablesOf(given), options),
    mutateAsync: (given: Given, options: MutateOptions<StopAnswer, GatewayError, Given> = {}) =>
      mutation.mutateAsync(variablesOf(given), options),
  }
  return wrapped
}
