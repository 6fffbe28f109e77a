import type { RequestId } from '../model/ids.ts'
import type { ResumeRequest } from '../model/resume.ts'
import { updateCards } from './cards.ts'
import { type Unsettled, unsettledOf } from './digest.ts'

/** After a reload: what was sent before is remembered of each call that nothing newer is known of. */
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

/** Remembers a decision until `forgetUnsettled`. */
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

/** A page may have no storage or none left, and what is in it may be anybody's: then a reload knows of nothing. */
function withStorage(use: (storage: Storage) => void): void {
  try {
    use(sessionStorage)
  } catch {
    // Nothing is lost but a memory.
  }
}
