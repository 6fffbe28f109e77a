import { act, createEvent, fireEvent, render, screen } from '@testing-library/react'
import {
  GatewayProvider,
  InterventionBar,
  type InterventionBarProps,
  Intervention,
  useApprove,
} from 'intervention-bar'
import type { GatewayClient, InterventionCall as Card, ResumeRequest } from 'intervention-bar/core'
import { type ReactNode, StrictMode } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { aCard, aConversation, parked } from '../support/fixtures.ts'

// The port itself is the mock: nothing here waits for a network, and the clock is the test's own.
interface Desk {
  readonly sent: readonly ResumeRequest[]
  /** Replaces the cards of the server. */
  has(...cards: readonly Card[]): Promise<void>
}

async function renderDesk(bar: Partial<InterventionBarProps> = {}, children?: ReactNode): Promise<Desk> {
  const sent: ResumeRequest[] = []
  let cards: readonly Card[] = [aCard()]
  const gateway: GatewayClient = {
    id: `desk-${(desks += 1)}`,
    readConversation: async () =>
      aConversation({ cursor: null, operations: [parked()], interventions: cards }),
    resume: async (request) => {
      sent.push(request)
      cards = cards.filter((card) => card.toolCallId !== request.decisions[0].toolCallId)
      return { outcome: 'accepted', operationId: null }
    },
  }
  render(
    <StrictMode>
      <GatewayProvider gateway={gateway}>
        {children ?? <InterventionBar conversationId="demo" {...bar} />}
      </GatewayProvider>
    </StrictMode>,
  )
  await passes(0)
  return {
    sent,
    has: async (...next) => {
      cards = next
      act(() => void window.dispatchEvent(new Event('online')))
      await passes(0)
    },
  }
}
let desks = 0

async function passes(ms: number): Promise<void> {
  await act(() => vi.advanceTimersByTimeAsync(ms))
}
const approve = (): HTMLElement => screen.getByRole('button', { name: 'Approve' })
const isArmed = (): boolean => approve().hasAttribute('data-armed')
async function press(): Promise<void> {
  fireEvent.click(approve())
  await passes(0)
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

describe('a press counts only after the card was in view for long enough', () => {
  it.each([
    [undefined, 499, 0],
    [undefined, 500, 1],
    [1_000, 999, 0],
    [1_000, 1_000, 1],
    [0, 249, 0],
    [0, 250, 1],
    [Number.NaN, 499, 0],
    [Number.NaN, 500, 1],
    [Number.POSITIVE_INFINITY, 9_999, 0],
    [Number.POSITIVE_INFINITY, 10_000, 1],
  ])('arming %s, after %d ms: %d sent', async (arming, ms, count) => {
    const desk = await renderDesk(arming === undefined ? {} : { arming })
    await passes(ms)
    expect(isArmed()).toBe(count === 1)
    await press()
    expect(desk.sent).toHaveLength(count)
  })

  it('also for a button on its own', async () => {
    const desk = await renderDesk({}, <Intervention.Approve conversationId="demo" arming={300} />)
    await passes(299)
    await press()
    expect(desk.sent).toEqual([])
    await passes(300)
    await press()
    expect(desk.sent).toHaveLength(1)
  })

  it('not for hooks, which have no guard', async () => {
    function Own(): ReactNode {
      const { mutate } = useApprove('demo')
      return <button onClick={() => mutate({ toolCallId: 'call_1', revision: 'rev_1' })}>Now</button>
    }
    const both = (
      <>
        <Own />
        <InterventionBar conversationId="demo" hidden />
      </>
    )
    const desk = await renderDesk({}, both)
    fireEvent.click(screen.getByRole('button', { name: 'Now' }))
    await passes(0)
    expect(desk.sent).toHaveLength(1)
  })
})

describe('the arming time starts again', () => {
  const again: readonly (readonly [string, () => void])[] = [
    ['after a press that came too early', () => fireEvent.click(approve())],
    ['when the tab becomes visible', () => fireEvent(document, new Event('visibilitychange'))],
    ['when the window gets focus', () => fireEvent(window, new Event('focus'))],
    ['when the page comes out of the page cache', () => fireEvent(window, new Event('pageshow'))],
    ['when the page enters or leaves full screen', () => fireEvent(document, new Event('fullscreenchange'))],
  ]
  it.each(again)('%s', async (_when, happens) => {
    const desk = await renderDesk()
    await passes(490)
    act(happens)
    await passes(499)
    expect(isArmed()).toBe(false)
    await passes(1)
    expect(isArmed()).toBe(true)
    await press()
    expect(desk.sent).toHaveLength(1)
  })

  it('when the call changes', async () => {
    const desk = await renderDesk({ arming: 2_000 })
    await passes(2_000)
    expect(isArmed()).toBe(true)
    await desk.has(aCard({ revision: 'rev_2', argsText: '{}' }))
    expect(isArmed()).toBe(false)
    await press()
    expect(desk.sent).toEqual([])
    await passes(2_000)
    await press()
    expect(desk.sent.map((one) => one.decisions[0].revision)).toEqual(['rev_2'])
  })

  it('while the page is hidden', async () => {
    const desk = await renderDesk()
    const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true)
    await passes(2_000)
    expect(isArmed()).toBe(false)
    hidden.mockReturnValue(false)
    await passes(100)
    await passes(499)
    expect(isArmed()).toBe(false)
    await passes(1)
    expect(isArmed()).toBe(true)
    expect(desk.sent).toEqual([])
  })

  it.each([
    [64, true],
    [65, false],
  ])('after a move of %d px: still armed %s', async (px, stays) => {
    await renderDesk()
    await passes(500)
    vi.spyOn(approve(), 'getBoundingClientRect').mockReturnValue(new DOMRect(px, 0, 0, 0))
    await passes(100)
    expect(isArmed()).toBe(stays)
  })

  it('after a move that was not sampled before the press', async () => {
    const desk = await renderDesk()
    await passes(500)
    vi.spyOn(approve(), 'getBoundingClientRect').mockReturnValue(new DOMRect(0, 300, 0, 0))
    await press()
    expect(desk.sent).toEqual([])
    await passes(500)
    await press()
    expect(desk.sent).toHaveLength(1)
  })

  it('after early presses at most twenty times, so that nobody is locked out', async () => {
    const desk = await renderDesk()
    for (let click = 0; click < 66; click += 1) {
      await passes(150)
      await press()
    }
    expect(desk.sent).toEqual([])
    for (let click = 0; click < 4 && desk.sent.length === 0; click += 1) {
      await passes(150)
      await press()
    }
    expect(desk.sent).toHaveLength(1)
  })
})

describe('an accidental press is refused', () => {
  it('when it is a later click of a series', async () => {
    const desk = await renderDesk()
    await passes(500)
    fireEvent.click(approve(), { detail: 2 })
    await passes(0)
    expect(desk.sent).toEqual([])
  })

  it.each([
    ['is held down', { key: 'Enter', repeat: true }],
    ['is held down', { key: ' ', repeat: true }],
    ['ends a composition', { key: 'Enter', isComposing: true }],
  ])('when its key %s', async (_why, init) => {
    await renderDesk()
    await passes(500)
    const event = createEvent.keyDown(approve(), init)
    fireEvent(approve(), event)
    expect(event.defaultPrevented).toBe(true)
  })

  it('when it began before the card was armed', async () => {
    const desk = await renderDesk()
    await passes(499)
    fireEvent.pointerDown(approve())
    await passes(100)
    fireEvent.click(approve())
    await passes(0)
    expect(desk.sent).toEqual([])
  })

  it('when it began on the revision before', async () => {
    const desk = await renderDesk({ arming: 250 })
    await passes(250)
    fireEvent.pointerDown(approve())
    await desk.has(aCard({ revision: 'rev_2' }))
    await passes(250)
    fireEvent.click(approve())
    await passes(0)
    expect(desk.sent).toEqual([])
  })

  it('when it began on another card', async () => {
    const desk = await renderDesk({ arming: 250 })
    await desk.has(aCard(), aCard({ toolCallId: 'call_2' }))
    const first = approve()
    fireEvent.pointerDown(first)
    await desk.has(aCard({ toolCallId: 'call_2' }))
    await passes(250)
    expect(approve()).not.toBe(first)
    const click = createEvent.click(approve())
    Object.defineProperty(click, 'pointerType', { value: 'mouse' })
    fireEvent(approve(), click)
    await passes(0)
    expect(desk.sent).toEqual([])
    await press()
    expect(desk.sent).toHaveLength(1)
  })
})

describe('a deliberate press counts', () => {
  const ways: readonly (readonly [string, () => void])[] = [
    ['with a mouse, a pen or a finger', () => [fireEvent.pointerDown(approve()), fireEvent.click(approve())]],
    ['with a key', () => [fireEvent.keyDown(approve(), { key: 'Enter' }), fireEvent.click(approve())]],
    ['with a screen reader, which sends a click and nothing else', () => fireEvent.click(approve())],
  ]
  it('that brings the focus of the window with it, as the first click into a frame does', async () => {
    const desk = await renderDesk()
    await passes(500)
    fireEvent.pointerDown(approve())
    fireEvent(window, new Event('focus'))
    fireEvent.pointerUp(approve())
    fireEvent.click(approve(), { detail: 1 })
    await passes(0)
    expect(desk.sent).toHaveLength(1)
  })

  it.each(ways)('%s', async (_way, presses) => {
    const desk = await renderDesk()
    await passes(500)
    presses()
    await passes(0)
    expect(desk.sent).toHaveLength(1)
  })
})

it('leaves no timer behind when the card is unmounted', async () => {
  const desk = await renderDesk({ arming: 250 })
  await passes(250)
  await press()
  await passes(2_000)
  expect(desk.sent).toHaveLength(1)
  expect(screen.queryByRole('button', { name: 'Approve' })).toBeNull()
  const withReceipt = vi.getTimerCount()
  fireEvent.click(screen.getByRole('button', { name: 'Hide' }))
  await passes(2_000)
  expect(vi.getTimerCount()).toBeLessThanOrEqual(withReceipt)
})
