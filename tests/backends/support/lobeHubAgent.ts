import type { WriteArgs } from './fileTool.ts'
import type { LobeHubCoordinator } from './lobeHubCoordinator.ts'
import type { LobeHubStore, StoredMessage, StoredOperation } from './lobeHubStore.ts'
import { lastWords } from './script.ts'

/** The scripted model and the tool of the agent. */
export interface LobeHubBrain {
  /** One turn of the model, on everything that was said in a topic: the calls it asks for. */
  turn(topicId: string, messages: readonly StoredMessage[]): readonly WriteArgs[]
  mintCallId(): string
  write(args: WriteArgs): Promise<string>
}

/** The loop of the agent. */
export interface LobeHubAgent {
  /** Begins a run with what a person said. Resolves once it has come to rest. */
  start(topicId: string, text: string): Promise<void>
  /** Begins the run that carries on after decisions on some tool messages. */
  carryOn(topicId: string, decided: readonly StoredMessage[], approvalMode: string): StoredOperation
}

/** Creates the loop. `seals`: what waits is stamped with its operation and batch. */
export function createLobeHubAgent(
  store: LobeHubStore,
  coordinator: LobeHubCoordinator,
  brain: LobeHubBrain,
  seals: boolean,
): LobeHubAgent {
  const messagesOf = (topicId: string): readonly StoredMessage[] =>
    store.messages.filter((message) => message.topicId === topicId)

  function add(message: Omit<StoredMessage, 'id' | 'createdAt'>): StoredMessage {
    const stored = { ...message, id: store.mint('msg'), createdAt: new Date().toISOString() }
    store.messages.push(stored)
    return stored
  }

  /** Asks for a person: the events of the step come first, the end of the stream last. */
  function park(operation: StoredOperation, rows: readonly StoredMessage[]): void {
    const batchId = store.mint('batch')
    for (const row of rows) {
      row.pluginIntervention = {
        status: 'pending',
        ...(seals ? { operationId: operation.id, batchId } : {}),
      }
    }
    const calls = rows.map((row) => ({ id: row.tool_call_id, ...row.plugin }))
    coordinator.publish(operation, 'step_start', {
      phase: 'human_approval',
      requiresApproval: true,
      pendingToolsCalling: calls,
    })
    const toolMessageIds = Object.fromEntries(rows.map((row) => [row.tool_call_id, row.id]))
    const chunk = { chunkType: 'tools_calling', toolsCalling: calls, toolMessageIds }
    coordinator.publish(operation, 'stream_chunk', chunk)
    coordinator.enter(operation, 'waiting_for_human')
  }

  async function callModel(operation: StoredOperation): Promise<void> {
    const { topicId } = operation
    const asked = brain.turn(topicId, messagesOf(topicId))
    const parent = messagesOf(topicId).at(-1)
    const words = asked.length > 0 ? '' : lastWords
    const assistant = add({ topicId, role: 'assistant', content: words, parentId: parent?.id ?? '' })
    coordinator.publish(operation, 'stream_start', { assistantMessage: { id: assistant.id } })
    coordinator.publish(operation, 'stream_chunk', { chunkType: 'text', content: words })
    coordinator.publish(operation, 'stream_end', { finalContent: words })
    if (asked.length === 0) return coordinator.enter(operation, 'done')
    const said = messagesOf(topicId).findLast((message) => message.role === 'user')
    const agentId = said?.content.startsWith('delegate') ? { agentId: 'agt_2' } : {}
    const rows = asked.map((args) =>
      add({
        topicId,
        role: 'tool',
        content: '',
        parentId: assistant.id,
        tool_call_id: brain.mintCallId(),
        ...agentId,
        plugin: { identifier: 'files', apiName: 'write_file', arguments: JSON.stringify(args) },
      }),
    )
    const isUnasked = operation.approvalMode === 'headless' || store.allowed.includes(topicId)
    if (isUnasked) return runTools(operation, rows, isUnasked)
    park(operation, rows)
  }

  async function runTools(
    operation: StoredOperation,
    decided: readonly StoredMessage[],
    isUnasked = false,
  ): Promise<void> {
    for (const row of decided) {
      const isApproved = isUnasked || row.pluginIntervention?.status === 'approved'
      if (!isApproved || operation.status !== 'running') continue
      const toolCalling = { id: row.tool_call_id, ...row.plugin }
      coordinator.publish(operation, 'tool_start', { parentMessageId: row.id, toolCalling })
      try {
        row.content = await brain.write(JSON.parse(row.plugin!.arguments) as WriteArgs)
      } catch (thrown) {
        row.pluginError = { message: String(thrown) }
        row.content = String(thrown)
      }
      coordinator.publish(operation, 'tool_end', { isSuccess: !row.pluginError, payload: { toolCalling } })
      store.save()
    }
    if (operation.status !== 'running') return
    // Whatever of this turn still waits is asked for again; the model goes on once, after the last.
    const turn = decided[0]?.parentId
    const left = messagesOf(operation.topicId).filter(
      (row) => row.parentId === turn && row.pluginIntervention?.status === 'pending',
    )
    if (left.length > 0) park(operation, left)
    else await callModel(operation)
  }

  return {
    start: async (topicId, text) => {
      add({ topicId, role: 'user', content: text })
      const operation = coordinator.begin(topicId, 'manual')
      await Promise.resolve()
      await callModel(operation)
    },
    carryOn: (topicId, decided, approvalMode) => {
      const operation = coordinator.begin(topicId, approvalMode)
      void runTools(operation, decided).catch((thrown: unknown) => {
        operation.error = { type: 'AgentRuntimeError', message: String(thrown) }
        coordinator.enter(operation, 'error')
      })
      return operation
    },
  }
}
