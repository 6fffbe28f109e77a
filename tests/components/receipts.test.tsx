import { act, fireEvent, render, screen } from '@testing-library/react'
import { GatewayError, GatewayProvider, InterventionBar, useBusy } from 'intervention-bar'
import type { GatewayClient, InterventionCall, Operation, SettledIntervention } from 'intervention-bar/core'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { aCard, aConversation, parked, running } from '../support/fixtures.ts'

let desks = 0

/** The bar over a server whose truth the test sets. */
async function show(resume?: GatewayClient['resume']) {
  let cards: readonly InterventionCall[] = []
  let operations: readonly Operation[] = [parked()]
  const gateway: GatewayClient = {
    id: `receipts-${(desks += 1)}`,
    readConversation: async () =>
      aConversation({ cursor: null, operations: [...operations], interventions: [...cards] }),
    resume: resume ?? (async () => ({ outcome: 'accepted', operationId: null })),
  }
  const Busy = (): React.ReactElement => <output>{String(useBusy('demo').isBusy)}</output>
  const { container } = render(
    <GatewayProvider gateway={gateway}>
      <InterventionBar conversationId="demo" />
      <Busy />
    </GatewayProvider>,
  )
  await passes(0)
  return {
    has: async (
      nextCards: readonly InterventionCall[],
      nextOperations: readonly Operation[] = [parked()],
    ) => {
      cards = nextCards
      operations = nextOperations
      act(() => void window.dispatchEvent(new Event('online')))
      await passes(0)
    },
    part: (name: string): HTMLElement | null => container.querySelector(`[data-part="${name}"]`),
    lines: (): readonly (string | null)[] =>
      [...container.querySelectorAll('[data-part="receipt"]:not([hidden]) p')].map((one) => one.textContent),
  }
}

async function passes(ms: number): Promise<void> {
  await act(() => vi.advanceTimersByTimeAsync(ms))
}

const asked = (count: number): readonly InterventionCall[] =>
  Array.from({ length: count }, (_one, at) =>
    aCard({ toolCallId: `call_${at}`, tool: { name: `tool_${at}` } }),
  )

const settled = (
  count: number,
  change: (at: number) => Partial<SettledIntervention> = () => ({}),
): readonly InterventionCall[] =>
  asked(count).map((card, at) => {
    const { status = 'approved', resolution = { at: 5 } } = change(at)
    return { ...card, status, resolution }
  })

const failed = { resolution: { at: 5, execution: { ok: false, message: 'mailbox full' } } }

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('receipts', () => {
  it('of one call are one line', async () => {
    const { has, lines, part } = await show()
    await has(asked(1))
    await has(settled(1))
    expect(lines()).toEqual([expect.stringContaining('approved tool_0')])
    expect(part('receipts_toggle')).toBeNull()
  })

  it('of a call that was asked about again, and settled by somebody else both times, are told both times', async () => {
    const { has, lines } = await show()
    await has(asked(1))
    await has(settled(1, () => ({ resolution: { at: 5, by: { id: 'ben', name: 'Ben' } } })))
    expect(lines()).toEqual([expect.stringContaining('Ben approved tool_0')])
    await passes(31_000)
    expect(lines()).toEqual([])
    await has(asked(1).map((card) => ({ ...card, revision: 'rev_2' })))
    expect(screen.getByRole('button', { name: 'Approve' })).toBeVisible()
    await has(
      settled(1, () => ({ status: 'rejected', resolution: { at: 9, by: { id: 'ana', name: 'Ana' } } })),
    )
    expect(lines()).toEqual([expect.stringContaining('Ana rejected tool_0')])
  })

  it('stay when a run ends, if their own run was not heard of yet', async () => {
    const { has, lines } = await show()
    const card = aCard({ toolCallId: 'call_9', operationId: 'op_9', tool: { name: 'tool_9' } })
    const withdrawn: InterventionCall = { ...card, status: 'withdrawn', resolution: { at: 5 } }
    await has([card], [running()])
    await has([withdrawn], [running()])
    expect(lines()).toEqual([expect.stringContaining('tool_9')])
    await has([withdrawn], [{ id: 'op_1', startedAt: 1, status: 'done', endedAt: 6 }])
    expect(lines()).toEqual([expect.stringContaining('tool_9')])
  })

  it('stay when an earlier run ends, after their own run was forgotten', async () => {
    const { has, lines } = await show()
    const old = aCard({ toolCallId: 'call_8', tool: { name: 'tool_8' } })
    const card = aCard({ toolCallId: 'call_9', operationId: 'op_9', tool: { name: 'tool_9' } })
    const approved = { status: 'approved', resolution: { at: 2_000 } } as const
    await has([old, card], [parked(), { ...parked('op_9'), startedAt: 1_500 }])
    await has(
      [old, { ...card, ...approved }],
      [parked(), { id: 'op_9', startedAt: 1_500, status: 'done', endedAt: 2_000 }],
    )
    await passes(40_000)
    await has([old, { ...card, ...approved }], [parked()])
    await has(
      [
        { ...old, ...approved },
        { ...card, ...approved },
      ],
      [{ id: 'op_1', startedAt: 1, status: 'done', endedAt: 2_500 }],
    )
    fireEvent.click(screen.getByRole('button', { name: 'Show' }))
    expect(lines().join()).toMatch(/tool_9.*tool_8/)
  })

  it('of several calls are one line that opens, and failures stay beside it', async () => {
    const { has, lines } = await show()
    const statuses = ['rejected', 'rejected_continue', 'expired'] as const
    await has(asked(7))
    await has(settled(7, (at) => (at === 6 ? failed : { status: statuses[at] ?? 'approved' })))
    expect(lines()).toEqual([expect.stringContaining('It failed: mailbox full')])
    const toggle = screen.getByRole('button', { name: 'Show' })
    expect(toggle).toHaveAccessibleDescription('3 approved, 2 rejected, 1 expired')
    expect(toggle).toHaveAttribute('aria-expanded', 'false')
    fireEvent.click(toggle)
    expect(toggle).toHaveAccessibleName('Show less')
    expect(toggle).toHaveAttribute('aria-expanded', 'true')
    expect(lines()).toHaveLength(7)
    fireEvent.click(toggle)
    expect(lines()).toHaveLength(1)
  })

  it('leave half a minute after nothing runs or waits any more, and failures stay', async () => {
    const { has, lines, part } = await show()
    await has(asked(3))
    await has(settled(2), [running()])
    await passes(29_000)
    await has(
      settled(3, (at) => (at === 2 ? failed : {})),
      [parked()],
    )
    await passes(29_000)
    expect(part('receipts_toggle')).not.toBeNull()
    await passes(2_000)
    expect(part('receipts_toggle')).toBeNull()
    expect(lines()).toEqual([expect.stringContaining('It failed')])
    await passes(600_000)
    expect(lines()).toHaveLength(1)
  })

  it('take the bar with them', async () => {
    const { has, part } = await show()
    await has(asked(7))
    await has(settled(7))
    expect(part('bar')).not.toBeNull()
    await passes(31_000)
    expect(part('bar')).toBeNull()
  })

  it('do not leave while a call waits', async () => {
    const { has, part } = await show()
    await has(asked(3))
    await has([...settled(2), asked(3)[2]!])
    await passes(120_000)
    expect(part('receipts_summary')).toHaveTextContent(/^2 approved/)
  })

  const attended = [
    ['hovered', fireEvent.pointerEnter, fireEvent.pointerLeave],
    ['focused', fireEvent.focus, fireEvent.blur],
  ] as const
  it.each(attended)('do not leave while they are %s', async (_how, come, go) => {
    const { has, part } = await show()
    await has(asked(2))
    await has(settled(2))
    await passes(20_000)
    come(part('receipts_toggle')!)
    await passes(60_000)
    expect(part('receipts_toggle')).not.toBeNull()
    go(part('receipts_toggle')!)
    await passes(0)
    expect(part('receipts_toggle')).toBeNull()
  })

  const later = (end?: number): Operation =>
    end === undefined ? running('op_2') : { id: 'op_2', status: 'done', startedAt: 2, endedAt: end }
  it.each(attended)('leave when the next run ends, but not while they are %s', async (_how, come, go) => {
    const { has, part } = await show()
    await has(asked(2))
    await has(settled(2))
    await has(settled(2), [parked(), later()])
    come(part('receipts_toggle')!)
    await has(settled(2), [parked(), later(9)])
    expect(part('receipts_toggle')).not.toBeNull()
    go(part('receipts_toggle')!)
    await passes(0)
    expect(part('receipts_toggle')).toBeNull()
  })

  it('of a failure stay when the next run ends, until they are dismissed', async () => {
    const { has, lines } = await show()
    await has(asked(1))
    await has(settled(1, () => failed))
    await has(
      settled(1, () => failed),
      [parked(), later()],
    )
    await has(
      settled(1, () => failed),
      [parked(), later(9)],
    )
    expect(lines()).toHaveLength(1)
    fireEvent.click(screen.getByRole('button', { name: 'Hide' }))
    await passes(0)
    expect(lines()).toEqual([])
  })
})

it('G7: a failure stays on the screen until something is done about it', async () => {
  const { has, part } = await show(async () => {
    throw new GatewayError({ code: 'forbidden', applied: 'no' })
  })
  await has(asked(1))
  await passes(600)
  fireEvent.click(part('approve')!)
  await passes(0)
  expect(part('error')).toHaveTextContent("You don't have permission")
  await passes(600_000)
  expect(part('error')).toHaveTextContent("You don't have permission")
})

describe('while a call waits', () => {
  it('the bar does not say that the agent is working, although its stream is still open', async () => {
    const { has, part } = await show()
    await has(asked(1), [running()])
    expect(screen.getByRole('status')).toHaveTextContent('true')
    expect(part('heading')).toHaveTextContent('Approval needed')
    expect(part('busy')).toBeNull()
    await passes(5_000)
    expect(document.body).not.toHaveTextContent('Assistant is working')
  })

  it('the bar says it of a later run, beside a call of an earlier turn', async () => {
    const { has, part } = await show()
    await has(asked(1), [parked(), { ...running('op_2'), startedAt: 2_000 }])
    expect(part('busy')).toHaveTextContent('Assistant is working…')
  })
})
