import type { ApprovalMode, ApprovalSettings, SettingsAnswer, SettingsRequest } from '../model/settings.ts'
import type { RequestId } from '../model/ids.ts'
import type { AllowedTool } from '../model/settings.ts'
import type { Tool } from '../model/intervention.ts'

/** The settings of a conversation as a backend of the kit keeps them. */
export interface KeptSettings {
  readonly version: string
  readonly mode: ApprovalMode
  readonly allowList: readonly AllowedTool[]
  /** The request that made the last change: sent again, it gets the same answer. */
  readonly requestId?: RequestId
}

/** Nothing is on the list, so every call is asked for until somebody remembers one. */
export const firstSettings: KeptSettings = { version: '0', mode: 'allow_list', allowList: [] }

export const everyMode: readonly ApprovalMode[] = ['ask', 'allow_list', 'auto_run']

const maxEntries = 500
const stillAsked = 'Calls that may delete or overwrite are still asked for.'

/** Names exactly one tool, since neither part contains a slash. Undefined: the name is no whole text, and has no key. */
export function keyOf({ name, server }: Pick<Tool, 'name' | 'server'>): string | undefined {
  try {
    return (server === undefined ? [name] : [server, name]).map(encodeURIComponent).join('/')
  } catch {
    return undefined
  }
}

function toolOf(key: string): Pick<AllowedTool, 'tool' | 'server'> {
  const [tool = '', server] = key.split('/').map(decoded).toReversed()
  return { tool, ...(server === undefined ? {} : { server }) }
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

export function shownSettings(
  { version, mode, allowList }: KeptSettings,
  { modes, mayChange }: Pick<ApprovalSettings, 'modes' | 'mayChange'>,
): ApprovalSettings {
  return {
    version,
    mode,
    modes,
    exceptions: { allow_list: stillAsked, auto_run: stillAsked },
    scope: 'conversation',
    mayChange,
    allowList: allowList.map(({ key, tool, server, addedAt }) => ({
      key,
      tool,
      ...(server === undefined ? {} : { server }),
      ...(addedAt === undefined ? {} : { addedAt }),
    })),
  }
}

export interface Change {
  readonly outcome: SettingsAnswer['outcome']
  readonly kept: KeptSettings
}

export function changedSettings(
  kept: KeptSettings,
  { version, change, requestId }: Omit<SettingsRequest, 'conversationId'>,
  at: number,
): Change {
  if (kept.requestId === requestId) return { outcome: 'changed', kept }
  if (kept.version !== version) return { outcome: 'stale', kept }
  const next = { ...kept, version: crypto.randomUUID(), requestId }
  if ('mode' in change) return { outcome: 'changed', kept: { ...next, mode: change.mode } }
  if ('add' in change)
    return {
      outcome: 'changed',
      kept: withEntry(next, { key: change.add, ...toolOf(change.add), addedAt: at }),
    }
  const allowList = kept.allowList.filter((one) => one.key !== change.remove)
  return { outcome: 'changed', kept: { ...next, allowList } }
}

export function withEntry(kept: KeptSettings, entry: AllowedTool): KeptSettings {
  const others = kept.allowList.filter((one) => one.key !== entry.key)
  return { ...kept, allowList: [...others, entry].slice(-maxEntries) }
}
