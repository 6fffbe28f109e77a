'use client'
import { useMutation } from '@tanstack/react-query'
import { useRef } from 'react'
import { extendOptions } from '../client/stopAndExtend.ts'
import type { ConversationId, ToolCallId } from '../model/ids.ts'
import { useAddress } from './GatewayContext.ts'

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
