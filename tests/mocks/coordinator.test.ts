import type { Operation } from 'intervention-bar/core'
import { describe, expect, it } from 'vitest'
import { endEventOf } from '../../src/backend/responses.ts'
import { type CoordinatorPorts, createCoordinator } from '../../src/mocks/state.ts'
import type { EventDraft } from '../../src/model/event.ts'
import { parked, running } from '../support/fixtures.ts'

const done: Operation = { ...running(), status: 'done', endedAt: 2 }
const interrupted: Operation = { ...running(), status: 'interrupted', endedAt: 2 }
const failed: Operation = {
  ...running(),
  status: 'error',
  endedAt: 2,
  error: { code: 'x', message: '' },
}
const asynchronous: Operation = { ...running(), status: 'waiting_for_async_tool' }
const chunk: EventDraft = { type: 'stream_chunk', operationId: 'op_1', data: {} }

/** A coordinator that keeps a diary. */
function coordinator(publish: (event: EventDraft) => void = () => undefined) {
  const operations = new Map<string, Operation>()
  const diary: string[] = []
  const ports: CoordinatorPorts = {
    load: (id) => operations.get(id),
    save: (operation) => {
      operations.set(operation.id, operation)
      diary.push(`saved ${operation.status}`)
    },
    publish: (event) => {
      publish(event)
      diary.push(event.type === 'agent_runtime_end' ? `end ${event.data.reason}` : event.type)
    },
  }
  return { ...createCoordinator(ports), diary }
}

describe('rule S1: the coordinator', () => {
  it.each([
    [done, true],
    [failed, true],
    [interrupted, true],
    [parked(), true],
    [running(), false],
    [asynchronous, false],
  ] as const)('$status ends the stream: %s', (operation, ends) => {
    expect(endEventOf(operation) !== undefined).toBe(ends)
  })

  it.each([done, failed, interrupted, parked()])(
    'sends one end event for each entry into $status',
    (operation) => {
      const { commit, diary } = coordinator()
      commit(running())
      commit(operation)
      commit(operation)
      expect(diary.filter((entry) => entry.startsWith('end'))).toEqual([`end ${operation.status}`])
    },
  )

  const statuses = [running(), asynchronous, parked(), done, failed, interrupted]
  const pairs = statuses.flatMap((first) => statuses.map((second) => [first, second]))
  const triples = pairs.flatMap((pair) => statuses.map((third) => [...pair, third]))
  const sequences = [...pairs, ...triples].map((operations): [string, readonly Operation[]] => [
    operations.map((one) => one.status).join(', '),
    operations,
  ])

  it('is tested with every sequence of two and of three statuses', () => {
    expect(sequences).toHaveLength(252)
  })

  it.each(sequences)('sends one end event for each time that the stream is left: %s', (_name, operations) => {
    const { commit, diary } = coordinator()
    const entered: string[] = []
    let isOpen = true
    for (const operation of operations) {
      commit(operation)
      const { status } = operation
      const isWorking = status === 'running' || status === 'waiting_for_async_tool'
      if (isOpen && !isWorking) entered.push(`end ${status}`)
      isOpen = isWorking
    }
    expect(diary.filter((entry) => entry.startsWith('end'))).toEqual(entered)
  })

  it('sends no end event while an asynchronous tool runs', () => {
    const { commit, diary } = coordinator()
    commit(running())
    commit(asynchronous)
    expect(diary).toEqual(['saved running', 'saved waiting_for_async_tool'])
  })

  it('saves before it publishes, and publishes the events of a step before its end', () => {
    const { commit, diary } = coordinator()
    commit(running())
    commit(parked(), [chunk])
    expect(diary).toEqual([
      'saved running',
      'saved waiting_for_human',
      'stream_chunk',
      'end waiting_for_human',
    ])
  })

  it('sends the end event even if an event before it could not be published', () => {
    const { commit, diary } = coordinator((event) => {
      if (event.type === 'stream_chunk') throw new Error('no connection')
    })
    commit(running())
    commit(done, [chunk])
    expect(diary).toEqual(['saved running', 'saved done', 'end done'])
  })
})
