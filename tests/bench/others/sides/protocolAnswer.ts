import { args } from './content.ts'

const call = {
  toolCallId: 'call_1',
  operationId: 'op_1',
  revision: '1',
  tool: { name: 'send_mail', title: 'Send mail' },
  argsText: JSON.stringify(args),
  decisions: ['approved', 'rejected', 'rejected_continue'],
  editable: false,
  reason: 'optional',
  remember: [],
  requestedAt: 1,
  status: 'pending',
}
const pause = { answering: 'any', siblings: 'independent' }
const conversation = {
  id: 'demo',
  cursor: null,
  operations: [{ id: 'op_1', startedAt: 0, status: 'waiting_for_human', pause }],
  interventions: [call],
}

/** A backend of the reference protocol in the page. It takes 60 ms for a decision, and has no stream. */
export async function protocolAnswer(url: string, method: string): Promise<Response> {
  if (url.endsWith('/events')) return new Response(null, { status: 405 })
  if (method !== 'POST') return Response.json(conversation)
  await new Promise((resolve) => setTimeout(resolve, 60))
  return Response.json({ operationId: 'op_2', requestId: 'any' }, { status: 202 })
}
