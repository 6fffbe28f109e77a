import type { ConversationId, ToolCallId } from '../../model/ids.ts'
import { requestLock } from '../otherTabs.ts'
import { isLookedAt } from './looks.ts'
import { type Marks, setMarks } from './marks.ts'
import { type Notice, notify } from './notice.ts'
import { play, type Sound } from './sound.ts'

// A call that waits, as a person is told of it.
export interface WaitingCall {
  // The same in every tab.
  readonly key: string
  readonly conversationId: ConversationId
  readonly toolCallId: ToolCallId
}

export interface Wants extends Omit<Marks, 'keys'> {
  readonly sound: Sound
  readonly notification: boolean
  readonly registration: ServiceWorkerRegistration | undefined
  readonly textOf: (keys: ReadonlySet<string>) => { readonly title: string; readonly body: string }
  readonly go: (call: WaitingCall) => void
}

export interface Caller {
  update(calls: readonly WaitingCall[], wants: Wants): void
  end(): void
}

interface Told {
  readonly call: WaitingCall
  free?: (() => void) | undefined
  group?: Group
}

interface Group {
  notice: Notice | null
  readonly left: Set<string>
}

// Calls that arrive together are told together, and a tab that is looked at is faster.
const togetherMs = 300

/** Calls a person to what waits while nobody looks at the page: once for each call, in one tab of this browser. */
export function createCaller(): Caller {
  const told = new Map<string, Told>()
  let fresh: readonly string[] = []
  let timer: ReturnType<typeof setTimeout> | undefined
  let wants: Wants
  const caller = {}

  async function claim(key: string): Promise<boolean> {
    const free = await requestLock(`intervention-bar attention ${key}`)
    const one = told.get(key)
    if (one && !one.free) one.free = free ?? undefined
    else free?.()
    return free !== null && one !== undefined
  }

  function forget(key: string): void {
    const one = told.get(key)
    told.delete(key)
    one?.free?.()
    const { group } = one ?? {}
    group?.left.delete(key)
    if (group?.left.size === 0) group.notice?.close()
  }

  async function tell(): Promise<void> {
    timer = undefined
    const keys = fresh
    fresh = []
    const claims = await Promise.all(keys.map(claim))
    const own = keys.filter((key, at) => claims[at] && told.has(key))
    if (own.length === 0 || isLookedAt()) return
    play(wants.sound)
    if (!wants.notification) return
    const group: Group = { notice: null, left: new Set(own) }
    for (const key of own) told.get(key)!.group = group
    const { conversationId, toolCallId } = told.get(own[0]!)!.call
    group.notice = notify(wants.registration, {
      ...wants.textOf(group.left),
      tag: `intervention-bar ${own[0]}`,
      data: { conversationId, toolCallId, url: location.href },
      onClick: () => {
        const [first] = group.left
        const one = first === undefined ? undefined : told.get(first)
        window.focus()
        if (one) wants.go(one.call)
      },
    })
  }

  return {
    update: (calls, next) => {
      wants = next
      const keys = new Set(calls.map(({ key }) => key))
      for (const key of told.keys()) if (!keys.has(key)) forget(key)
      const news = calls.filter(({ key }) => !told.has(key))
      for (const call of news) told.set(call.key, { call })
      if (isLookedAt()) for (const { key } of news) void claim(key)
      else fresh = [...fresh, ...news.map(({ key }) => key)]
      if (fresh.length > 0) timer ??= setTimeout(() => void tell(), togetherMs)
      setMarks(caller, { ...next, keys: [...keys] })
    },
    end: () => {
      clearTimeout(timer)
      for (const key of told.keys()) forget(key)
      setMarks(caller, null)
    },
  }
}
