import { QueryClient } from '@tanstack/react-query'
import { agentThatAsks, createMemoryGateway, createMockGateway } from 'intervention-bar/mocks'
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, expect, it, vi } from 'vitest'
import { scopeOf } from '../../src/client/cache.ts'
import { startPress } from '../../src/client/decide.ts'
import { followConversation } from '../../src/client/followConversation.ts'
import { createRecorder } from '../../src/devtools/recorder.ts'
import { traceOf, type Trace } from '../../src/devtools/trace.ts'

const folder = mkdtempSync(join(tmpdir(), 'trace-'))
afterAll(() => rmSync(folder, { recursive: true }))

// A busy machine is no failure.
const patience = { timeout: 60_000 }

/** A trace of one conversation: a lost answer, a restart, and more words than a recording keeps. */
async function record(): Promise<Trace> {
  const mock = createMockGateway({ agent: agentThatAsks({ tool: 'pay', args: { pin: '77-88-99' } }) })
  mock.say('demo', 'Pay')
  const address = {
    client: new QueryClient(),
    gateway: createMemoryGateway(mock),
    conversationId: 'demo',
  }
  const recorder = createRecorder(scopeOf(address))
  const stop = recorder.start()
  const follower = followConversation(address)
  const leave = follower.subscribe(() => undefined)
  const pending = await vi.waitUntil(
    () => follower.snapshot().state?.interventions.find(({ status }) => status === 'pending'),
    patience,
  )
  mock.fault({ name: 'drops_answer' })
  const { toolCallId, revision } = pending
  await startPress({
    ...address,
    source: 'hook',
    decisions: [{ toolCallId, revision, decision: 'approved' }],
  })
  for (let round = 0; round < 70; round += 1) {
    mock.say('demo', 'Pay again')
    if (round === 60) mock.fault({ name: 'restarts' })
  }
  await vi.waitUntil(() => {
    const { connection, state } = follower.snapshot()
    const isRead = state?.cursor === mock.read('demo').cursor && state.epoch === mock.read('demo').epoch
    return connection === 'live' && isRead
  }, patience)
  leave()
  stop()
  return traceOf(recorder.recording(), { conversationId: 'demo', secretKeys: ['pin'] })
}

async function simulate(trace: Trace): Promise<{ readonly stdout: string; readonly code: number }> {
  const file = join(folder, 'trace.json')
  writeFileSync(file, JSON.stringify(trace))
  const command = ['tests/simulation/simulate.mjs', '--trace', file]
  return promisify(execFile)(process.execPath, command).then(
    ({ stdout }) => ({ stdout, code: 0 }),
    (failed: { readonly stdout: string; readonly code: number }) => failed,
  )
}

it('repeats the trace of a page, and says where a changed one leads', async () => {
  const trace = await record()
  expect(JSON.stringify(trace)).not.toContain('77-88')
  const events = trace.steps.filter((step) => step.type !== 'following' || step.input.type === 'heard')
  expect(events.length).toBeGreaterThan(150)
  expect(events.length).toBeLessThanOrEqual(200)

  const whole = await simulate(trace)
  expect(whole.stdout).toContain('The end is the one in the trace.')
  expect(whole.code).toBe(0)

  const lastEvent = trace.steps.findLast(
    (step) => step.type === 'following' && step.input.type === 'heard' && 'operationId' in step.input.item,
  )
  const changed = await simulate({ ...trace, steps: trace.steps.filter((step) => step !== lastEvent) })
  expect(changed.stdout).toMatch(/The end differs\. \/state\/.* recorded .* repeated /)
  expect(changed.code).toBe(1)
})
