import { chat, chatParamsFromRequestBody, toolDefinition, toServerSentEventsResponse } from '@tanstack/ai'
import { tanStackAi } from 'intervention-bar/adapters/ag-ui'
import { z } from 'zod'
import { openAgUiRoom } from './support/agUiBackend.ts'
import type { Backend, Offers } from './support/Backend.ts'
import { describeConformance } from './support/conformance.ts'
import { keepNote, startFileTool } from './support/fileTool.ts'
import type { ModelLog } from './support/modelLog.ts'
import { createCallIds, lastWords, toolCallsFor } from './support/script.ts'
import { serveFetch } from './support/serveFetch.ts'

const name = 'TanStack AI'
const offers: Offers = {
  rejected: false,
  tells: false,
  edit: true,
  stop: false,
  partial: false,
  voids: false,
  supersedes: false,
  twoAtOnce: 2,
  retries: true,
  notes: 'objects',
}
const nextId = createCallIds()
type Adapter = Parameters<typeof chat>[0]['adapter']

function scripted(folder: string, log: ModelLog): Adapter {
  return {
    kind: 'text',
    name: 'scripted',
    model: 'scripted',
    async *chatStream({
      messages,
      threadId,
      runId,
    }: {
      messages: Message[]
      threadId: string
      runId: string
    }) {
      log.turns += 1
      log.told = JSON.stringify(messages)
      const last = messages.at(-1)
      const calls = last?.role === 'user' ? toolCallsFor(last.content, folder) : []
      const timestamp = Date.now()
      yield { type: 'RUN_STARTED', threadId, runId, timestamp }
      for (const [index, { name: toolName, argsText }] of calls.entries()) {
        const toolCallId = nextId()
        const call = { toolCallId, toolCallName: toolName, toolName, index, timestamp }
        yield { type: 'TOOL_CALL_START', ...call }
        yield { type: 'TOOL_CALL_ARGS', toolCallId, delta: argsText, timestamp }
        yield { type: 'TOOL_CALL_END', ...call }
      }
      if (calls.length === 0) {
        const messageId = nextId()
        yield { type: 'TEXT_MESSAGE_START', messageId, role: 'assistant', timestamp }
        yield { type: 'TEXT_MESSAGE_CONTENT', messageId, delta: lastWords, content: lastWords, timestamp }
        yield { type: 'TEXT_MESSAGE_END', messageId, timestamp }
      }
      const finishReason = calls.length > 0 ? 'tool_calls' : 'stop'
      yield { type: 'RUN_FINISHED', threadId, runId, finishReason, timestamp }
    },
  } as unknown as Adapter
}
interface Message {
  readonly role: string
  readonly content: string
}

describeConformance(
  name,
  async (root): Promise<Backend> => {
    const tool = await startFileTool(root)
    let rooms = 0
    return {
      name,
      offers,
      close: tool.close,
      open: async (folder) => {
        rooms += 1
        const log: ModelLog = { turns: 0, told: '' }
        let requests = 0
        let fails = false
        const writeFile = toolDefinition({
          name: 'write_file',
          description: 'Writes a file.',
          inputSchema: z.object({ path: z.string(), content: z.string() }),
          needsApproval: true,
        }).server((args) => tool.write(args))
        const note = toolDefinition({
          name: 'note',
          description: 'Keeps anything.',
          inputSchema: z.looseObject({}),
          needsApproval: true,
        }).server((input) => keepNote(folder, input))
        const handle = async (request: Request): Promise<Response> => {
          const params = await chatParamsFromRequestBody(await request.json())
          if (params.resume) requests += 1
          if (fails && params.resume) {
            fails = false
            return new Response('Busy.', { status: 429, headers: { 'retry-after': '60' } })
          }
          return toServerSentEventsResponse(
            chat({
              ...params,
              adapter: scripted(folder, log),
              tools: [writeFile, note],
              debug: false,
            } as Parameters<typeof chat>[0]) as Parameters<typeof toServerSentEventsResponse>[0],
          )
        }
        let served = await serveFetch(handle)
        const { url } = served
        return openAgUiRoom({
          url,
          producer: tanStackAi,
          log,
          conversationId: `tanstack-${rooms}`,
          requests: () => requests,
          failNext: () => {
            fails = true
          },
          restart: async () => {
            await served.close()
            served = await serveFetch(handle, Number(new URL(url).port))
          },
        })
      },
    }
  },
  offers,
)
