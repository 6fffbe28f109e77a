// @ts-nocheck -- It runs the built files, without types.
// One call is asked for, approved and run, through the built server entry and the built client, on whichever Node runs this.
import { createServer } from 'node:http'
import { Readable } from 'node:stream'
import { strict as assert } from 'node:assert'
import { createHttpGateway } from '../../../dist/core.js'
import { createClaims, createMemoryStore, createResumeRoute } from '../../../dist/server/index.js'

const ran = []
const call = { toolCallId: 'call_1', tool: { name: 'pay' }, argsText: '{"amount":9007199254740993}' }
const route = createResumeRoute({
  claims: createClaims({ store: createMemoryStore() }),
  authorize: () => ({ id: 'ana' }),
  agent: {
    start: async () => ({ state: 'asked', calls: [call] }),
    resume: async (decisions) => {
      ran.push(...decisions.map(({ decision }) => decision))
      return { state: 'done', calls: [] }
    },
  },
})
const server = createServer((incoming, outgoing) => void respond(incoming, outgoing))

async function respond(incoming, outgoing) {
  const gone = new AbortController()
  outgoing.on('close', () => gone.abort())
  const hasBody = incoming.method !== 'GET'
  const request = new Request(`http://${incoming.headers.host}${incoming.url}`, {
    method: incoming.method,
    headers: new Headers(Object.entries(incoming.headers)),
    body: hasBody ? Readable.toWeb(incoming) : null,
    signal: gone.signal,
    ...(hasBody && { duplex: 'half' }),
  })
  const answer = await route(request)
  outgoing.writeHead(answer.status, Object.fromEntries(answer.headers))
  if (answer.body)
    Readable.fromWeb(answer.body)
      .on('error', () => undefined)
      .pipe(outgoing)
  else outgoing.end()
}
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))

const { signal } = new AbortController()
const gateway = createHttpGateway({ baseUrl: `http://127.0.0.1:${server.address().port}/agent` })
await route.start('demo', 'go')
const waits = async () => (await gateway.readConversation('demo', { signal })).interventions[0]
const deadline = Date.now() + 10_000
while ((await waits())?.status !== 'pending' && Date.now() < deadline)
  await new Promise((next) => setTimeout(next, 20))
const { argsText, operationId, revision, toolCallId } = await waits()
assert.equal(argsText, call.argsText)
const decisions = [{ toolCallId, revision, decision: 'approved' }]
const request = { conversationId: 'demo', operationId, requestId: 'request_1', decisions }
const answer = await gateway.resume(request, { signal })
assert.equal(answer.outcome, 'accepted')
// The same request again is the same decision.
assert.equal((await gateway.resume(request, { signal })).operationId, answer.operationId)
while (ran.length === 0 && Date.now() < deadline) await new Promise((next) => setTimeout(next, 20))
assert.deepEqual(ran, ['approved'])
server.closeAllConnections()
server.close()
process.stdout.write(`Node ${process.version}: approved once, run once\n`)
process.exit(0)
