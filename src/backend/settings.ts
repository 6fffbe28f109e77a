import type { Pause } from '../model/operation.ts'
import type { ApprovalMode, ApprovalSettings, SettingsAnswer, SettingsRequest } from '../model/settings.ts'
import type { DecisionRequest } from '../model/decision.ts'
import type { OperationId, RequestId } from '../model/ids.ts'
import { findCall } from '../model/conversation.ts'
import type { AllowedTool } from '../model/settings.ts'
import { type InterventionCall, offers, type Resolution, type Tool } from '../model/intervention.ts'

/** The settings of a conversation as a backend of the kit keeps them. */
export interface KeptSettings {
  readonly version: string
  readonly mode: ApprovalMode
  readonly allowList: readonly KeptRule[]
  /** The request that made the last change: sent again, it gets the same answer. */
  readonly requestId?: RequestId
}

export interface KeptRule extends AllowedTool {
  /** An approval added it, and not a change of the list. */
  readonly isRemembered?: true
  /** The tool said that it may destroy something, and the person saw that. */
  readonly mayDestroy?: true
  /** It holds in the turn that began with this operation only. */
  readonly turn?: OperationId
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

function withEntry(kept: KeptSettings, entry: KeptRule): KeptSettings {
  const others = kept.allowList.filter((one) => one.key !== entry.key)
  return { ...kept, allowList: [...others, entry].slice(-maxEntries) }
}

/** The list with the tools whose approvals are to be remembered. `turn`: the operation that their turn began with. */
export function withRemembered(
  kept: KeptSettings,
  decisions: readonly DecisionRequest[],
  {
    calls,
    at,
    turn,
  }: { readonly calls: readonly InterventionCall[]; readonly at: number; readonly turn: OperationId },
): KeptSettings {
  let next = kept
  for (const made of decisions) {
    const tool = findCall(calls, made.toolCallId)?.tool
    const key = tool && keyOf(tool)
    if (made.decision !== 'approved' || !made.remember || !key) continue
    const rule: KeptRule = {
      key,
      tool: tool.name,
      ...(tool.server === undefined ? {} : { server: tool.server }),
      addedAt: at,
      isRemembered: true,
      ...(mayDestroy(tool) && { mayDestroy: true }),
      ...(made.remember === 'operation' && { turn }),
    }
    next = { ...withEntry(next, rule), version: crypto.randomUUID() }
  }
  return next
}

/** The rule by which a call runs without asking. Undefined: it is asked for. */
export function ruleFor(
  { mode, allowList }: KeptSettings,
  call: InterventionCall,
  turn: OperationId | undefined,
): NonNullable<Resolution['automatic']> | undefined {
  const { tool, question } = call
  if (mode === 'ask' || !tool || question || !offers(call, 'approved')) return undefined
  const key = keyOf(tool)
  const rule = allowList.find((one) => one.key === key && (one.turn === undefined || one.turn === turn))
  if (rule && (!mayDestroy(tool) || rule.mayDestroy)) {
    return {
      by: rule.isRemembered ? 'remembered' : 'rule',
      name: [tool.server, tool.name].filter(Boolean).join('/'),
    }
  }
  return mode === 'auto_run' && !mayDestroy(tool) ? { by: 'mode', name: mode } : undefined
}

/**
 * The calls of one step that run without asking. Calls that are answered together run so only if all of them do, and
 * of calls in an order only the first ones.
 */
export function ruledOf(
  settings: KeptSettings,
  calls: readonly InterventionCall[],
  { answering, turn }: { readonly answering: Pause['answering']; readonly turn: OperationId | undefined },
): ReadonlyMap<InterventionCall, NonNullable<Resolution['automatic']>> {
  const ruled = calls.map((call) => [call, ruleFor(settings, call, turn)] as const)
  const first = ruled.findIndex(([, rule]) => !rule)
  const some =
    answering === 'any' || first < 0 ? ruled : answering === 'in_order' ? ruled.slice(0, first) : []
  return new Map(some.flatMap(([call, rule]) => (rule ? [[call, rule] as const] : [])))
}

function mayDestroy({ annotations }: Tool): boolean {
  return annotations?.destructiveHint === true
}
