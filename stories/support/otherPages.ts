import type { GatewayClient, ResumeRequest } from 'intervention-bar/core'
import { digest } from '../../src/model/digest.ts'

/** Approves the one call that waits, as another page of the same chat does. */
export const otherApproval: ResumeRequest = {
  conversationId: 'demo',
  operationId: 'op_1',
  requestId: 'request_of_another_page',
  decisions: [{ toolCallId: 'call_1', revision: 'rev_1', decision: 'approved' }],
}

const scopeOf = ({ id }: GatewayClient): string => JSON.stringify([id, otherApproval.conversationId])

/** Writes the session storage of a page that was reloaded before its decision had an answer. */
export function leaveDecision(gateway: GatewayClient): void {
  const [made] = otherApproval.decisions
  const decisions = [{ ...made, revision: digest(made.revision) }]
  const left = { request: { ...otherApproval, decisions }, isExact: true }
  const key = `intervention-bar ${scopeOf(gateway)} ${otherApproval.requestId}`
  sessionStorage.setItem(key, JSON.stringify(left))
}

/** Sends this page the message of another tab: its decision is in flight, or over. */
export function tellAsOtherTab(gateway: GatewayClient, { isOver }: { readonly isOver: boolean }): void {
  const channel = new BroadcastChannel(`intervention-bar ${gateway.id}`)
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has no target.
  channel.postMessage({ page: 'another page', scope: scopeOf(gateway), request: otherApproval, isOver })
  channel.close()
}
