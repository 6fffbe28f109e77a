'use client'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { execute } from '../client/press.ts'
import { changeSettingsOptions, settingsOptions } from '../client/settings.ts'
import { GatewayError } from '../gateway/GatewayError.ts'
import type { ConversationId } from '../model/ids.ts'
import type { ApprovalSettings, SettingsAnswer, SettingsChange } from '../model/settings.ts'
import { useAddress } from './GatewayContext.ts'

/** The approval settings of a conversation, and the way to change them. */
export interface ApprovalSettingsView {
  /** As they were read last. Undefined: not read yet. */
  readonly settings: ApprovalSettings | undefined
  /** The last failure of reading them, until it works again. */
  readonly failure: GatewayError | null
  /** Reads them again. */
  readonly reread: () => void
  /** A change is on its way. */
  readonly isChanging: boolean
  /**
   * Makes one change of the settings as this hook last rendered them. It resolves with `stale`, and changes nothing, if
   * they were changed meanwhile; they are shown as they are now. Rejects with a `GatewayError`.
   */
  readonly change: (change: SettingsChange) => Promise<SettingsAnswer>
}

/**
 * Reads and changes which calls run without asking. Null: the backend has no such settings. Bypasses the press guard: use
 * it for your own controls. Changes elsewhere are shown at once while a bar follows the conversation, else when the page
 * is looked at again.
 *
 * @example
 * const approvals = useApprovalSettings(conversationId)
 * approvals?.change({ mode: 'ask' }).catch(showFailure)
 */
export function useApprovalSettings(conversationId: ConversationId): ApprovalSettingsView | null {
  const address = useAddress(conversationId)
  const { data: settings, error, refetch } = useQuery(settingsOptions(address), address.client)
  const [changing, setChanging] = useState(0)
  const view = useMemo(
    () => ({
      settings,
      failure: error,
      reread: () => void refetch(),
      isChanging: changing > 0,
      change: async (change: SettingsChange) => {
        if (!settings) throw new GatewayError({ code: 'not_found', applied: 'no' }, 'Not read yet.')
        setChanging((count) => count + 1)
        try {
          const { version } = settings
          return await execute(address.client, changeSettingsOptions, { ...address, version, change })
        } finally {
          setChanging((count) => count - 1)
        }
      },
    }),
    [address, settings, error, refetch, changing],
  )
  return address.gateway.settings ? view : null
}
