import { agentThatAsks, calls } from 'intervention-bar/mocks'
import { beforeEach, describe, expect, it } from 'vitest'
import { cdp, page, userEvent } from 'vitest/browser'
import { armed, focusables, openChat, part, press, shows } from '../support/openChat.tsx'

beforeEach(() => page.viewport(800, 700))

const mail = { ...calls.sendMail, editable: true }
const middleOf = (element: Element): { x: number; y: number } => {
  const { left, top, width, height } = element.getBoundingClientRect()
  return { x: left + width / 2, y: top + height / 2 }
}
const mouse = (
  type: 'mousePressed' | 'mouseReleased',
  place: { x: number; y: number },
  clickCount = 1,
): Promise<unknown> => cdp().send('Input.dispatchMouseEvent', { type, ...place, button: 'left', clickCount })

describe('no accidental decisions', () => {
  it('A1: 200 characters typed into the composer while calls arrive decide nothing and are all there', async () => {
    const { mock, composer, sent } = openChat({ isQuiet: true })
    composer.focus()
    const text = 'yes no 1 2 a n Y N 0 '
    const arrivals = setInterval(() => void mock.say('demo', 'another'), 100)
    for (let round = 0; round < 10; round += 1) await userEvent.keyboard(`${text}{Enter}`)
    await armed()
    clearInterval(arrivals)
    await userEvent.keyboard(`${text}{Enter}`)
    expect(composer.value).toBe(`${text}\n`.repeat(11))
    expect(document.activeElement).toBe(composer)
    expect(sent()).toBe(0)
  })

  it('A2: no printable key, Enter or Escape on the page decides', async () => {
    const { sent } = openChat()
    await armed()
    document.body.focus()
    const printable = Array.from({ length: 95 }, (_one, at) => String.fromCharCode(32 + at)).join('')
    await userEvent.keyboard(printable.replaceAll('{', '{{').replaceAll('[', '[['))
    await userEvent.keyboard('{Enter}{Escape}')
    expect(sent()).toBe(0)
  })

  it('A3: a double click on Approve of the first of two calls is one decision', async () => {
    const { mock, sent } = openChat({ agent: agentThatAsks(mail, mail) })
    const place = middleOf(await armed())
    await mouse('mousePressed', place)
    await mouse('mouseReleased', place)
    await new Promise((resolve) => setTimeout(resolve, 150))
    await mouse('mousePressed', place, 2)
    await mouse('mouseReleased', place, 2)
    await expect.poll(() => mock.executions.length).toBe(1)
    await armed()
    expect(sent()).toBe(1)
  })

  it('A4: a pointer that went down before the call arrived decides nothing when it is released on Approve', async () => {
    const { mock, sent } = openChat({ isQuiet: true })
    await mouse('mousePressed', { x: 400, y: 100 })
    mock.say('demo', 'go')
    const place = middleOf(await armed())
    await cdp().send('Input.dispatchMouseEvent', { type: 'mouseMoved', ...place, button: 'left' })
    await mouse('mouseReleased', place)
    expect(sent()).toBe(0)
  })

  it('A5: a held Enter on Approve of the first of three calls is one decision', async () => {
    const { mock, sent } = openChat({ agent: agentThatAsks(mail, mail, mail) })
    ;(await armed()).focus()
    await new Promise((resolve) => setTimeout(resolve, 300))
    const enter = { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 13, text: '\r' }
    await cdp().send('Input.dispatchKeyEvent', { type: 'keyDown', ...enter })
    await expect.poll(() => mock.executions.length).toBe(1)
    for (let count = 0; count < 30; count += 1) {
      await cdp().send('Input.dispatchKeyEvent', { type: 'keyDown', autoRepeat: true, ...enter })
    }
    await armed()
    await cdp().send('Input.dispatchKeyEvent', { type: 'keyUp', ...enter })
    expect(sent()).toBe(1)
  })

  it('A6: an Enter that ends a composition in the note, an argument or the composer decides nothing', async () => {
    const { composer, sent } = openChat({ agent: agentThatAsks(mail) })
    await armed()
    const fields: readonly (() => Promise<HTMLTextAreaElement | HTMLInputElement>)[] = [
      async () => {
        await userEvent.click(part('reason_open'))
        return part('reason').querySelector('textarea')!
      },
      async () => composer,
      async () => {
        await userEvent.click(part('cancel'))
        await userEvent.click(part('more'))
        await userEvent.click(page.getByRole('menuitem', { name: /Edit/ }))
        await expect.poll(() => part('editing')?.querySelector('input')).toBeTruthy()
        return part('editing').querySelector('input')!
      },
    ]
    for (const open of fields) {
      const field = await open()
      field.focus()
      await cdp().send('Input.imeSetComposition', { selectionStart: 2, selectionEnd: 2, text: 'にほ' })
      const process = { key: 'Process', code: 'Enter', windowsVirtualKeyCode: 229 }
      await cdp().send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...process })
      await cdp().send('Input.dispatchKeyEvent', { type: 'keyUp', ...process })
      await cdp().send('Input.insertText', { text: '日本' })
      expect(field.value).toContain('日本')
    }
    expect(sent()).toBe(0)
  })

  it('A7: a press counts when the call has been in view for as long as arming says, and not before', async () => {
    const times = { shown: 0, armed: 0 }
    const watch = new MutationObserver(() => {
      if (part('approve')) times.shown ||= performance.now()
      if (part('approve')?.dataset['armed'] === '') times.armed ||= performance.now()
    })
    watch.observe(document.body, { subtree: true, childList: true, attributes: true })
    const { sent } = openChat({ bar: { arming: 500 } })
    await expect.poll(() => part('approve')).not.toBeNull()
    part('approve').click()
    expect(sent()).toBe(0)
    await armed()
    watch.disconnect()
    expect(times.armed - times.shown).toBeGreaterThanOrEqual(499)
    await press('approve')
    await shows(/You approved/)
  })

  it('A8: Escape decides nothing from wherever focus is in the bar, and leads one step back', async () => {
    const { sent, composer } = openChat({
      agent: agentThatAsks({ ...mail, tool: calls.runCommand.tool }, mail),
    })
    await armed()
    const positions: Readonly<Record<string, () => unknown>> = {
      composer: () => composer.focus(),
      heading: () => part('title').focus(),
      approve: () => part('approve').focus(),
      reject: () => part('reject').focus(),
      pager: () => part('pager').querySelector('button')!.focus(),
      menu: () => userEvent.click(part('more')),
      note: () => userEvent.click(part('reason_open')),
      'second step': async () => userEvent.click(await armed()),
    }
    const targets: Record<string, string | undefined> = {}
    for (const [name, take] of Object.entries(positions)) {
      composer.focus()
      await take()
      await userEvent.keyboard('{Escape}')
      const { activeElement } = document
      targets[name] = activeElement === composer ? 'composer' : (activeElement as HTMLElement).dataset['part']
    }
    // Out of the bar, or one step back to what opened it.
    expect(targets).toEqual({
      composer: 'composer',
      heading: 'composer',
      approve: 'composer',
      reject: 'composer',
      pager: 'composer',
      menu: 'more',
      note: 'reason_open',
      'second step': 'approve',
    })
    expect(sent()).toBe(0)
  })

  it('A9: Tab, arrows, hover and focus on each control decide nothing', async () => {
    const { sent } = openChat({ agent: agentThatAsks(mail, mail) })
    await armed()
    for (const one of focusables(part('bar'))) {
      one.focus()
      await cdp().send('Input.dispatchMouseEvent', { type: 'mouseMoved', ...middleOf(one) })
      await userEvent.keyboard('{ArrowLeft}{ArrowRight}{ArrowUp}{ArrowDown}{Tab}')
    }
    expect(sent()).toBe(0)
  })

  it('A10: a call that expires has not run', async () => {
    const { mock, sent } = openChat({ agent: agentThatAsks({ ...mail, expiresInMs: 900 }) })
    await shows(/expired at/)
    expect([sent(), mock.executions.length]).toEqual([0, 0])
  })

  it('A11: presses while a decision is on its way send nothing more', async () => {
    const { sent } = openChat({ faults: [{ name: 'never_answers', times: 3 }] })
    await press('approve')
    for (const name of ['approve', 'reject', 'reject_continue']) part(name).click()
    for (const name of ['approve', 'reject'])
      part(name).dispatchEvent(new MouseEvent('click', { bubbles: true, detail: 1 }))
    await shows(/It may have run/)
    expect(sent()).toBe(1)
  })

  it('A12: no scope is chosen before the person chooses it, none is the filled button, and each names the tool', async () => {
    const { mock } = openChat({ agent: agentThatAsks({ ...mail, remember: ['session', 'always'] }) })
    await armed()
    expect(part('approve')).toHaveTextContent(/^Approve$/)
    await userEvent.click(part('remember'))
    await expect.poll(() => document.querySelectorAll('[role="menuitemradio"]').length).toBe(3)
    const [once, ...scopes] = document.querySelectorAll('[role="menuitemradio"]')
    expect(once).toHaveAttribute('aria-checked', 'true')
    for (const scope of scopes) expect(scope).toHaveTextContent('send_mail')
    await userEvent.keyboard('{Escape}')
    await press('approve')
    await expect.poll(() => mock.executions.length).toBe(1)
    expect(mock.read('demo').interventions[0]).not.toHaveProperty('resolution.remember')
  })

  it('A13: approving what may destroy something takes a second step, by keyboard too', async () => {
    const { mock, sent } = openChat({ agent: agentThatAsks(calls.runCommand) })
    ;(await armed()).focus()
    await new Promise((resolve) => setTimeout(resolve, 300))
    await userEvent.keyboard('{Enter}')
    await shows(/may delete or overwrite something/)
    expect(sent()).toBe(0)
    ;(await armed('confirm_approve')).focus()
    await new Promise((resolve) => setTimeout(resolve, 300))
    await userEvent.keyboard('{Enter}')
    await expect.poll(() => mock.executions.length).toBe(1)
  })

  it('A14: a batch takes no call that may destroy something', async () => {
    const { sent } = openChat({ agent: agentThatAsks(mail, calls.runCommand, mail) })
    await armed()
    await userEvent.click(page.getByRole('button', { name: /See all/ }))
    await expect
      .poll(() => document.querySelectorAll('[data-part="list_item"] input[type="checkbox"]').length)
      .toBe(2)
    expect(sent()).toBe(0)
  })
})
