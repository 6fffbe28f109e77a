import { Agent, type Model, run, RunState, tool as defineTool, Usage } from '@openai/agents'
import { openAiAgents, type RouteAgent } from 'intervention-bar/server'
import { z } from 'zod'
import { type FileTool, keepNote } from './fileTool.ts'
import type { ModelLog } from './modelLog.ts'
import { createCallIds, lastWords, toolCallsFor } from './script.ts'

const nextId = createCallIds()

/** The agent of OpenAI Agents whose one tool asks before it runs, behind the kit's route. */
export function createOpenAiAgent(tool: FileTool, folder: string, log: ModelLog): RouteAgent {
  const model: Model = {
    getResponse: async ({ input }) => {
      log.turns += 1
      log.told = JSON.stringify(input)
      const last = typeof input === 'string' ? { role: 'user', content: input } : input.at(-1)
      const said = last && 'role' in last && last.role === 'user' ? textIn(last.content) : ''
      const [, delegated] = /^delegate (.+)$/.exec(said) ?? []
      const calls =
        delegated === undefined
          ? toolCallsFor(said, folder)
          : [{ name: 'researcher', argsText: JSON.stringify({ input: `write ${delegated}` }) }]
      return {
        usage: new Usage(),
        output:
          calls.length > 0
            ? calls.map(({ name, argsText }) => ({
                type: 'function_call',
                callId: nextId(),
                name,
                status: 'completed',
                arguments: argsText,
              }))
            : [
                {
                  type: 'message',
                  role: 'assistant',
                  status: 'completed',
                  content: [{ type: 'output_text', text: lastWords }],
                },
              ],
      }
    },
    getStreamedResponse: () => {
      throw new Error('Streams nothing.')
    },
  }
  const writeFile = defineTool({
    name: 'write_file',
    description: 'Writes a file.',
    parameters: z.object({ path: z.string(), content: z.string() }),
    needsApproval: true,
    execute: (args) => tool.write(args),
  })
  const note = defineTool({
    name: 'note',
    description: 'Keeps anything.',
    parameters: { type: 'object', properties: {}, required: [], additionalProperties: true },
    strict: false,
    needsApproval: true,
    execute: (input) => keepNote(folder, input),
  })
  const researcher = new Agent({ name: 'researcher', model, tools: [writeFile] })
  const asTool = researcher.asTool({ toolName: 'researcher', toolDescription: 'Works for you.' })
  const agent = new Agent({ name: 'scripted', model, tools: [writeFile, note, asTool] })
  return openAiAgents({
    revive: (text) => RunState.fromString<undefined, typeof agent>(agent, text),
    run: (input, signal) => run(agent, input, { signal }),
  })
}

function textIn(content: unknown): string {
  if (typeof content === 'string') return content
  return (content as readonly { text?: string }[]).map((part) => part.text ?? '').join('')
}
