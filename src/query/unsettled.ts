import type { DecisionRequest, ResumeRequest } from '../model/decision.ts'
import type { RequestId } from '../model/ids.ts'
import { intents } from './intents.ts'

/** A decision of this tab whose end nobody has seen, as it survives a reload: ids, and never a word or an argument. */
export interface Unsettled {
  readonly request: ResumeRequest
  /** Nothing of it had to be left out: the same decision, pressed again, continues it. */
  readonly isExact: boolean
}

/** After a reload: what was sent before is remembered of each call that nothing newer is known of. */
export function recallUnsettled(scope: string): void {
  for (const { request, isExact } of readUnsettled(scope)) {
    for (const { toolCallId } of request.decisions) {
      if (!intents.get(scope, toolCallId)) {
        intents.set(scope, toolCallId, { status: 'earlier', request, isExact })
      }
    }
  }
}

function readUnsettled(scope: string): readonly Unsettled[] {
  try {
    const stored: unknown = JSON.parse(sessionStorage.getItem(keyOf(scope)) ?? '[]')
    return Array.isArray(stored)
      ? (stored as Unsettled[]).filter((one) => one.request?.decisions?.length)
      : []
  } catch {
    return []
  }
}

/** Remembers a decision until `forgetUnsettled`. */
export function keepUnsettled(scope: string, request: ResumeRequest): void {
  const bare = withoutText(request)
  const isExact = JSON.stringify(bare) === JSON.stringify(request)
  write(scope, [...without(scope, request.requestId), { request: bare, isExact }])
}

/** Its end was seen. */
export function forgetUnsettled(scope: string, requestId: RequestId): void {
  const left = without(scope, requestId)
  if (left.length < readUnsettled(scope).length) write(scope, left)
}

/** A request with nothing in it but ids and decisions. */
export function withoutText({
  conversationId,
  operationId,
  requestId,
  decisions,
}: ResumeRequest): ResumeRequest {
  const bare = ({ toolCallId, revision, decision }: DecisionRequest): DecisionRequest => ({
    toolCallId,
    revision,
    decision,
  })
  const [first, ...others] = decisions
  return { conversationId, operationId, requestId, decisions: [bare(first), ...others.map(bare)] }
}

const keyOf = (scope: string): string => `intervention-bar ${scope}`

function without(scope: string, requestId: RequestId): readonly Unsettled[] {
  return readUnsettled(scope).filter((one) => one.request.requestId !== requestId)
}

function write(scope: string, all: readonly Unsettled[]): void {
  try {
    if (all.length > 0) sessionStorage.setItem(keyOf(scope), JSON.stringify(all))
    else sessionStorage.removeItem(keyOf(scope))
  } catch {
    // A page may have no storage, or none left: then a reload knows of nothing.
  }
}
