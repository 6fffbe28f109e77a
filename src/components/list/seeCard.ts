import type { InterventionCall } from '../../model/intervention.ts'
import { markSeen, wasSeen } from './seenCalls.ts'
import { watchInView } from './watchInView.ts'

/** Notes it once all of the arguments of a card were in view. Returns a function that ends that. */
export function seeCard(
  card: Element,
  scope: string,
  call: Pick<InterventionCall, 'toolCallId' | 'revision'>,
): () => void {
  if (wasSeen(scope, call)) return () => undefined
  const end = watchInView(
    () => card.querySelectorAll<HTMLElement>('[data-part="content"]'),
    () => {
      markSeen(scope, call)
      end()
    },
  )
  return end
}
