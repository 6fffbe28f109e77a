import {
  createClaims,
  createMemoryStore,
  createResumeRoute,
  questionOfMcp,
  resultForMcp,
} from 'intervention-bar/server'
import { describe, expect, it } from 'vitest'
import { clientOf, id } from '../support/clientOf.ts'

const { signal } = new AbortController()
const requestedSchema = {
  type: 'object',
  properties: { day: { enum: ['Monday', 'Friday'] } },
  required: ['day'],
}
const call = { toolCallId: 'call_1', server: 'calendar' }
const made = { toolCallId: 'call_1', revision: 'r' } as const

describe('an elicitation of an MCP server', () => {
  it('is a question of that server, with the schema or the address of its mode', () => {
    expect(questionOfMcp({ message: 'When?', requestedSchema }, call)).toMatchObject({
      tool: null,
      question: { kind: 'form', message: 'When?', schema: requestedSchema, from: { server: 'calendar' } },
      decisions: ['answered', 'rejected_continue', 'rejected'],
    })
    expect(questionOfMcp({ mode: 'url', message: 'Sign in', url: 'https://a.example' }, call)).toMatchObject({
      question: { kind: 'url', url: 'https://a.example' },
    })
  })

  it.each([
    { mode: 'url', message: '' },
    { mode: 'form', message: '' },
    { mode: 'voice', message: '' },
  ])('is refused if nobody could answer it: %j', (params) =>
    expect(() => questionOfMcp(params, call)).toThrow('No elicitation'),
  )

  it('is accepted with the answer, accepted without one, declined or cancelled', () => {
    const answerText = '{"day":"Friday"}'
    expect(resultForMcp({ ...made, decision: 'answered', answerText })).toEqual({
      action: 'accept',
      content: { day: 'Friday' },
    })
    expect(resultForMcp({ ...made, decision: 'answered' })).toEqual({ action: 'accept' })
    expect(resultForMcp({ ...made, decision: 'rejected_continue' })).toEqual({ action: 'decline' })
    expect(resultForMcp({ ...made, decision: 'rejected' })).toEqual({ action: 'cancel' })
  })

  it('lets the run wait for another tab once its address was opened', async () => {
    let end = (): void => undefined
    const route = createResumeRoute({
      claims: createClaims({ store: createMemoryStore() }),
      authorize: () => ({ id: 'you' }),
      agent: {
        start: async () => ({
          state: '',
          calls: [questionOfMcp({ mode: 'url', message: 'Sign in', url: 'https://a.example' }, call)],
        }),
        resume: () =>
          new Promise((resolve) => {
            end = () => resolve({ state: '', calls: [] })
          }),
      },
    })
    const operationId = await route.start(id, 'go')
    const client = clientOf(route)
    const read = () => client.readConversation(id, { signal })
    await expect.poll(async () => (await read()).interventions).toHaveLength(1)
    const { toolCallId, revision } = (await read()).interventions[0]!
    const decisions = [{ toolCallId, revision, decision: 'answered' }] as const
    await client.resume({ conversationId: id, operationId, requestId: 'req_1', decisions }, { signal })
    expect((await read()).operations.at(-1)?.status).toBe('waiting_for_async_tool')
    end()
    await expect.poll(async () => (await read()).operations.at(-1)?.status).toBe('done')
  })
})
