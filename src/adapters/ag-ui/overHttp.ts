import { readExact } from '../../backend/exactJson.ts'
import { postJson } from '../../backend/http.ts'
import { fieldsOf, parsed, survivesParsing } from '../../backend/json.ts'
import { readEvents } from '../../gateway/readEvents.ts'
import type { HttpAccess } from '../../gateway/send.ts'
import type { StartRun } from './options.ts'
import { GatewayError } from '../../gateway/GatewayError.ts'
import type { DecisionRequest } from '../../model/decision.ts'
import type { InterventionCall } from '../../model/intervention.ts'

/**
 * Starts runs over HTTP and reads their events from a `text/event-stream`, as most servers of AG-UI send them. A
 * decision sends its request id as `Idempotency-Key`.
 *
 * @example
 * const run = agUiOverHttp({ url: '/api/agent', headers: { 'x-team': 'blue' } })
 */
export function agUiOverHttp({
  url,
  ...access
}: HttpAccess & {
  /** The URL that starts runs. */
  readonly url: string
}): StartRun {
  return sendingText(async function* (input, { signal, requestId, onAnswer }) {
    const headers = { accept: 'text/event-stream', 'idempotency-key': requestId }
    const { body } = await postJson(access, url, input, { signal, headers })
    if (!body) return
    onAnswer?.()
    for await (const message of readEvents(body, { signal, takesUnterminated: true })) {
      const event = message.type === 'event' ? parsed(message.data) : undefined
      // Its interrupts describe calls. Other events become the chat's own, which it may change.
      if (fieldsOf(event)['type'] === 'RUN_FINISHED' && message.type === 'event')
        yield readExact(message.data)
      else if (event !== undefined) yield event
    }
  })
}

const exactRuns = new WeakSet<StartRun>()

/** Marks a transport that sends what `readExact` read byte for byte. Any other uses `JSON.stringify`. */
export function sendingText(run: StartRun): StartRun {
  exactRuns.add(run)
  return run
}

/** Throws `invalid` for edited arguments, or an answer, that the transport would change on the way: the digits of a large number. */
export function demandSendable(
  run: StartRun,
  decisions: readonly DecisionRequest[],
  calls: readonly InterventionCall[],
): void {
  for (const [index, made] of decisions.entries()) {
    const [field, text] = writtenIn(made, calls[index])
    if (text === undefined || exactRuns.has(run) || survivesParsing(text)) continue
    const message = 'This chat cannot send this as it is written: a number or a name would change.'
    const fields = [{ path: `/decisions/${index}/${field}`, message }]
    throw new GatewayError({ code: 'invalid', applied: 'no', fields }, message)
  }
}

/** The JSON that a person wrote. */
function writtenIn(
  made: DecisionRequest,
  call: InterventionCall | undefined,
): readonly [field: string, text: string | undefined] {
  if (made.decision === 'approved') return ['argsText', made.argsText]
  const isForm = made.decision === 'answered' && call?.question?.kind === 'form'
  return ['answerText', isForm ? made.answerText : undefined]
}
