import type { Decision } from '../../model/decision.ts'
import { type Intervention, settle, type SettledStatus } from '../../model/intervention.ts'
import { given } from '../given.ts'
import { argsTextOf, fieldsOf, textOf } from '../json.ts'
import { pendingCard } from '../pendingCard.ts'
import type { LobeHubOffer } from './LobeHubOptions.ts'

/** A message that is, or was, a call somebody has to decide on. */
export interface ToolRow {
  readonly card: Intervention
  /** The id of the message. */
  readonly id: string
  /** What the model called the call. */
  readonly callId: string
  /** The batch it is sealed in, where the server says so; then its operation is that of the card. */
  readonly batchId: string | undefined
  /** `form`: it asks for more than a yes. `producer`: so does an agent that goes on waiting in its own process. */
  readonly asks: 'approval' | 'form' | 'producer'
}

const producers = /^(claude-code|codex|cursor|devin|droid|qoder)$/
const forms = /^askUserQuestion$|^showAgentMarketplace$|user-interaction$/
const statuses: Readonly<Record<string, SettledStatus>> = {
  approved: 'approved',
  session_bypassed: 'approved',
  rejected: 'rejected_continue',
  aborted: 'withdrawn',
}

/** Reads one message; undefined: it is something else, or not stored yet. */
export function readRow(message: unknown, offers: readonly LobeHubOffer[]): ToolRow | undefined {
  const row = fieldsOf(message)
  const { role, plugin, pluginIntervention, parentId, createdAt, updatedAt, content, pluginError } = row
  const { identifier, apiName, arguments: args, intervention: older } = fieldsOf(plugin)
  const intervention = fieldsOf(pluginIntervention ?? older)
  const { status, operationId, batchId, deadline, rejectedReason, resolutionRequestId } = intervention
  const id = textOf(row['id'])
  const settled = statuses[String(status)]
  if (role !== 'tool' || !id || id.startsWith('tmp_') || (!settled && status !== 'pending')) return undefined
  const name = textOf(apiName)
  const server = textOf(identifier)
  const isForm = !name || !server || forms.test(name) || forms.test(server)
  const asks = producers.test(server ?? '') ? 'producer' : isForm ? 'form' : 'approval'
  const batch = textOf(operationId) && textOf(batchId)
  const mayClaim = asks === 'approval' && batch !== undefined
  const callId = textOf(row['tool_call_id']) ?? id
  const requestedAt = timeOf(createdAt)
  const decisions: readonly [Decision, ...Decision[]] =
    asks === 'approval' ? ['approved', 'rejected_continue'] : ['rejected_continue']
  const card = pendingCard({
    toolCallId: callId,
    // What is not sealed belongs to the turn that asked for it.
    operationId: textOf(operationId) ?? textOf(parentId) ?? id,
    tool: { name: name ?? server ?? 'tool', ...given({ server }) },
    argsText: argsTextOf(name ? args : message),
    decisions,
    editable: mayClaim && offers.includes('edit'),
    reason: asks === 'approval' ? 'optional' : 'none',
    remember: mayClaim && offers.includes('remember') ? ['always'] : [],
    requestedAt,
    ...given({ expiresAt: typeof deadline === 'number' ? deadline : undefined }),
  })
  const resolution = {
    at: timeOf(updatedAt ?? createdAt),
    ...given({
      requestId: textOf(resolutionRequestId),
      reason: textOf(rejectedReason),
      execution: settled === 'approved' && content ? { ok: !pluginError } : undefined,
    }),
  }
  return { id, callId, asks, batchId: batch, card: settled ? settle(card, settled, resolution) : card }
}

function timeOf(value: unknown): number {
  return new Date(value as string | number).getTime() || Date.now()
}
