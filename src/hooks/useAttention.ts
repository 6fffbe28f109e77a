'use client'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import { type Caller, createCaller, type WaitingCall } from '../client/attention/caller.ts'
import { canBadgeApp } from '../client/attention/marks.ts'
import { askPermission, canNotify, type Permission, permissionNow } from '../client/attention/notice.ts'
import { watchLooks } from '../client/attention/looks.ts'
import { canSound, type Sound } from '../client/attention/sound.ts'
import { scopeOf } from '../client/cache.ts'
import { followConversation } from '../client/followConversation.ts'
import { keepStream } from '../client/keptStreams.ts'
import { callHost } from '../client/press.ts'
import { blankWaiting, followWaiting } from '../client/waitingList.ts'
import { wantCall } from '../client/wanted.ts'
import { needsAnswer, waitingWords } from '../locales/waitingWords.ts'
import type { ConversationId } from '../model/ids.ts'
import { pendingOf } from '../model/pending.ts'
import { shortText } from '../model/visibleText.ts'
import { type WaitingItem, waitingItemOf } from '../model/waiting.ts'
import { useGatewayContext } from './GatewayContext.ts'

/** The ways to call a person. Each is off unless it is asked for. */
export interface AttentionOptions {
  /**
   * Puts the number of calls before the title of the document while nobody looks at the page, or writes it in another
   * way. @default false
   */
  readonly title?: boolean | ((count: number, title: string) => string)
  /**
   * Draws the number over the icon of the page while nobody looks at it, and sets the badge of an installed app.
   * @default false
   */
  readonly badge?: boolean
  /**
   * Plays a soft sound of the kit, one at this address, or calls the function, once for what arrives while nobody looks at
   * the page. Browsers stay silent until somebody has pressed something on the page. @default false
   */
  readonly sound?: Sound
  /**
   * Shows a system notification that names the tool, and never its arguments. It is closed when the call was decided. Where
   * there can be none, the title and the badge stand in. @default false
   */
  readonly notification?: boolean
  /** Your service worker, which shows the notifications. @default the page shows them, which Android does not let it */
  readonly registration?: ServiceWorkerRegistration | undefined
  /**
   * Keeps the stream of a hidden page, so that it hears what arrives there.
   * @default true with a sound or a notification
   */
  readonly keepStream?: boolean
  /** Leads to the conversation of a call after a click on its notification, such as by your router. */
  readonly onOpen?: ((item: WaitingItem) => void) | undefined
}

/** The number of calls that wait, and the ways to call a person here. */
export interface Attention {
  /** The number of calls that wait. */
  readonly count: number
  /**
   * The ways that this browser has, whether they were asked for or not: `badge` is that of an installed app, and
   * `notification` needs the permission too. All are false on a server.
   */
  readonly available: Readonly<Record<'title' | 'badge' | 'sound' | 'notification', boolean>>
  /** The permission to show notifications. */
  readonly permission: Permission
  /** Asks the person for it. Call it in the handler of a press; otherwise it asks nobody. Resolves to the answer. */
  readonly askPermission: () => Promise<Permission>
}

/**
 * Calls a person back when something waits and nobody looks at the page: in this conversation, or in any. Tabs of one
 * browser play one sound and show one notification.
 *
 * @example
 * const { permission, askPermission } = useAttention(conversationId, { title: true, notification: true })
 */
export function useAttention(conversationId?: ConversationId, options: AttentionOptions = {}): Attention {
  const { title = false, badge = false, sound = false, notification = false, registration, onOpen } = options
  const { keepStream: isKept = Boolean(sound) || notification } = options
  // First, so that a page without a provider is told so by the kit.
  const { gatewayOf, messages } = useGatewayContext()
  const client = useQueryClient()
  const { waiting } = { ...waitingWords, ...messages?.waiting }
  const notice = messages?.needsAnswer ?? needsAnswer
  const items = useItems(conversationId)
  const [{ permission, available }, setHere] = useState(nowhere)
  const caller = useRef<Caller>(undefined)

  useEffect(() => {
    const own = createCaller()
    caller.current = own
    return () => own.end()
  }, [])
  useEffect(() => {
    const look = (): void =>
      setHere({
        permission: permissionNow(),
        available: {
          title: true,
          badge: canBadgeApp(),
          sound: canSound(sound || true),
          notification: canNotify(registration),
        },
      })
    look()
    return watchLooks(look)
  }, [sound, registration])
  useEffect(() => {
    if (!isKept) return undefined
    if (conversationId === undefined) return keepStream()
    return keepStream(scopeOf({ client, gateway: gatewayOf(conversationId), conversationId }))
  }, [isKept, conversationId, client, gatewayOf])
  useEffect(() => {
    const scoped = (of: ConversationId): string =>
      scopeOf({ client, gateway: gatewayOf(of), conversationId: of })
    const byKey = new Map(items.map((item) => [`${scoped(item.conversationId)} ${item.toolCallId}`, item]))
    const calls: readonly WaitingCall[] = [...byKey].map(([key, item]) => ({ key, ...item }))
    const standsIn = notification && !(permission === 'granted' && canNotify(registration))
    caller.current?.update(calls, {
      title: typeof title === 'function' ? title : title || standsIn ? numbered : null,
      badge: badge || standsIn,
      ...{ sound, notification, registration },
      textOf: (keys) => {
        const names = [...keys].map((key) => shortText(byKey.get(key)?.title ?? ''))
        const [name = ''] = names
        return names.length > 1
          ? { title: waiting(names.length, false), body: names.slice(0, 3).join(', ') }
          : { title: notice(name), body: '' }
      },
      go: ({ conversationId: of, toolCallId, key }) => {
        const item = byKey.get(key)
        if (item) callHost(() => onOpen?.(item))
        wantCall(scoped(of), toolCallId)
      },
    })
  })
  return useMemo(
    () => ({
      count: items.length,
      available,
      permission,
      askPermission: async () => {
        const answer = await askPermission()
        setHere((last) => ({ ...last, permission: answer }))
        return answer
      },
    }),
    [items, available, permission],
  )
}

const nowhere: Pick<Attention, 'permission' | 'available'> = {
  permission: 'unsupported',
  available: { title: false, badge: false, sound: false, notification: false },
}

function numbered(count: number, title: string): string {
  return `(${count}) ${title}`
}

const never = (): (() => void) => () => {}

function useItems(conversationId: ConversationId | undefined): readonly WaitingItem[] {
  const { gateways, gatewayOf } = useGatewayContext()
  const client = useQueryClient()
  const follower = useMemo(
    () =>
      conversationId === undefined
        ? null
        : followConversation({ client, gateway: gatewayOf(conversationId), conversationId }),
    [client, gatewayOf, conversationId],
  )
  const list = useMemo(
    () => (follower ? null : followWaiting(client, gateways)),
    [client, gateways, follower],
  )
  const state = useSyncExternalStore(
    follower?.subscribe ?? never,
    () => follower?.snapshot().state,
    () => undefined,
  )
  const listed = useSyncExternalStore(
    list?.subscribe ?? never,
    () => list?.snapshot() ?? blankWaiting,
    () => blankWaiting,
  )
  return useMemo(
    () => (state ? pendingOf(state).map((call) => waitingItemOf(state.id, call)) : listed.items),
    [state, listed],
  )
}
