import { appendFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { BaseChatModel } from '@langchain/core/language_models/chat_models'
import { AIMessage, type BaseMessage } from '@langchain/core/messages'
import type { ChatResult } from '@langchain/core/outputs'
import { tool as defineTool } from '@langchain/core/tools'
import { createAgent, humanInTheLoopMiddleware } from 'langchain'
import { z } from 'zod'
import { keepNote, startFileTool, type WriteArgs } from './fileTool.ts'
import { createCallIds, lastWords, toolCallsFor } from './script.ts'

const nextId = createCallIds()
const root = process.env['TOOL_ROOT'] ?? ''
const tool = startFileTool(root)
/** The folder of the message that a call was made for, by the id of the call. */
const folders = new Map<string, string>()

/** Asks for the files that a message names; the folder comes with the message: `write a b @/folder`. */
class ScriptedModel extends BaseChatModel {
  override _llmType(): string {
    return 'scripted'
  }
  override bindTools(): this {
    return this
  }
  override async _generate(messages: BaseMessage[]): Promise<ChatResult> {
    const last = messages.at(-1)
    const asked = messages.findLast((message) => message.type === 'human')
    const [text = '', folder = ''] = (asked?.text ?? '').split(' @')
    appendFileSync(`${dirname(folder)}/turns.log`, `${JSON.stringify({ folder, told: messages })}\n`)
    const calls = last?.type === 'human' ? toolCallsFor(text, folder) : []
    const message = new AIMessage({
      content: calls.length > 0 ? '' : lastWords,
      tool_calls: calls.map(({ name, argsText }) => {
        const id = nextId()
        folders.set(id, folder)
        return { id, name, args: JSON.parse(argsText) as Record<string, unknown> }
      }),
    })
    return { generations: [{ text: lastWords, message }] }
  }
}

const writeFile = defineTool(async (args: WriteArgs) => (await tool).write(args), {
  name: 'write_file',
  description: 'Writes a file.',
  schema: z.object({ path: z.string(), content: z.string() }),
})
const note = defineTool(
  async (input: unknown, { toolCall }: { toolCall?: { id?: string } }) =>
    keepNote(folders.get(toolCall?.id ?? '') ?? '', input),
  {
    name: 'note',
    description: 'Keeps anything.',
    schema: { type: 'object', properties: {}, additionalProperties: true },
  },
)
type Options = Parameters<typeof createAgent>[0]
const middleware: unknown = humanInTheLoopMiddleware({
  interruptOn: {
    write_file: { allowedDecisions: ['approve', 'edit', 'reject'] },
    note: { allowedDecisions: ['approve', 'reject'] },
  },
} as never)

/** An agent whose tools ask before they run. */
export const graph: unknown = createAgent({
  model: new ScriptedModel({}),
  tools: [writeFile, note],
  middleware: [middleware],
} as unknown as Options)
