import type { LobeHubAgent } from './lobeHubAgent.ts'
import type { LobeHubStore, StoredMessage, StoredOperation } from './lobeHubStore.ts'

/** One decision of `resumeApproval` or `resumeApprovals`. */
export interface Approval {
  readonly decision: 'approved' | 'rejected' | 'rejected_continue'
  readonly parentMessageId: string
  readonly toolCallId: string
  readonly rejectionReason?: string
}

/** Input that a server refuses before it looks at anything. */
export class BadRequest extends Error {}
/** Somebody was first. It is an internal error on the wire. */
export class HumanApprovalAlreadyResolved extends Error {
  constructor(id: string) {
    super(`Human approval is no longer pending for tool message ${id}`)
  }
}

/** The content of a claim. */
export interface Claim {
  readonly action: {
    readonly type: string
    readonly scope?: 'once' | 'remember'
    readonly reason?: string
    readonly edits?: Readonly<Record<string, object>>
  }
  readonly batchId: string
  readonly operationId: string
  readonly resolutionRequestId: string
  readonly targets: readonly { readonly toolCallId: string; readonly toolMessageId: string }[]
}

/** One resume. */
export interface Resume {
  readonly topicId: string
  readonly anchor: unknown
  readonly approvals: readonly Approval[]
  readonly approvalMode: string
  readonly requestId?: string
}

/** The part of the server that takes decisions: all of a request or none, each message once on servers that seal. */
export interface LobeHubApprovals {
  resume(resume: Resume): StoredOperation
  claim(claim: Claim): object
  stop(input: {
    readonly batchId: string
    readonly operationId: string
    readonly toolMessageIds: readonly string[]
    readonly topicId: string
  }): object
}

/** Creates it. `decidesOnce`: it looks whether a call still waits. `claims`: the server keeps durable claims. */
export function createLobeHubApprovals(
  store: LobeHubStore,
  agent: LobeHubAgent,
  { decidesOnce, claims }: { readonly decidesOnce: boolean; readonly claims: boolean },
): LobeHubApprovals {
  const rowOf = (id: string): StoredMessage => {
    const row = store.messages.find((message) => message.id === id)
    if (!row) throw new Error(`tool message not found: ${id}`)
    if (row.role !== 'tool') throw new Error(`must point at a role='tool' message, got '${row.role}'`)
    return row
  }

  function resume({
    topicId,
    anchor,
    approvals,
    approvalMode,
    requestId = store.mint('legacy'),
  }: Resume): StoredOperation {
    const ids = approvals.map((one) => one.parentMessageId)
    const calls = approvals.map((one) => one.toolCallId)
    if (new Set(ids).size < ids.length || new Set(calls).size < calls.length)
      throw new BadRequest('Duplicate.')
    if (!ids.includes(String(anchor))) throw new BadRequest('parentMessageId must be one of the decisions.')
    const rows = approvals.map((one) => rowOf(one.parentMessageId))
    rows.forEach((row, index) => {
      if (row.topicId !== topicId) throw new Error('topicId does not match approval target message')
      if (row.tool_call_id !== approvals[index]?.toolCallId) throw new Error('toolCallId mismatch')
      const isLate = decidesOnce && row.pluginIntervention?.status !== 'pending'
      if (isLate) throw new HumanApprovalAlreadyResolved(row.id)
    })
    if (new Set(rows.map((row) => row.parentId)).size > 1) throw new Error('must resolve one assistant turn')
    const kinds = new Set(approvals.map((one) => one.decision === 'approved'))
    if (decidesOnce && kinds.size > 1) throw new Error('Unsupported payload for a sealed batch')
    rows.forEach((row, index) => {
      const { decision, rejectionReason: reason } = approvals[index]!
      const status = decision === 'approved' ? 'approved' : 'rejected'
      row.pluginIntervention = {
        ...row.pluginIntervention,
        status,
        ...(decidesOnce ? { resolutionRequestId: requestId } : {}),
        ...(reason === undefined ? {} : { rejectedReason: reason }),
      }
      if (status === 'approved') return
      row.content = `User reject this tool calling ${reason ? `with reason: ${reason}` : 'without reason'}`
    })
    store.save()
    return agent.carryOn(topicId, rows, approvalMode)
  }

  return {
    resume,
    claim: ({ action, batchId, operationId, resolutionRequestId, targets }) => {
      if (!claims) return { contractVersion: 2, status: 'unavailable', success: false }
      const rows = targets.map((target) => rowOf(target.toolMessageId))
      const isOf = (row: StoredMessage): boolean =>
        row.pluginIntervention?.operationId === operationId && row.pluginIntervention.batchId === batchId
      if (!rows.every(isOf)) {
        // Asked for again since, or settled: it is another batch by now.
        if (rows.some((row) => row.pluginIntervention?.status === 'pending')) throw new Error('Stale batch.')
      }
      const settled = rows.find((row) => row.pluginIntervention?.status !== 'pending')
      if (settled) {
        const status = settled.pluginIntervention?.status
        return { contractVersion: 2, state: 'already_resolved', status, success: true }
      }
      if (action.edits && (rows.length > 1 || Object.keys(action.edits).join() !== rows[0]?.id)) {
        throw new BadRequest('Argument edits are allowed only for one source target')
      }
      const edited = action.edits?.[rows[0]!.id]
      if (edited) rows[0]!.plugin!.arguments = JSON.stringify(edited)
      if (action.scope === 'remember') store.allowed.push(rows[0]!.topicId)
      const decision = action.type === 'approve_tool' ? 'approved' : 'rejected_continue'
      const approvals = targets.map(({ toolCallId, toolMessageId }): Approval => ({
        decision,
        parentMessageId: toolMessageId,
        toolCallId,
        ...(action.reason === undefined ? {} : { rejectionReason: action.reason }),
      }))
      const { topicId } = rows[0]!
      const operation = resume({
        topicId,
        anchor: targets[0]?.toolMessageId,
        approvals,
        // A claim keeps the mode of the run that was parked.
        approvalMode: store.operations[operationId]?.approvalMode ?? 'manual',
        requestId: resolutionRequestId,
      })
      const execution = { operationId: operation.id, autoStarted: true, success: true }
      return { contractVersion: 2, state: 'claimed', status: 'approved', success: true, execution }
    },
    stop: ({ batchId, operationId, toolMessageIds, topicId }) => {
      const operation = store.operations[operationId]
      const isParked = operation?.status === 'waiting_for_human' || operation?.status === 'interrupted'
      if (operation?.topicId !== topicId || !isParked) {
        throw new Error('operation is not the parked owner of this topic')
      }
      const batch = store.messages.filter(
        (row) =>
          row.pluginIntervention?.operationId === operationId && row.pluginIntervention.batchId === batchId,
      )
      const rows = toolMessageIds.map(rowOf)
      if (!batch.every((row) => rows.includes(row)) || !rows.every((row) => batch.includes(row))) {
        throw new Error('must cover the complete sealed batch')
      }
      for (const row of rows) {
        if (row.pluginIntervention?.status !== 'pending') throw new HumanApprovalAlreadyResolved(row.id)
      }
      for (const row of rows) row.pluginIntervention = { ...row.pluginIntervention, status: 'aborted' }
      // From one end of a stream to another: nothing more is published.
      operation.status = 'interrupted'
      store.topics[topicId]!.status = 'active'
      store.save()
      return { operationId, settledToolMessageIds: toolMessageIds, success: true }
    },
  }
}
