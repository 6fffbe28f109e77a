import type { ModelLog } from './modelLog.ts'
import { createCallIds, lastWords, toolCallsFor } from './script.ts'

type Prompt = readonly { readonly role: string; readonly content: unknown }[]

/** A scripted language model of AI SDK 6 (`v3`) or 7 (`v4`), and what it was told. */
export interface ScriptedModel<Version extends 'v3' | 'v4'> {
  readonly specificationVersion: Version
  readonly provider: string
  readonly modelId: string
  readonly supportedUrls: Record<string, never>
  doStream(options: { readonly prompt: Prompt }): Promise<{ readonly stream: ReadableStream }>
  doGenerate(options: { readonly prompt: Prompt }): Promise<never>
}

const nextId = createCallIds()
const usage = {
  inputTokens: { total: 1, noCache: 1, cacheRead: 0, cacheWrite: 0 },
  outputTokens: { total: 1, text: 1, reasoning: 0 },
}

/** Creates a model that asks for files as it is told, and keys on the last message only. */
export function createScriptedModel<Version extends 'v3' | 'v4'>(
  specificationVersion: Version,
  folder: string,
  log: ModelLog,
): ScriptedModel<Version> {
  return {
    specificationVersion,
    provider: 'scripted',
    modelId: 'scripted',
    supportedUrls: {},
    doGenerate: async () => {
      throw new Error('Only streams.')
    },
    doStream: async ({ prompt }) => {
      log.turns += 1
      log.told = JSON.stringify(prompt)
      const last = prompt.at(-1)
      const calls = last?.role === 'user' ? toolCallsFor(textIn(last.content), folder) : []
      const parts = [
        { type: 'stream-start', warnings: [] },
        ...(calls.length > 0
          ? calls.map(({ name, argsText }) => ({
              type: 'tool-call',
              toolCallId: nextId(),
              toolName: name,
              input: argsText,
            }))
          : [
              { type: 'text-start', id: '1' },
              { type: 'text-delta', id: '1', delta: lastWords },
              { type: 'text-end', id: '1' },
            ]),
        {
          type: 'finish',
          finishReason: { unified: calls.length > 0 ? 'tool-calls' : 'stop', raw: undefined },
          usage,
        },
      ]
      const stream = new ReadableStream({
        start: (controller) => {
          for (const part of parts) controller.enqueue(part)
          controller.close()
        },
      })
      return { stream }
    },
  }
}

function textIn(content: unknown): string {
  const [part] = content as [{ readonly text?: string }]
  return part.text ?? ''
}
