import { type Message, Model, type ModelStreamEvent } from '@strands-agents/sdk'
import type { ModelLog } from './modelLog.ts'
import { createCallIds, lastWords, toolCallsFor } from './script.ts'

const nextId = createCallIds()

/** A scripted model of Strands. */
export class StrandsModel extends Model {
  readonly #folder: string
  readonly #log: ModelLog

  constructor(folder: string, log: ModelLog) {
    super()
    this.#folder = folder
    this.#log = log
  }
  override updateConfig(): void {}
  override getConfig(): { modelId: string } {
    return { modelId: 'scripted' }
  }
  override async *stream(messages: Message[]): AsyncIterable<ModelStreamEvent> {
    this.#log.turns += 1
    this.#log.told = JSON.stringify(messages)
    const [block] = messages.at(-1)?.content ?? []
    const calls = block?.type === 'textBlock' ? toolCallsFor(block.text, this.#folder) : []
    yield { type: 'modelMessageStartEvent', role: 'assistant' }
    for (const { name, argsText } of calls) {
      const start = { type: 'toolUseStart', name, toolUseId: nextId() } as const
      yield { type: 'modelContentBlockStartEvent', start }
      const delta = { type: 'toolUseInputDelta', input: argsText } as const
      yield { type: 'modelContentBlockDeltaEvent', delta }
      yield { type: 'modelContentBlockStopEvent' }
    }
    if (calls.length === 0) {
      yield { type: 'modelContentBlockStartEvent' }
      yield { type: 'modelContentBlockDeltaEvent', delta: { type: 'textDelta', text: lastWords } }
      yield { type: 'modelContentBlockStopEvent' }
    }
    yield { type: 'modelMessageStopEvent', stopReason: calls.length > 0 ? 'toolUse' : 'endTurn' }
  }
}
