'use client'
import { createContext, useContext } from 'react'
import { developmentError } from '../model/developerErrors.ts'
import type { GatewayClient } from '../gateway/GatewayClient.ts'
import type { Messages } from '../locales/messages.ts'
import type { ConversationId } from '../model/ids.ts'
import type { OnDecide, OnResumed } from '../client/press.ts'
import type { Announcer } from './announcer.tsx'

export interface GatewayContextValue {
  gatewayOf(conversationId: ConversationId): GatewayClient
  readonly onDecide: OnDecide | undefined
  readonly onResumed: OnResumed | undefined
  readonly messages: Partial<Messages> | undefined
  readonly announcer: Announcer
}

export const GatewayContext: React.Context<GatewayContextValue | null> =
  createContext<GatewayContextValue | null>(null)

export function useGatewayContext(): GatewayContextValue {
  const value = useContext(GatewayContext)
  if (!value) throw developmentError('IB001')
  return value
}
