import { createHttpGateway, type ResumeAnswer } from 'intervention-bar/core'
import { expect, it } from 'vitest'

const { signal } = new AbortController()
const fields = [{ path: '/decisions/0/reason', message: 'Required.' }]

/** The answer of a server that says this to a decision. */
async function answered(status: number, body: unknown): Promise<ResumeAnswer> {
  const fetch = async (): Promise<Response> => new Response(JSON.stringify(body), { status })
  const decisions = [{ toolCallId: 'call_1', revision: '1', decision: 'rejected' }] as const
  const request = { conversationId: 'demo', operationId: 'op_1', requestId: 'req_1', decisions } as const
  return createHttpGateway({ baseUrl: 'http://gateway.test', fetch }).resume(request, { signal })
}

it.each([
  ['null', [null, ...fields]],
  ['a text', ['Required.', ...fields]],
  ['a field without words', [{ path: '/decisions' }, ...fields]],
  ['a field whose path is a list', [{ path: ['decisions'], message: 'No.' }, ...fields]],
])('422 with %s among its fields names the others', async (_what, all) => {
  await expect(answered(422, { code: 'invalid', fields: all })).rejects.toMatchObject({
    code: 'invalid',
    applied: 'no',
    fields,
  })
})

it.each([[undefined], [null], [[]], ['Required.'], [{ path: 'x' }], [[null]]])(
  '422 with the fields %j is a refusal all the same',
  async (all) => {
    const refused = answered(422, { code: 'invalid', fields: all })
    await expect(refused).rejects.toMatchObject({ code: 'invalid', applied: 'no' })
    await expect(refused).rejects.not.toHaveProperty('fields', expect.anything())
  },
)

it.each([
  [410, { code: 'expired' }, { outcome: 'gone', reason: 'expired' }],
  [410, { code: 'expired', fields: 'none' }, { outcome: 'gone', reason: 'expired' }],
  [410, { code: 'withdrawn', fields: null, operationId: null }, { outcome: 'gone', reason: 'withdrawn' }],
  [409, { code: 'already_resolved', operationId: null }, { outcome: 'already_resolved' }],
  [
    409,
    { code: 'already_resolved', operationId: 'op_2' },
    { outcome: 'already_resolved', operationId: 'op_2' },
  ],
  [409, { code: 'already_resolved', fields: [7] }, { outcome: 'already_resolved' }],
] as const)('%i with %j is an outcome, and never one that is not known', async (status, body, answer) => {
  expect(await answered(status, { ...body, interventions: [] })).toEqual({ ...answer, interventions: [] })
})
