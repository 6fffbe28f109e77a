import { findCall } from '../../model/conversation.ts'
import { settle } from '../../model/intervention.ts'
import { argsTextOf, type Fields, fieldsOf, itemsOf, textOf } from '../../backend/json.ts'
import { pendingCard } from '../../backend/pendingCard.ts'
import type { AgUiCall, AgUiProducer, SeenCall } from './AgUiProducer.ts'
import type { AgUiThread } from './AgUiThread.ts'
import { endRun } from './endRun.ts'
import { answersIn, settledBy } from './readAnswers.ts'
import { refusalIn } from './refusal.ts'

/** A call of which no event has told yet. */
const unheard: SeenCall = { name: '', argsText: '' }

/** Takes in one event of a run, in whatever order a producer sends them. What it has no word for is the chat's business. */
export function readEvent(thread: AgUiThread, producer: AgUiProducer, input: unknown): void {
  const event = fieldsOf(input)
  const toolCallId = textOf(event['toolCallId']) ?? ''
  const name = textOf(event['toolCallName'])
  const known = thread.seen.get(toolCallId) ?? unheard
  switch (event['type']) {
    case 'RUN_STARTED': {
      const id = String(event['runId'])
      if (thread.run?.id !== id) thread.run = { id, status: 'running', startedAt: Date.now() }
      thread.answers = answersIn(event)
      break
    }
    case 'TOOL_CALL_START':
      // Anew in the replay of a thread.
      thread.seen.set(toolCallId, { name: name ?? '', argsText: '' })
      break
    case 'TOOL_CALL_ARGS':
    case 'TOOL_CALL_CHUNK':
      thread.seen.set(toolCallId, {
        name: name ?? known.name,
        argsText: known.argsText + (textOf(event['delta']) ?? ''),
      })
      break
    case 'TOOL_CALL_RESULT':
      thread.interventions = thread.interventions.map((card) =>
        card.toolCallId === toolCallId && card.status === 'approved'
          ? settle(card, card.status, { ...card.resolution, execution: { ok: true } })
          : card,
      )
      break
    case 'RUN_FINISHED':
      finish(thread, producer, fieldsOf(event['outcome']))
      break
    case 'RUN_ERROR':
      endRun(thread, { status: 'error', endedAt: Date.now(), error: refusalIn(event) })
      break
    default:
  }
}

function finish(thread: AgUiThread, producer: AgUiProducer, { type, interrupts }: Fields): void {
  const at = Date.now()
  const operationId = thread.run?.id ?? ''
  const { answers, waiting } = thread
  const asked = itemsOf(interrupts)
    .map(fieldsOf)
    .map((interrupt) => {
      const known = producer.read(interrupt, (call) => thread.seen.get(call))
      const cards = (known ?? [unknownCall(interrupt)]).map((draft) =>
        pendingCard({ ...draft, operationId, requestedAt: at }),
      )
      return { interrupt, isKnown: known !== undefined, cards, calls: cards.map((card) => card.toolCallId) }
    })
  const cards = asked.flatMap((one) => one.cards)
  thread.waiting = asked
  // What an earlier run asked for and this one does not, nobody waits for any more.
  const others = thread.interventions.filter((card) => !findCall(cards, card.toolCallId))
  thread.interventions = [
    ...others.map((card) => (card.status === 'pending' ? settledBy(answers, waiting, card, at) : card)),
    ...cards,
  ].slice(-100)
  const pause = { answering: 'together', siblings: producer.siblings } as const
  endRun(
    thread,
    cards.length > 0
      ? { status: 'waiting_for_human', pause }
      : { status: type === 'cancelled' ? 'interrupted' : 'done', endedAt: at },
  )
}

/** What a producer has no word for is shown as it is; the one answer that always works is to cancel it. */
function unknownCall(interrupt: Fields): AgUiCall {
  return {
    toolCallId: String(interrupt['id']),
    tool: { name: textOf(interrupt['reason']) ?? 'interrupt' },
    argsText: argsTextOf(interrupt),
    decisions: ['rejected_continue'],
    reason: 'none',
  }
}
