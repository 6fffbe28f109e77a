import { render } from '@testing-library/react'
import { ApproveButton, GatewayProvider, Intervention } from 'intervention-bar'
import {
  agentThatAsks,
  calls,
  createMemoryGateway,
  createMockGateway,
  type MockGateway,
} from 'intervention-bar/mocks'
import 'intervention-bar/styles.css'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import '../support/cleanup.ts'

const boxOf = (name: string): DOMRect =>
  document.querySelector(`[data-part="${name}"]`)!.getBoundingClientRect()
const has = (name: string): boolean => document.querySelector(`[data-part="${name}"]`) !== null
/** The smallest distance between two boxes. */
function apart(one: DOMRect, other: DOMRect): number {
  const across = Math.max(one.left - other.right, other.left - one.right, 0)
  const along = Math.max(one.top - other.bottom, other.top - one.bottom, 0)
  return Math.hypot(across, along)
}

/** A lone button on a page, about a call that may destroy something. */
async function show(
  place: React.CSSProperties,
  { styled = false, onSubmit }: { readonly styled?: boolean; readonly onSubmit?: () => void } = {},
): Promise<MockGateway> {
  const mock = createMockGateway({ agent: agentThatAsks(calls.runCommand), paceMs: 0 })
  mock.say('demo', 'go')
  const style = { position: 'absolute', ...place } as const
  const button = styled ? (
    <Intervention.Root conversationId="demo" styled>
      <Intervention.Approve style={style} />
    </Intervention.Root>
  ) : (
    <ApproveButton conversationId="demo" style={style} />
  )
  render(
    <GatewayProvider gateway={createMemoryGateway(mock)}>
      {onSubmit ? (
        <form
          onSubmit={(event) => {
            event.preventDefault()
            onSubmit()
          }}
        >
          <input aria-label="Search" />
          {button}
        </form>
      ) : (
        button
      )}
      <div style={{ blockSize: '300rem' }} />
    </GatewayProvider>,
  )
  await expect.poll(() => document.querySelector('[data-part="approve"][data-armed]')).not.toBeNull()
  return mock
}

beforeEach(() => page.viewport(600, 500))
afterEach(() => {
  document.documentElement.dir = ''
})

describe('the second step of a lone button', () => {
  it.each([
    ['in the middle', { insetInlineStart: 300, insetBlockStart: 250 }],
    ['at the top, below it', { insetInlineStart: 300, insetBlockStart: 4 }],
    ['in the first corner', { insetInlineStart: 0, insetBlockStart: 4 }],
    ['in the last corner', { insetInlineEnd: 0, insetBlockStart: 440 }],
  ])('is in view, and 40 px away from Cancel, which has the box of the button: %s', async (_where, place) => {
    for (const dir of ['ltr', 'rtl']) {
      document.documentElement.dir = dir
      const mock = await show(place)
      const before = boxOf('approve')
      await userEvent.click(document.querySelector('[data-part="approve"]')!)
      const cancel = boxOf('confirm_cancel')
      for (const side of ['x', 'y', 'width', 'height'] as const)
        expect(cancel[side]).toBeCloseTo(before[side], 0)
      const group = boxOf('confirm')
      expect(group.left).toBeGreaterThanOrEqual(0)
      expect(group.top).toBeGreaterThanOrEqual(0)
      expect(group.right).toBeLessThanOrEqual(document.documentElement.clientWidth)
      expect(group.bottom).toBeLessThanOrEqual(innerHeight)
      expect(apart(group, cancel)).toBeGreaterThan(0)
      expect(apart(boxOf('confirm_approve'), cancel)).toBeGreaterThanOrEqual(40)
      await expect
        .poll(() => document.querySelector('[data-part="confirm_approve"][data-armed]'))
        .not.toBeNull()
      await userEvent.click(document.querySelector('[data-part="confirm_approve"]')!)
      await expect.poll(() => mock.executions.length).toBe(1)
      document.body.replaceChildren()
    }
  })

  it('stays beside its button when the page scrolls, and falls back when that leaves the view', async () => {
    await show({ insetInlineStart: 300, insetBlockStart: 300 })
    await userEvent.click(document.querySelector('[data-part="approve"]')!)
    const gap = boxOf('confirm_cancel').top - boxOf('confirm').bottom
    window.scrollTo(0, 80)
    await expect
      .poll(() => Math.abs(boxOf('confirm_cancel').top - boxOf('confirm').bottom - gap))
      .toBeLessThan(2)
    window.scrollTo(0, 2_000)
    await expect.poll(() => has('confirm')).toBe(false)
    window.scrollTo(0, 0)
  })
})

it('keeps its fill where the page takes that from every button, as Tailwind before 3.4.4 does', async () => {
  const preflight = document.createElement('style')
  preflight.textContent = `button, [type='button'], [type='reset'], [type='submit'] {
    -webkit-appearance: button; background-color: transparent; background-image: none;
  }`
  document.head.append(preflight)
  await show({ insetInlineStart: 300, insetBlockStart: 250 }, { styled: true })
  const fill = getComputedStyle(document.querySelector('[data-part="approve"]')!).backgroundColor
  expect(fill).not.toBe('rgba(0, 0, 0, 0)')
  await userEvent.click(document.querySelector('[data-part="approve"]')!)
  const danger = getComputedStyle(document.querySelector('[data-part="confirm_approve"]')!).backgroundColor
  expect(danger).toBe('rgb(200, 35, 26)')
  preflight.remove()
})

it('submits no form of the page around it, and is pressed by no Enter in a field of that', async () => {
  let submitted = 0
  const mock = await show(
    { insetInlineStart: 300, insetBlockStart: 250 },
    { onSubmit: () => (submitted += 1) },
  )
  await userEvent.click(document.querySelector('[data-part="approve"]')!)
  expect(has('confirm')).toBe(true)
  await userEvent.keyboard('{Escape}')
  await userEvent.click(page.getByRole('textbox', { name: 'Search' }))
  await userEvent.keyboard('{Enter}')
  expect(submitted).toBe(1)
  expect(has('confirm')).toBe(false)
  expect(mock.executions).toEqual([])
})
