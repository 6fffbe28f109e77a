'use client'
import { useState } from 'react'
import { GatewayError } from '../gateway/GatewayError.ts'
import { portOf } from '../gateway/port.ts'
import { findCall } from '../model/conversation.ts'
import type { Failure } from '../model/decision.ts'
import type { ConversationId } from '../model/ids.ts'
import type { InterventionCall, SettledIntervention } from '../model/intervention.ts'
import { maskedCall } from '../model/maskedCall.ts'
import { useAddress, useGatewayContext } from './GatewayContext.ts'

interface EarlierCalls {
  readonly calls: readonly SettledIntervention[]
  readonly status: 'unread' | 'reading' | 'read'
  readonly failure: Failure | null
  readonly read: () => Promise<void>
}

const unread = { all: [], status: 'unread', failure: null } as const

/** The settled calls that a page no longer keeps, read from the gateway when somebody asks for them. */
export function useEarlierCalls(
  conversationId: ConversationId,
  known: readonly SettledIntervention[],
): EarlierCalls {
  const { gateway } = useAddress(conversationId)
  const { secretKeys } = useGatewayContext()
  const [found, setFound] = useState<{
    readonly of: ConversationId
    readonly all: readonly InterventionCall[]
    readonly status: EarlierCalls['status']
    readonly failure: Failure | null
  }>({ of: conversationId, ...unread })
  const { all, status, failure } = found.of === conversationId ? found : unread

  return {
    status,
    failure,
    calls: all
      .map((call) => maskedCall(call, secretKeys))
      .filter((call) => call.status !== 'pending')
      .filter((call) => !findCall(known, call.toolCallId)),
    read: async () => {
      const of = conversationId
      setFound({ of, all, status: 'reading', failure: null })
      try {
        const { signal } = new AbortController()
        const { interventions } = await portOf(gateway).readConversation(conversationId, { signal })
        setFound({ of, all: interventions, status: 'read', failure: null })
      } catch (thrown) {
        setFound({ of, all, status: 'unread', failure: GatewayError.from(thrown, 'no') })
      }
    },
  }
}
