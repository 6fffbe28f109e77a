'use client'
import { type ComponentType, createContext, useContext, useMemo } from 'react'
import { developmentError, warnOnce } from '../model/developerErrors.ts'
import type { GatewayClient } from '../gateway/GatewayClient.ts'
import type { Messages } from '../locales/messages.ts'
import type { Tool } from '../model/intervention.ts'
import type { ConversationId } from '../model/ids.ts'
import type { OnDecide, OnResumed } from '../client/press.ts'
import type { EditorProps } from './EditorProps.ts'
import type { InitialConversation } from './initialState.ts'
import type { Renderer } from './Renderer.ts'
import type { Announcer } from './announcer.tsx'
import { useQueryClient } from '@tanstack/react-query'
import type { ConversationAddress } from '../client/cache.ts'

export interface GatewayContextValue {
  readonly confirm: ((tool: Tool) => boolean) | undefined
  gatewayOf(conversationId: ConversationId): GatewayClient
  readonly mayOpen: ((url: URL) => boolean) | undefined
  /** Those that are known so far; the same function at every render. */
  readonly gateways: () => readonly GatewayClient[]
  readonly onDecide: OnDecide | undefined
  readonly onResumed: OnResumed | undefined
  readonly messages: Partial<Messages> | undefined
  readonly editor: ComponentType<EditorProps> | undefined
  readonly initialConversation: InitialConversation
  readonly renderers: readonly Renderer[] | undefined
  /** Stays the same as long as the names do. */
  readonly secretKeys: readonly string[]
  readonly announcer: Announcer
}

export const GatewayContext: React.Context<GatewayContextValue | null> =
  createContext<GatewayContextValue | null>(null)

export function useGatewayContext(): GatewayContextValue {
  const value = useContext(GatewayContext)
  if (!value) throw developmentError('IB001')
  return value
}

export function useAddress(conversationId: ConversationId): ConversationAddress {
  // TanStack has an error of its own for a page without a provider.
  const { gatewayOf } = useGatewayContext()
  const client = useQueryClient()
  const kind = typeof conversationId
  if (!conversationId || kind !== 'string')
    warnOnce('IB009', kind === 'string' ? '' : `It is of the type ${kind}.`)
  const gateway = gatewayOf(conversationId)
  return useMemo(() => ({ client, gateway, conversationId }), [client, gateway, conversationId])
}
