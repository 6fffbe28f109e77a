import { agUiOverHttp } from 'intervention-bar/adapters/ag-ui'
import { createLangGraphGateway } from 'intervention-bar/adapters/langgraph'
import { lobeHubOverHttp } from 'intervention-bar/adapters/lobehub'
import { createHttpGateway } from 'intervention-bar/core'
import { expect, it } from 'vitest'

const { signal } = new AbortController()
type Answer = typeof globalThis.fetch

/** A request of each client that may act, in the place of whose answer the status comes. */
const requests: Readonly<Record<string, (fetch: Answer) => Promise<unknown>>> = {
  'the reference client': (fetch) => {
    const decisions = [{ toolCallId: 'call_1', revision: 'rev_1', decision: 'approved' }] as const
    const request = { conversationId: 'demo', operationId: 'op_1', requestId: 'req_1', decisions }
    return createHttpGateway({ baseUrl: 'http://x.test', fetch }).resume(request, { signal })
  },
  'AG-UI': async (fetch) => {
    const run = agUiOverHttp({ url: 'http://x.test', fetch })
    const input = { threadId: 'demo', runId: 'run_1', resume: [] }
    for await (const _ of run(input, { signal, requestId: 'req_1' }));
  },
  LobeHub: (fetch) => lobeHubOverHttp({ url: 'http://x.test', fetch })('aiAgent.execAgent', {}, { signal }),
}

it.each([
  [401, 'unauthenticated', 'no'],
  [403, 'forbidden', 'no'],
  [405, 'unsupported', 'no'],
  [408, 'unavailable', 'unknown'],
  [422, 'invalid', 'no'],
  [425, 'unavailable', 'unknown'],
  [429, 'rate_limited', 'no'],
  [500, 'unavailable', 'unknown'],
  [503, 'unavailable', 'unknown'],
])('%i means %s, applied: %s, for every adapter', async (status, code, applied) => {
  for (const ask of Object.values(requests)) {
    const asked = ask(async () => new Response('', { status, headers: { 'retry-after': '2' } }))
    const hint = ['unavailable', 'rate_limited'].includes(code) ? { retryAfterMs: 2_000 } : {}
    await expect(asked).rejects.toMatchObject({ code, applied, ...hint })
  }
})

it('reports a failed read as not applied', async () => {
  const fetch: Answer = async () => new Response('', { status: 503 })
  const clients = [
    createHttpGateway({ baseUrl: 'http://x.test', fetch }),
    createLangGraphGateway({ url: 'http://x.test', assistantId: 'agent', fetch }),
  ]
  for (const client of clients) {
    const read = client.readConversation('demo', { signal })
    await expect(read).rejects.toMatchObject({ code: 'unavailable', applied: 'no' })
  }
})
