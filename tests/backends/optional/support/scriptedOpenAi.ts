import type { ModelLog } from '../../support/modelLog.ts'
import { callsFor, createCallIds, lastWords } from '../../support/script.ts'
import { type ServedFetch, serveFetch } from '../../support/serveFetch.ts'

/** The client of the model: its folder, and the log of the model. */
export interface Talker {
  readonly folder: string
  readonly log: ModelLog
}

interface Said {
  readonly role: string
  readonly content: string | readonly { readonly text?: string }[]
}

const nextId = createCallIds()

/** Serves a scripted model as OpenAI streams it. Keys on the last message only. */
export function serveScriptedOpenAi(talkerOf: (request: Request) => Talker): Promise<ServedFetch> {
  return serveFetch(async (request) => {
    const { messages } = (await request.json()) as { messages: readonly Said[] }
    const { folder, log } = talkerOf(request)
    log.turns += 1
    log.told = JSON.stringify(messages)
    const last = messages.at(-1)
    const calls = last?.role === 'user' ? callsFor(textIn(last.content), folder) : []
    const called = calls.map((args, index) => ({
      index,
      id: nextId(),
      type: 'function',
      function: { name: 'files_write_file', arguments: JSON.stringify(args) },
    }))
    const isCalling = called.length > 0
    const chunks = [
      chunkOf({ role: 'assistant', ...(isCalling ? { tool_calls: called } : { content: lastWords }) }),
      chunkOf({}, isCalling ? 'tool_calls' : 'stop'),
    ]
    const lines = [...chunks.map((chunk) => JSON.stringify(chunk)), '[DONE]']
    return new Response(lines.map((line) => `data: ${line}\n\n`).join(''), {
      headers: { 'content-type': 'text/event-stream' },
    })
  })
}

function chunkOf(delta: object, finishReason: string | null = null): object {
  return {
    id: 'chat',
    object: 'chat.completion.chunk',
    created: 0,
    model: 'scripted',
    choices: [{ index: 0, delta, finish_reason: finishReason }],
  }
}

function textIn(content: Said['content']): string {
  return typeof content === 'string' ? content : content.map((part) => part.text ?? '').join('')
}
