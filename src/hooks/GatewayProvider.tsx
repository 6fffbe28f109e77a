'use client'
import { QueryClient, QueryClientContext, QueryClientProvider } from '@tanstack/react-query'
import { type ComponentType, useContext, useEffect, useInsertionEffect, useMemo, useState } from 'react'
import type { GatewayClient } from '../gateway/GatewayClient.ts'
import { developmentError, warnOfCopies, warnOfKinds, warnOnce } from '../model/developerErrors.ts'
import type { Messages } from '../locales/messages.ts'
import type { Tool } from '../model/intervention.ts'
import type { ConversationId } from '../model/ids.ts'
import type { OnDecide, OnResumed } from '../client/press.ts'
import { type OnSettled, watchSettled } from '../client/settlements.ts'
import type { EditorProps } from './EditorProps.ts'
import type { InitialConversation } from './initialState.ts'
import type { Renderer } from './Renderer.ts'
import { createAnnouncer, LiveRegion } from './announcer.tsx'
import { GatewayContext, type GatewayContextValue } from './GatewayContext.ts'

/** Props of `GatewayProvider`. */
export interface GatewayProviderProps {
  /**
   * The client of your backend, or a function that returns the client of a conversation. Create it once: the first
   * object of an `id` is kept.
   */
  readonly gateway: GatewayClient | ((conversationId: ConversationId) => GatewayClient)
  /**
   * Called before anything is sent; can cancel the decision. A bar's own `onDecide` wins for presses in that bar.
   */
  readonly onDecide?: OnDecide | undefined
  /** Called once for each accepted resume. A bar's own `onResumed` wins for presses in that bar. */
  readonly onResumed?: OnResumed | undefined
  /** Called once for each call that was settled, by anybody: for your log. */
  readonly onSettled?: OnSettled | undefined
  /**
   * Says if approving this tool takes a second press, in another place. A bar's own `confirm` wins in that bar.
   * @default of tools whose `destructiveHint` is true
   */
  readonly confirm?: ((tool: Tool) => boolean) | undefined
  /**
   * Says if a question may lead to this address, where it is not `https:`. Never asked for scripts and data.
   * @default no other
   */
  readonly mayOpen?: ((url: URL) => boolean) | undefined
  /** Replaces what the bar says, all or in part. */
  readonly messages?: Partial<Messages> | undefined
  /**
   * Edits arguments, and answers to questions. `Editor` of `intervention-bar/editor` puts the form into the page's own
   * bundle; an editor of your own gets the same props. Keep its identity between renders.
   * @default the form, fetched when somebody opens it
   */
  readonly editor?: ComponentType<EditorProps> | undefined
  /**
   * Reads of one conversation or of several, by your server: they are drawn in its HTML and until the page has read for
   * itself, and nothing can be decided before that. They are kept in no cache.
   * @default nothing is drawn before the first read
   */
  readonly initialConversation?: InitialConversation
  /**
   * Show the arguments of calls in their own way. The first that matches counts; those of a bar come before these. A list
   * that stays the same between renders is best. The exact text stays one press away, and stands in the place of a renderer
   * that fails, never ends loading, or hides.
   * @default the previews of the kit, and else the list of arguments
   */
  readonly renderers?: readonly Renderer[] | undefined
  /**
   * Names of arguments whose values are hidden until somebody asks for them, such as `apiKey`; at any depth, in capitals or
   * not. Commands, URLs, paths, SQL, recipients and amounts are always shown.
   * @default none
   */
  readonly secretKeys?: readonly string[] | undefined
  /** The chat. */
  readonly children?: React.ReactNode
}

/**
 * Provides the gateway to all hooks and parts below it. Uses the host's `QueryClientProvider`, or its own if there is
 * none. Mounts the two live regions, empty.
 *
 * @example
 * <GatewayProvider gateway={gateway}>
 *   <Messages />
 *   <InterventionBar conversationId={id} />
 *   <Composer />
 * </GatewayProvider>
 */
export function GatewayProvider({
  gateway,
  onDecide,
  onResumed,
  onSettled,
  confirm,
  mayOpen,
  messages: givenMessages,
  editor,
  initialConversation,
  renderers,
  secretKeys,
  children,
}: GatewayProviderProps): React.ReactElement {
  const hostClient = useContext(QueryClientContext)
  const [ownClient] = useState(() => new QueryClient())
  const [announcer] = useState(createAnnouncer)
  useEffect(warnOfCopies, [])
  warnOfKinds({
    messages: givenMessages,
    renderers,
    secretKeys,
    onDecide,
    onResumed,
    onSettled,
    confirm,
    mayOpen,
  })
  // A code of a language has no words.
  const messages = typeof givenMessages === 'object' ? givenMessages : undefined
  const { gatewayOf, gateways } = usePinned(gateway)
  const secrets = secretKeys?.join('\n')
  const names = useMemo(() => (secrets ? secrets.split('\n') : []), [secrets])
  // The effects of children come first, and one of them may be what settles a call.
  useInsertionEffect(() => {
    if (!onSettled) return undefined
    const hasGateway = (id: string): boolean => gateways().some((one) => one.id === id)
    return watchSettled({ onSettled, secretKeys: names, hasGateway })
  }, [gateways, names, onSettled])
  const value = useMemo<GatewayContextValue>(
    () => ({
      gatewayOf,
      gateways,
      onDecide,
      onResumed,
      confirm,
      mayOpen,
      messages,
      editor,
      initialConversation,
      renderers,
      secretKeys: names,
      announcer,
    }),
    [
      gatewayOf,
      gateways,
      onDecide,
      onResumed,
      confirm,
      mayOpen,
      messages,
      editor,
      initialConversation,
      renderers,
      names,
      announcer,
    ],
  )
  return (
    <QueryClientProvider client={hostClient ?? ownClient}>
      <GatewayContext.Provider value={value}>
        {children}
        <LiveRegion announcer={announcer} politeness="polite" lang={messages?.locale} />
        <LiveRegion announcer={announcer} politeness="assertive" lang={messages?.locale} />
      </GatewayContext.Provider>
    </QueryClientProvider>
  )
}

// A provider that was given more gateways than this creates them at each render.
const fewGateways = 4

/**
 * The client of each conversation. The first object of an id is kept; a function is compared by its results.
 */
function usePinned(
  gateway: GatewayProviderProps['gateway'],
): Pick<GatewayContextValue, 'gatewayOf' | 'gateways'> {
  const [pinned] = useState(() => new Map<string, GatewayClient>())
  const route = typeof gateway === 'function' ? gateway : pin(pinned, gateway)
  if (typeof gateway !== 'function' && pinned.size > fewGateways) warnOnce('IB005')
  const [gateways] = useState(() => () => [...pinned.values()])
  return useMemo(
    () => ({
      gateways,
      gatewayOf: (conversationId) =>
        typeof route === 'function' ? pin(pinned, route(conversationId)) : route,
    }),
    [gateways, pinned, route],
  )
}

function pin(pinned: Map<string, GatewayClient>, gateway: GatewayClient): GatewayClient {
  const client = checked(gateway)
  const kept = pinned.get(client.id)
  if (kept && kept !== client) warnOnce('IB005')
  if (!kept) pinned.set(client.id, client)
  return kept ?? client
}

function checked(client: GatewayClient | undefined): GatewayClient {
  const isClient =
    typeof client?.id === 'string' &&
    typeof client.readConversation === 'function' &&
    typeof client.resume === 'function'
  if (!isClient) throw developmentError('IB002')
  return client
}
