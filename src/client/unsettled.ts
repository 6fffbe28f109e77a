import { digest } from './digest.ts'
import type { DecisionRequest } from '../model/decision.ts'
import type { RequestId } from '../model/ids.ts'
import type { ResumeRequest } from '../model/resume.ts'
import { intents } from './intents.ts'

/** A decision of this tab whose end nobody has seen, as it survives a reload: ids, and never a word or an argument. */
export interface Unsettled {
  readonly request: ResumeRequest
  /** Nothing of it had to be left out: the same decision, pressed again, continues it. */
  readonly isExact: boolean
}

/** After a reload: what was sent before is remembered of each call that nothing newer is known of. */
export function recallUnsettled(scope: string): void {
  withStorage((storage) => {
    const own = Object.keys(storage).filter((key) => key.startsWith(keyOf(scope)))
    for (const key of own) withStorage(() => recall(scope, JSON.parse(storage.getItem(key)!) as Unsettled))
  })
}

function recall(scope: string, { request, isExact }: Unsettled): void {
  for (const { toolCallId } of request.decisions) {
    if (intents.get(scope, toolCallId)) continue
    intents.set(scope, toolCallId, { status: 'earlier', request, isExact })
  }
}

/** Remembers a decision until `forgetUnsettled`. */
export function keepUnsettled(scope: string, whole: ResumeRequest): void {
  const unsettled = JSON.stringify(unsettledOf(whole))
  withStorage((storage) => storage.setItem(keyOf(scope, whole.requestId), unsettled))
}

/** What is remembered of a decision. */
export function unsettledOf(whole: ResumeRequest): Unsettled {
  const isExact = whole.decisions.every((made) => Object.keys(made).every((key) => ids.includes(key)))
  return { request: withoutText(whole), isExact }
}

/** Its end was seen. */
export function forgetUnsettled(scope: string, requestId: RequestId): void {
  withStorage((storage) => storage.removeItem(keyOf(scope, requestId)))
}

const ids = ['conversationId', 'operationId', 'requestId', 'decisions', 'toolCallId', 'revision', 'decision']

/** A request with nothing in it but ids and decisions. */
export function withoutText(request: ResumeRequest): ResumeRequest {
  const [first, ...rest] = request.decisions
  const decisions = [nameless(first), ...rest.map(nameless)]
  return JSON.parse(JSON.stringify({ ...request, decisions }, ids)) as ResumeRequest
}

/** A backend's revision may be the very arguments; what is kept of it only tells one from another. */
export function nameless<Made extends DecisionRequest>(made: Made): Made {
  return { ...made, revision: digest(made.revision) }
}

function keyOf(scope: string, requestId = ''): string {
  return `intervention-bar ${scope} ${requestId}`
}

/** A page may have no storage or none left, and what is in it may be anybody's: then a reload knows of nothing. */
function withStorage(use: (storage: Storage) => void): void {
  try {
    use(sessionStorage)
  } catch {
    // Nothing is lost but a memory.
  }
}
