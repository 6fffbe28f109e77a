'use client'
import { useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { ConversationId } from '../model/ids.ts'
import type { ConversationAddress } from '../client/address.ts'
import { useGatewayContext } from './GatewayContext.ts'

export function useAddress(conversationId: ConversationId): ConversationAddress {
  const client = useQueryClient()
  const gateway = useGatewayContext().gatewayOf(conversationId)
  return useMemo(() => ({ client, gateway, conversationId }), [client, gateway, conversationId])
}
