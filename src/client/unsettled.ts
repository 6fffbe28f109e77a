import type { RequestId } from '../model/ids.ts'
import type { ResumeRequest } from '../model/decision.ts'
import { updateCards } from './cards.ts'
import { withDigestedRevision } from './cardMemory.ts'

export function recallUnsettled(scope: string): void {
  withStorage((storage) => {
    for (let index = 0; index < storage.length; index += 1) {
      const key = storage.key(index)
      if (!key?.startsWith(keyOf(scope))) continue
      withStorage(() => recall(scope, JSON.parse(storage.getItem(key)!) as Unsettled))
    }
  })
}

function recall(scope: string, { request, isExact }: Unsettled): void {
  const ids = request.decisions.map(({ toolCallId }) => toolCallId)
  updateCards(scope, ids, ({ memory }) =>
    memory ? undefined : { memory: { status: 'earlier', request, isExact } },
  )
}

export function keepUnsettled(scope: string, whole: ResumeRequest): void {
  const unsettled = JSON.stringify(unsettledOf(whole))
  withStorage((storage) => storage.setItem(keyOf(scope, whole.requestId), unsettled))
}

export function forgetUnsettled(scope: string, requestId: RequestId): void {
  withStorage((storage) => storage.removeItem(keyOf(scope, requestId)))
}

function keyOf(scope: string, requestId = ''): string {
  return `intervention-bar ${scope} ${requestId}`
}

// Storage may be missing, full, or written by others. Then a reload finds nothing.
function withStorage(use: (storage: Storage) => void): void {
  try {
    use(sessionStorage)
  } catch {
    // Without storage only the memory over a reload is lost.
  }
}

/** A decision as it survives a reload: ids only, no text and no arguments. */
export interface Unsettled {
  readonly request: ResumeRequest
  /** Nothing was left out, so the same decision can continue it. */
  readonly isExact: boolean
}

const ids = ['conversationId', 'operationId', 'requestId', 'decisions', 'toolCallId', 'revision', 'decision']

export function unsettledOf(whole: ResumeRequest): Unsettled {
  const isExact = whole.decisions.every((made) => Object.keys(made).every((key) => ids.includes(key)))
  return { request: withoutText(whole), isExact }
}

export function withoutText(request: ResumeRequest): ResumeRequest {
  const [first, ...rest] = request.decisions
  const decisions = [withDigestedRevision(first), ...rest.map(withDigestedRevision)]
  return JSON.parse(JSON.stringify({ ...request, decisions }, ids)) as ResumeRequest
}
