import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createHttpGateway } from 'intervention-bar/core'
import { describeGateway } from 'intervention-bar/testing'
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

interface Agent {
  readonly sent: readonly string[]
}

interface Backend {
  answer(request: IncomingMessage, response: ServerResponse, path: string): Promise<unknown>
}

const folder = '../../stories/examples/node-backend'
let agent: Agent
let backend: Backend
let server: Server
let baseUrl = ''
let chats = 0

beforeAll(async () => {
  agent = (await import(`${folder}/agent.mjs`)) as Agent
  backend = (await import(`${folder}/backend.mjs`)) as Backend
  server = createServer(
    { keepAliveTimeout: 0 },
    (request, response) => void backend.answer(request, response, request.url ?? '/'),
  )
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

describeGateway(
  async () => {
    chats += 1
    const conversationId = `chat-${chats}`
    const before = agent.sent.length
    await fetch(`${baseUrl}/conversations/${conversationId}/messages`, {
      method: 'POST',
      body: JSON.stringify({ text: 'Tell Ana' }),
    })
    return {
      gateway: createHttpGateway({ baseUrl }),
      conversationId,
      executions: () => agent.sent.length - before,
    }
  },
  { name: 'the plain Node backend of the examples', describe, it },
)

it('is as short as its README says', () => {
  const lines = readFileSync('stories/examples/node-backend/backend.mjs', 'utf8').trimEnd().split('\n')
  expect(lines.length).toBeLessThanOrEqual(80)
})
