import type { LanguageModel } from 'ai'

type Model = Exclude<LanguageModel, string>
type Streams = Extract<Model, { readonly specificationVersion: 'v4' }>
type Part = Awaited<ReturnType<Streams['doStream']>>['stream'] extends ReadableStream<infer One> ? One : never

const words = ['I ', 'would ', 'like ', 'to ', 'tell ', 'Ana. ']
const usage = {
  inputTokens: { total: 1, noCache: 1, cacheRead: 0, cacheWrite: 0 },
  outputTokens: { total: 1, text: 1, reasoning: 0 },
}

/** Stands in for a model, so that the example runs without a key: it asks to send a mail, and then says what came of it. */
export const scriptedModel: Streams = {
  specificationVersion: 'v4',
  provider: 'scripted',
  modelId: 'scripted',
  supportedUrls: {},
  doGenerate: async () => {
    throw new Error('This model only streams.')
  },
  doStream: async ({ prompt }) => {
    const asks = prompt.at(-1)?.role === 'user'
    const said = asks ? words : ['That ', 'is ', 'settled. ', 'Anything ', 'else?']
    const call: Part = {
      type: 'tool-call',
      toolCallId: crypto.randomUUID(),
      toolName: 'send_mail',
      input: JSON.stringify({ to: 'ana@example.com', subject: 'The review', body: 'It moves to Thursday.' }),
    }
    const parts: Part[] = [
      { type: 'stream-start', warnings: [] },
      { type: 'text-start', id: '1' },
      ...said.map((delta): Part => ({ type: 'text-delta', id: '1', delta })),
      { type: 'text-end', id: '1' },
      ...(asks ? [call] : []),
      { type: 'finish', finishReason: { unified: asks ? 'tool-calls' : 'stop', raw: undefined }, usage },
    ]
    return {
      stream: new ReadableStream({
        async pull(controller) {
          await new Promise((resolve) => setTimeout(resolve, 80))
          const part = parts.shift()
          if (part) controller.enqueue(part)
          else controller.close()
        },
      }),
    }
  },
}
