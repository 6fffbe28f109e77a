import { render } from '@testing-library/react'
import { GatewayProvider, InterventionBar } from 'intervention-bar'
import {
  agentThatAsks,
  calls,
  createMemoryGateway,
  createMockGateway,
  type MockGateway,
} from 'intervention-bar/mocks'
import 'intervention-bar/styles.css'
import { expect, it, vi } from 'vitest'
import { cdp, page, userEvent } from 'vitest/browser'
import '../support/cleanup.ts'

const part = (name: string): HTMLElement => document.querySelector<HTMLElement>(`[data-part="${name}"]`)!
const editable = { ...calls.sendMail, editable: true }
const outcomes = (mock: MockGateway): readonly string[] =>
  mock.read('demo').interventions.map(({ status }) => status)

function chat(count: number, composer: React.ReactNode): MockGateway {
  const mock = createMockGateway({ agent: agentThatAsks(...Array.from({ length: count }, () => editable)) })
  mock.open('demo')
  mock.say('demo', 'go')
  render(
    <GatewayProvider gateway={createMemoryGateway(mock)}>
      <InterventionBar conversationId="demo" />
      {composer}
    </GatewayProvider>,
  )
  return mock
}
async function armed(): Promise<void> {
  // A preview that comes later moves the buttons, and the guard, which looks each 100 ms, waits again.
  await expect.poll(() => part('preview')).not.toBeNull()
  let place = ''
  const isStill = (): boolean => {
    const before = place
    place = JSON.stringify(part('approve')?.getBoundingClientRect())
    return place === before && part('approve')?.dataset['armed'] === ''
  }
  await expect.poll(isStill, { interval: 150 }).toBe(true)
}

// The pages of other tests may take the focus of the window, and then a press is too early once more: a person repeats it.
async function press(chord: string, isDone: () => boolean): Promise<void> {
  for (let tries = 0; tries < 5 && !isDone(); tries += 1) {
    await armed()
    if (!isDone()) await userEvent.keyboard(chord)
    await vi.waitFor(() => expect(isDone()).toBe(true), 1_500).catch(() => undefined)
  }
  expect(isDone()).toBe(true)
}

it('decides a queue with F6 and one chord per request, and comes back to the caret in the composer', async () => {
  const mock = chat(4, <textarea aria-label="Message" defaultValue="a draft" />)
  await armed()
  const composer = page.getByRole('textbox', { name: 'Message' }).element() as HTMLTextAreaElement
  composer.focus()
  composer.setSelectionRange(2, 5)
  const lost: string[] = []
  const watch = new MutationObserver(() => document.activeElement === document.body && lost.push('body'))
  watch.observe(document.body, { subtree: true, childList: true, attributes: true })
  await userEvent.keyboard('{F6}')
  expect(document.activeElement).toBe(part('title'))
  for (const chord of [
    '{Control>}{Enter}{/Control}',
    '{Control>}{Shift>}{Enter}{/Shift}{/Control}',
    '{Control>}{Enter}{/Control}',
  ]) {
    const before = part('title').id
    await press(chord, () => part('title')?.id !== before)
    await expect.poll(() => document.activeElement).toBe(part('title'))
  }
  await press('{Alt>}{Shift>}{Backspace}{/Shift}{/Alt}', () => !outcomes(mock).includes('pending'))
  await expect.poll(() => document.activeElement).toBe(composer)
  expect([composer.selectionStart, composer.selectionEnd, composer.value]).toEqual([2, 5, 'a draft'])
  await expect.poll(() => outcomes(mock)).toEqual(['approved', 'rejected_continue', 'approved', 'rejected'])
  watch.disconnect()
  expect(lost).toEqual([])
})

it('approves two requests by keyboard alone: a held key decides one, and each has its own press', async () => {
  const mock = chat(2, <textarea aria-label="Message" />)
  await armed()
  const composer = page.getByRole('textbox', { name: 'Message' }).element() as HTMLTextAreaElement
  composer.focus()
  const tabTo = async (name: string): Promise<void> => {
    for (let tabs = 0; tabs < 20 && document.activeElement !== part(name); tabs += 1)
      await userEvent.keyboard('{Tab}')
    expect(document.activeElement).toBe(part(name))
  }
  await userEvent.keyboard('{F6}')
  const first = part('title')
  expect(document.activeElement).toBe(first)
  await tabTo('approve')
  await press('{Enter>}', () => part('title') !== first)
  // Still held: it is on the heading of the second request, where no key decides.
  await expect.poll(() => document.activeElement).toBe(part('title'))
  await armed()
  const enter = {
    key: 'Enter',
    code: 'Enter',
    windowsVirtualKeyCode: 13,
    text: '\r',
    autoRepeat: true,
  } as const
  const hold = async (): Promise<void> =>
    void (await cdp().send('Input.dispatchKeyEvent', { type: 'keyDown', ...enter }))
  await hold()
  expect(document.activeElement).toBe(part('title'))
  await tabTo('approve')
  await armed()
  await hold()
  expect(outcomes(mock)).toEqual(['approved', 'pending'])
  await userEvent.keyboard('{/Enter}')
  await press('{Enter}', () => outcomes(mock)[1] === 'approved')
  await expect.poll(() => document.activeElement).toBe(composer)
})

it('decides one request with a chord that is pressed twice at once, and leads to the next', async () => {
  const mock = chat(2, <textarea aria-label="Message" />)
  await armed()
  await userEvent.keyboard('{F6}')
  const first = part('title')
  await press('{Control>}{Enter}{Enter}{Enter>4/}{/Control}', () => part('title') !== first)
  await expect.poll(() => document.activeElement).toBe(part('title'))
  expect(outcomes(mock)).toEqual(['approved', 'pending'])
  await press('{Control>}{Enter}{/Control}', () => outcomes(mock)[1] === 'approved')
})

it('writes and deletes in every text field as if there were no chords', async () => {
  const mock = chat(
    1,
    <div contentEditable suppressContentEditableWarning role="textbox" aria-label="Message" tabIndex={0}>
      one two
    </div>,
  )
  await armed()
  const composer = page.getByRole('textbox', { name: 'Message' }).element() as HTMLElement
  composer.focus()
  getSelection()!.selectAllChildren(composer)
  getSelection()!.collapseToEnd()
  const caret = getSelection()!.anchorOffset
  await userEvent.keyboard('{F6}')
  expect(document.activeElement).toBe(part('title'))
  await userEvent.keyboard('{F6}')
  expect(document.activeElement).toBe(composer)
  expect([getSelection()!.anchorNode, getSelection()!.anchorOffset].at(1)).toBe(caret)
  await userEvent.keyboard('{F6}')
  await userEvent.click(part('reason_open'))
  const note = part('reason').querySelector('textarea')!
  await userEvent.keyboard('one two')
  await userEvent.keyboard('{Alt>}{Shift>}{Backspace}{/Shift}{/Alt}')
  await userEvent.keyboard('x')
  expect(note.value).toContain('one')
  expect(note.value.length).toBeLessThan('one two!'.length + 1)
  await userEvent.click(part('cancel'))
  await userEvent.keyboard('{Control>}e{/Control}')
  await expect.poll(() => document.activeElement?.matches('input, textarea')).toBe(true)
  await userEvent.keyboard(
    '{Alt>}{Shift>}{Backspace}{/Shift}{/Alt}{Control>}{Shift>}{Enter}{/Shift}{/Control}',
  )
  expect(outcomes(mock)).toEqual(['pending'])
  await userEvent.keyboard('{Escape}')
  expect(document.activeElement).not.toBe(document.body)
  expect(outcomes(mock)).toEqual(['pending'])
})

it('lists its keys in the top layer, whole on a phone', async () => {
  await page.viewport(320, 480)
  document.body.style.paddingTop = '120px'
  chat(2, <textarea aria-label="Message" />)
  await armed()
  await userEvent.click(part('more'))
  await userEvent.click(page.getByRole('menuitem', { name: 'Keyboard shortcuts' }))
  const list = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
  await expect.element(list.getByRole('button', { name: 'Close' })).toHaveFocus()
  const { left, right, top, bottom } = list.element().getBoundingClientRect()
  expect([left >= 0, right <= 320, top >= 0, bottom <= 480]).toEqual([true, true, true, true])
  expect(list.element().scrollHeight).toBeLessThanOrEqual(list.element().clientHeight)
  await userEvent.keyboard('{Escape}')
  expect(document.activeElement).toBe(part('more'))
  document.body.style.paddingTop = ''
})
