import { createAgUiGateway } from 'intervention-bar/adapters/ag-ui'
import type { InterventionCall } from 'intervention-bar/core'
import { expect, it } from 'vitest'

const { signal } = new AbortController()

const started = (runId: string): object => ({ type: 'RUN_STARTED', threadId: 'demo', runId })
const asks = (runId: string, id: string): readonly object[] => [
  started(runId),
  { type: 'TOOL_CALL_START', toolCallId: id, toolCallName: 'pay' },
  { type: 'TOOL_CALL_ARGS', toolCallId: id, delta: '{"amount":5}' },
  { type: 'TOOL_CALL_END', toolCallId: id },
  {
    type: 'RUN_FINISHED',
    runId,
    outcome: { type: 'interrupt', interrupts: [{ id: `i_${id}`, reason: 'tool_call', toolCallId: id }] },
  },
]
const first = asks('run_1', 'c1')
const finished = first.at(-1)!

/** Approves the call of the first run; the next one goes on for as long as the test wants. */
async function approved(more: readonly object[] = []) {
  let end: () => void = () => undefined
  const ended = new Promise<void>((resolve) => (end = resolve))
  let next = ''
  const gateway = createAgUiGateway({
    id: 'agent',
    input: () => ({ messages: [] }),
    async *run({ runId }) {
      next = runId
      yield started(runId)
      yield { type: 'TOOL_CALL_RESULT', toolCallId: 'c1', content: 'paid' }
      yield* more
      await ended
      yield { type: 'RUN_FINISHED', runId, outcome: { type: 'success' } }
    },
  })
  for (const event of first) gateway.observe('demo', event)
  const read = async () => gateway.readConversation('demo', { signal })
  const [{ toolCallId, revision, operationId }] = (await read()).interventions as [InterventionCall]
  const decisions = [{ toolCallId, revision, decision: 'approved' }] as const
  await gateway.resume({ conversationId: 'demo', operationId, requestId: 'req_1', decisions }, { signal })
  return {
    gateway,
    end,
    next: () => next,
    calls: async () =>
      (await read()).interventions.map(({ toolCallId: id, status }) => [id, status] as const),
    run: async (): Promise<string | undefined> => (await read()).operations.at(-1)?.status,
  }
}

it.each([
  ['the end of the run that asked', [finished]],
  ['the end of the run that asked, twice', [finished, finished]],
  ['the whole run that asked', first],
  ['the run that asked without its end', first.slice(0, -1)],
])('%s, told again after the decision, asks for nothing and takes nothing back', async (_what, again) => {
  const { gateway, calls, run, next, end } = await approved()
  for (const event of again) gateway.observe('demo', event)
  expect(await calls()).toEqual([['c1', 'approved']])
  // A replay goes on with what followed.
  gateway.observe('demo', started(next()))
  expect(await calls()).toEqual([['c1', 'approved']])
  expect(await run()).toBe('running')
  end()
  await expect.poll(run).toBe('done')
  expect(await calls()).toEqual([['c1', 'approved']])
})

it('an end that is told twice before the decision asks once', async () => {
  const gateway = createAgUiGateway({
    id: 'agent',
    input: () => ({ messages: [] }),
    run: async function* () {},
  })
  for (const event of [...first, finished, finished]) gateway.observe('demo', event)
  const { interventions } = await gateway.readConversation('demo', { signal })
  expect(interventions).toMatchObject([{ toolCallId: 'c1', status: 'pending', argsText: '{"amount":5}' }])
})

it('a late end of an earlier run leaves the calls of the one that waits now', async () => {
  const { gateway, calls, end } = await approved()
  end()
  for (const event of asks('run_3', 'c3')) gateway.observe('demo', event)
  gateway.observe('demo', { type: 'RUN_FINISHED', runId: 'run_1', outcome: { type: 'success' } })
  gateway.observe('demo', finished)
  expect(await calls()).toEqual([
    ['c1', 'approved'],
    ['c3', 'pending'],
  ])
})
