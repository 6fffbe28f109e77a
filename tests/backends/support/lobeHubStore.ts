import { existsSync, readFileSync, writeFileSync } from 'node:fs'

/** A message as the server stores it, with the fields that matter here. */
export interface StoredMessage {
  readonly id: string
  readonly topicId: string
  readonly role: 'user' | 'assistant' | 'tool'
  readonly createdAt: string
  content: string
  readonly parentId?: string
  readonly tool_call_id?: string
  readonly agentId?: string
  readonly plugin?: { readonly identifier: string; readonly apiName: string; arguments: string }
  pluginIntervention?: Intervention
  pluginError?: { readonly message: string }
}

/** The stored approval of a tool message. */
export interface Intervention {
  readonly status: 'pending' | 'approved' | 'rejected' | 'aborted'
  /** The parked operation and the batch it sealed; absent on servers that seal none. */
  readonly operationId?: string
  readonly batchId?: string
  readonly rejectedReason?: string
  readonly resolutionRequestId?: string
}

/** The status of an operation. */
export type OperationStatus =
  | 'running'
  | 'waiting_for_human'
  | 'waiting_for_async_tool'
  | 'done'
  | 'error'
  | 'interrupted'

/** One operation. */
export interface StoredOperation {
  readonly id: string
  readonly topicId: string
  /** A server that is told none runs every tool unasked. */
  readonly approvalMode: string
  status: OperationStatus
  stepCount: number
  error?: { readonly type: string; readonly message: string }
}

/** A topic with the marker of the run that is under way. */
export interface StoredTopic {
  readonly id: string
  status: 'active' | 'running' | 'waitingForHuman'
  metadata: { runningOperation?: { readonly operationId: string } }
  updatedAt: string
}

/** Everything that outlives the process of the server. */
export interface LobeHubStore {
  readonly topics: Record<string, StoredTopic>
  readonly messages: StoredMessage[]
  readonly operations: Record<string, StoredOperation>
  /** The topics in which an approval is remembered. A server keeps it with the person; here rooms stay apart. */
  readonly allowed: string[]
  /** Mints an id that never comes again. */
  mint(kind: string): string
  /** Writes it all to disk. */
  save(): void
}

/** Opens the store in a file, as the last process left it. */
export function openLobeHubStore(file: string): LobeHubStore {
  const kept = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Kept) : emptyStore()
  return {
    ...kept,
    mint: (kind) => {
      kept.minted.count += 1
      return `${kind}_${kept.minted.count}`
    },
    save: () => writeFileSync(file, JSON.stringify(kept)),
  }
}

interface Kept extends Pick<LobeHubStore, 'topics' | 'messages' | 'operations' | 'allowed'> {
  readonly minted: { count: number }
}

function emptyStore(): Kept {
  return { topics: {}, messages: [], operations: {}, allowed: [], minted: { count: 0 } }
}
