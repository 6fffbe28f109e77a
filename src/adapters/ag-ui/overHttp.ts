import { readExact } from '../../backend/exactJson.ts'
import { postJson } from '../../backend/http.ts'
import { fieldsOf, parsed } from '../../backend/json.ts'
import { readEvents } from '../../gateway/readEvents.ts'
import type { HttpAccess } from '../../gateway/send.ts'
import { sendingText } from './editText.ts'
import type { StartRun } from './options.ts'

/**
 * Starts runs over HTTP and reads their events from a `text/event-stream`, as most servers of AG-UI send them. A
 * decision sends its request id as `Idempotency-Key`.
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
