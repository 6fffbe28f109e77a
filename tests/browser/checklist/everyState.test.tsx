import { render } from '@testing-library/react'
import { agentThatAsks, calls, questions } from 'intervention-bar/mocks'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { cdp, page, userEvent } from 'vitest/browser'
import { type BarState, barStates, type BarStateName } from '../../../stories/support/barStates.ts'
import { StateScene } from '../../../stories/support/StateScene.tsx'
import '../../support/cleanup.ts'
import '../../support/loadPreviews.ts'
import { hasTint, toldByColourAlone } from '../support/greyscale.ts'
import { outline } from '../support/outline.ts'
import { armed, focusables, openChat, part, press } from '../support/openChat.tsx'

interface Target {
  readonly name: string
  readonly isDecision: boolean
  readonly width: number
  readonly height: number
}

/** All that the lines of the checklist ask of one state. */
interface Seen {
  readonly outline: readonly string[]
  /** Names of controls that do not begin with the words on them. */
  readonly misnamed: readonly string[]
  readonly targets: Readonly<Record<'fine' | 'coarse' | 'narrow', readonly Target[]>>
  /** What only a colour tells. */
  readonly colours: readonly string[]
  /** The text behind the button of the exact text; null: no arguments are shown. */
  readonly exact: string | null
  /** The smallest distance of Approve from a rejection, in pixels, at each of the three. */
  readonly apart: readonly number[]
}

const mail = { ...calls.sendMail, editable: true, remember: ['session'] as const }

const edit = {
  tool: { name: 'edit_file', title: 'Edit a file' },
  args: { path: 'src/prices.ts', old_string: 'const vat = 0.19', new_string: 'const vat = 0.21' },
}

/** States that a press leads to, beside those of the stories. */
const opened: Readonly<Record<string, () => Promise<unknown>>> = {
  editing: async () => {
    openChat({ agent: agentThatAsks(mail) })
    await armed()
    await userEvent.click(part('more'))
    await userEvent.click(page.getByRole('menuitem', { name: /Edit/ }))
    await expect.poll(() => document.querySelectorAll('[data-part="editor"] textarea').length).toBe(1)
  },
  list: async () => {
    openChat({ agent: agentThatAsks(mail, mail, calls.runCommand) })
    await armed()
    await userEvent.click(part('position'))
    // What has just arrived has no tick yet.
    await expect.poll(() => document.querySelectorAll('[data-part="list_item"] input').length).toBe(2)
  },
  scopes: async () => {
    openChat({ agent: agentThatAsks(mail) })
    await armed()
    await userEvent.click(part('remember'))
    await expect.poll(() => document.querySelectorAll('[role="menuitemradio"]').length).toBe(2)
  },
  difference: async () => {
    openChat({ agent: agentThatAsks(edit) })
    await armed()
    await expect.poll(() => document.querySelectorAll('[data-part="preview"] ins').length).toBe(1)
  },
  'a field that is wrong': async () => {
    const inputSchema = {
      type: 'object',
      properties: { to: { type: 'string', minLength: 3 } },
      required: ['to'],
    }
    openChat({ agent: agentThatAsks({ ...mail, tool: { name: 'send_mail', inputSchema } }) })
    await armed()
    await userEvent.click(part('more'))
    await userEvent.click(page.getByRole('menuitem', { name: /Edit/ }))
    await userEvent.fill(page.getByRole('textbox', { name: 'to' }), 'a')
    await press('approve')
    await expect.poll(() => document.querySelector('[aria-invalid="true"]')).not.toBeNull()
  },
  'question in words': async () => {
    openChat({ agent: agentThatAsks(questions.day) })
    await armed('answer')
  },
  'question as a form': async () => {
    openChat({ agent: agentThatAsks(questions.delivery) })
    await armed('answer')
    await expect.poll(() => part('question').querySelector('input, select')).not.toBeNull()
  },
  'question of an address': async () => {
    openChat({ agent: agentThatAsks(questions.signIn) })
    await armed('answer')
  },
}

async function openState(name: string): Promise<void> {
  const open = opened[name]
  if (open) await open()
  else {
    document.body.style.margin = '0'
    render(<StateScene state={name as BarStateName} />)
    await expect.poll(() => document.querySelector('[data-reached]'), { message: name }).not.toBeNull()
    if (name === 'menu') await expect.poll(() => document.querySelector('[role="menuitem"]')).not.toBeNull()
  }
}

const decisions = /^(?:approve|reject|reject_continue|answer|confirm_approve|confirm_cancel)$/

function misnamed(): readonly string[] {
  return controls().flatMap((one) => {
    const [seen, name] = [one.innerText, one.getAttribute('aria-label') ?? one.textContent].map((text) =>
      text.replaceAll(/\s/g, '').toLowerCase(),
    ) as [string, string]
    const isNamed = one.matches('input, select, textarea')
      ? (one as HTMLInputElement).labels!.length > 0 || one.ariaLabel || one.ariaLabelledByElements?.length
      : name !== '' && name.startsWith(seen)
    return isNamed ? [] : [one.outerHTML]
  })
}

const controls = (): readonly HTMLElement[] => [
  ...focusables(part('bar')).filter((one) => one.matches('button, a[href], input, select, textarea')),
  ...document.querySelectorAll<HTMLElement>('[role^="menuitem"]'),
]

/** What a press hits: the whole of a label counts, and what a pseudo-element adds above and below. */
function targets(): readonly Target[] {
  return controls().map((one) => {
    const pressed = one.closest('label') ?? one
    const { left, top, width, height } = pressed.getBoundingClientRect()
    const hits = (offset: number): boolean =>
      pressed.contains(document.elementFromPoint(left + width / 2, top + offset))
    let [above, below] = [0, 0]
    if (height < 44) {
      while (above < 22 && hits(-above - 1)) above += 1
      while (below < 22 && hits(height + below)) below += 1
    }
    const name = one.dataset['part'] ?? (one.getAttribute('aria-label') || one.textContent)
    return {
      name,
      isDecision: decisions.test(name),
      width: Math.round(width),
      height: Math.round(height + above + below),
    }
  })
}

function apart(): number {
  const [approve, ...rejections] = ['approve', 'reject', 'reject_continue'].flatMap((name) => {
    const button = part(name)
    return button ? [button.getBoundingClientRect()] : []
  })
  if (!approve || !part('approve')) return Infinity
  const gaps = rejections.map(({ left, right, top, bottom }) =>
    Math.max(left - approve.right, approve.left - right, top - approve.bottom, approve.top - bottom),
  )
  return Math.min(...gaps)
}

const twoFrames = (): Promise<void> =>
  new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())))

async function look(): Promise<Seen> {
  // A preview comes in the place of the list.
  await expect
    .poll(() => {
      const content = part('arguments')
      const isOther = part('raw_toggle')?.textContent === 'Show preview'
      return !content || isOther || content.querySelector('ins, [data-part="editor"], [data-part="preview"]')
    })
    .toBeTruthy()
  const roots = document.querySelectorAll('[data-part="bar"], [data-part="menu"]')
  const colours = toldByColourAlone([...roots])
  if (hasTint([...roots])) tinted += 1
  const seen = { outline: await outline(), misnamed: misnamed(), colours }
  const [fine, fineGap] = [targets(), apart()]
  await cdp().send('Emulation.setTouchEmulationEnabled', { enabled: true })
  await twoFrames()
  expect(matchMedia('(pointer: coarse)').matches).toBe(true)
  const [coarse, coarseGap] = [targets(), apart()]
  await cdp().send('Emulation.setTouchEmulationEnabled', { enabled: false })
  document.body.style.inlineSize = '375px'
  await twoFrames()
  const [narrow, narrowGap] = [targets(), apart()]
  document.body.style.inlineSize = ''
  return {
    ...seen,
    targets: { fine, coarse, narrow },
    apart: [fineGap, coarseGap, narrowGap],
    exact: await exactText(),
  }
}

/** Presses the button of the exact text, last of all. */
async function exactText(): Promise<Seen['exact']> {
  const toggle = part('raw_toggle')
  if (!part('well')?.checkVisibility()) return null
  if (toggle?.textContent === 'Show exact text') toggle.click()
  await expect.poll(() => part('raw')).not.toBeNull()
  await expect
    .poll(() => {
      part('show_all')?.click()
      return part('raw').querySelector('[data-part="hidden_amount"]')
    })
    .toBeNull()
  return part('raw').textContent
}

/** The states that have a colour. */
let tinted = 0

const names = [...Object.keys(barStates), ...Object.keys(opened)]
const all: Record<string, Seen> = {}

describe('in every state', () => {
  beforeAll(() => page.viewport(800, 700))
  afterEach(() => cdp().send('Emulation.setTouchEmulationEnabled', { enabled: false }))

  it.each(names)('is one region with a name: %s', async (name) => {
    await openState(name)
    const seen = await look()
    expect(seen.outline[0]).toMatch(/^region "/)
    all[name] = seen
  })

  it('C2: assistive technology gets the same outline', () => {
    expect(Object.fromEntries(Object.entries(all).map(([name, seen]) => [name, seen.outline])))
      .toMatchInlineSnapshot(`
        {
          "a field that is wrong": [
            "region "Approval needed"",
            "  heading "Approval needed" [level=2]",
            "  group "Assistant wants to run send_mail"",
            "    heading "Assistant wants to run send_mail" [level=3]",
            "    button "More"",
            "    group "Arguments"",
            "      button "Undo my changes"",
            "      group "Edit as"",
            "        button "Form" [pressed]",
            "        button "Code"",
            "      textbox "to" [invalid]",
            "      deletion",
            "      textbox "subject"",
            "      textbox "body"",
            "    group",
            "    alert",
            "    button "Discard changes"",
            "    button "Approve with 1 edit"",
            "    group",
            "    button "Once"",
          ],
          "all_shown": [
            "region "Approval needed"",
            "  heading "Approval needed" [level=2]",
            "  group "Assistant wants to run Write a file write_file from workspace"",
            "    heading "Assistant wants to run Write a file write_file from workspace" [level=3]",
            "    button "More"",
            "    group "Arguments"",
            "      button "Show exact text"",
            "      term "File"",
            "    button "Tell Assistant what to do instead…"",
            "    button "Reject and stop"",
            "    button "Reject and continue"",
            "    button "Approve"",
          ],
          "changed": [
            "region "Approval needed"",
            "  heading "Approval needed" [level=2]",
            "  group "Assistant wants to run Send an email send_mail from mail"",
            "    heading "Assistant wants to run Send an email send_mail from mail" [level=3]",
            "    button "More"",
            "    button "Hide changes"",
            "    group "Arguments"",
            "      button "Show exact text"",
            "      term "to"",
            "      deletion",
            "      insertion",
            "      term "subject"",
            "      term "body"",
            "    button "Tell Assistant what to do instead…"",
            "    button "Reject and stop"",
            "    button "Reject and continue"",
            "    button "Approve"",
          ],
          "checking": [
            "region "Approval needed"",
            "  heading "Approval needed" [level=2]",
            "  group "Assistant wants to run Send an email send_mail from mail"",
            "    heading "Assistant wants to run Send an email send_mail from mail" [level=3]",
            "    button "More"",
            "    group "Arguments"",
            "      button "Show exact text"",
            "      term "To"",
            "      term "Subject"",
            "      term "Body"",
            "    button "Tell Assistant what to do instead…" [disabled]",
            "    button "Reject and stop" [disabled]",
            "    button "Reject and continue" [disabled]",
            "    button "Approving…" [disabled]",
          ],
          "confirming": [
            "region "Approval needed"",
            "  heading "Approval needed" [level=2]",
            "  group "Assistant wants to run Run a command run_command"",
            "    heading "Assistant wants to run Run a command run_command" [level=3]",
            "    button "More"",
            "    group "Arguments"",
            "      button "Show exact text"",
            "      term "Runs in"",
            "    group "Run a command may delete or overwrite something."",
            "      button "Approve anyway"",
            "    button "Cancel"",
          ],
          "covered": [
            "region "Approval needed"",
            "  heading "Approval needed" [level=2]",
            "  group "Assistant wants to run Send an email send_mail from mail"",
            "    heading "Assistant wants to run Send an email send_mail from mail" [level=3]",
            "    button "More"",
            "    group "Arguments"",
            "      button "Show exact text"",
            "      term "To"",
            "      term "Subject"",
            "      term "Body"",
            "    alert",
            "    button "Tell Assistant what to do instead…"",
            "    button "Reject and stop"",
            "    button "Reject and continue"",
            "    button "Approve"",
            "    group",
          ],
          "decided_elsewhere": [
            "region "Activity"",
            "  heading "Activity" [level=2]",
            "  button "Hide"",
          ],
          "deciding": [
            "region "Approval needed"",
            "  heading "Approval needed" [level=2]",
            "  group "Assistant wants to run Send an email send_mail from mail"",
            "    heading "Assistant wants to run Send an email send_mail from mail" [level=3]",
            "    button "More"",
            "    group "Arguments"",
            "      button "Show exact text"",
            "      term "To"",
            "      term "Subject"",
            "      term "Body"",
            "    button "Tell Assistant what to do instead…" [disabled]",
            "    button "Reject and stop" [disabled]",
            "    button "Reject and continue" [disabled]",
            "    button "Approving…" [disabled]",
          ],
          "difference": [
            "region "Approval needed"",
            "  heading "Approval needed" [level=2]",
            "  group "Assistant wants to run Edit a file edit_file"",
            "    heading "Assistant wants to run Edit a file edit_file" [level=3]",
            "    button "More"",
            "    group "Arguments"",
            "      button "Show exact text"",
            "      term "File"",
            "      deletion",
            "      insertion",
            "    button "Tell Assistant what to do instead…"",
            "    button "Reject and stop"",
            "    button "Reject and continue"",
            "    button "Approve"",
          ],
          "editing": [
            "region "Approval needed"",
            "  heading "Approval needed" [level=2]",
            "  group "Assistant wants to run Send an email send_mail from mail"",
            "    heading "Assistant wants to run Send an email send_mail from mail" [level=3]",
            "    button "More"",
            "    group "Arguments"",
            "      button "Undo my changes" [disabled]",
            "      group "Edit as"",
            "        button "Form" [pressed]",
            "        button "Code"",
            "      textbox "to"",
            "      textbox "subject"",
            "      textbox "body"",
            "    group",
            "    button "Discard changes"",
            "    button "Approve"",
            "    button "Once"",
          ],
          "exact_text": [
            "region "Approval needed"",
            "  heading "Approval needed" [level=2]",
            "  group "Assistant wants to run Send an email send_mail from mail"",
            "    heading "Assistant wants to run Send an email send_mail from mail" [level=3]",
            "    button "More"",
            "    group "Arguments"",
            "      button "Show preview"",
            "    button "Tell Assistant what to do instead…"",
            "    button "Reject and stop"",
            "    button "Reject and continue"",
            "    button "Approve"",
          ],
          "expiring": [
            "region "Approval needed"",
            "  heading "Approval needed" [level=2]",
            "  group "Assistant wants to run Send an email send_mail from mail"",
            "    heading "Assistant wants to run Send an email send_mail from mail" [level=3]",
            "    timer",
            "      button "Give me more time"",
            "    button "More"",
            "    group "Arguments"",
            "      button "Show exact text"",
            "      term "To"",
            "      term "Subject"",
            "      term "Body"",
            "    button "Tell Assistant what to do instead…"",
            "    button "Reject and stop"",
            "    button "Reject and continue"",
            "    button "Approve"",
          ],
          "failed": [
            "region "Approval needed"",
            "  heading "Approval needed" [level=2]",
            "  group "Assistant wants to run Send an email send_mail from mail"",
            "    heading "Assistant wants to run Send an email send_mail from mail" [level=3]",
            "    button "More"",
            "    group "Arguments"",
            "      button "Show exact text"",
            "      term "To"",
            "      term "Subject"",
            "      term "Body"",
            "    button "Tell Assistant what to do instead…"",
            "    button "Reject and stop"",
            "    button "Reject and continue"",
            "    button "Try again"",
          ],
          "held_back": [
            "region "Approval needed"",
            "  heading "Approval needed" [level=2]",
            "  group "Assistant wants to run Run a command run_command"",
            "    heading "Assistant wants to run Run a command run_command" [level=3]",
            "    button "More"",
            "    group "Arguments"",
            "      button "Show exact text"",
            "      term "Runs in"",
            "    button "Show all 123 lines"",
            "    button "Tell Assistant what to do instead…"",
            "    button "Reject and stop"",
            "    button "Reject and continue"",
            "    button "Approve"",
          ],
          "later": [
            "region "Approval needed"",
            "  heading "Approval needed" [level=2]",
            "  button "Open"",
          ],
          "list": [
            "region "3 approvals needed"",
            "  heading "3 approvals needed" [level=2]",
            "  heading "3 approvals needed" [level=3]",
            "  checkbox "Tick all 2 that are alike"",
            "  list "Requests that wait"",
            "    checkbox "Decide together: Send an email, ana@example.com"",
            "    button "Send an email {"to":"ana@example.com","subject":"Moving the review to Thursday","body":"Hi Ana,\\n\\ncan we move the review to Thursday at 0:00? The figures arrive on Wednesday.\\n\\nThank you"}"",
            "    checkbox "Decide together: Send an email, ana@example.com"",
            "    button "Send an email {"to":"ana@example.com","subject":"Moving the review to Thursday","body":"Hi Ana,\\n\\ncan we move the review to Thursday at 0:00? The figures arrive on Wednesday.\\n\\nThank you"}"",
            "    button "Run a command {"command":"rm -rf build && npm run build","cwd":"/srv/shop"} May delete or overwrite. Review separately"",
            "  group "Ticked"",
            "  button "Back"",
          ],
          "long": [
            "region "Approval needed"",
            "  heading "Approval needed" [level=2]",
            "  group "Assistant wants to run Write a file write_file from workspace"",
            "    heading "Assistant wants to run Write a file write_file from workspace" [level=3]",
            "    button "More"",
            "    group "Arguments"",
            "      button "Show exact text"",
            "      term "File"",
            "    button "Show all 401 lines"",
            "    button "Tell Assistant what to do instead…"",
            "    button "Reject and stop"",
            "    button "Reject and continue"",
            "    button "Approve"",
          ],
          "may_destroy": [
            "region "Approval needed"",
            "  heading "Approval needed" [level=2]",
            "  group "Assistant wants to run Run a command run_command"",
            "    heading "Assistant wants to run Run a command run_command" [level=3]",
            "    button "More"",
            "    group "Arguments"",
            "      button "Show exact text"",
            "      term "Runs in"",
            "    button "Tell Assistant what to do instead…"",
            "    button "Reject and stop"",
            "    button "Reject and continue"",
            "    button "Approve"",
          ],
          "menu": [
            "region "Approval needed"",
            "  heading "Approval needed" [level=2]",
            "  group "Assistant wants to run Send an email send_mail from mail"",
            "    heading "Assistant wants to run Send an email send_mail from mail" [level=3]",
            "    button "More" [expanded]",
            "    menu "More"",
            "      menuitem "Copy details"",
            "      menuitem "Keyboard shortcuts"",
            "      menuitem "Decide later It keeps waiting. Nothing is decided."",
            "    group "Arguments"",
            "      button "Show exact text"",
            "      term "To"",
            "      term "Subject"",
            "      term "Body"",
            "    button "Tell Assistant what to do instead…"",
            "    button "Reject and stop"",
            "    button "Reject and continue"",
            "    button "Approve"",
          ],
          "not_live": [
            "region "Approval needed"",
            "  heading "Approval needed" [level=2]",
            "  group "Assistant wants to run Send an email send_mail from mail"",
            "    heading "Assistant wants to run Send an email send_mail from mail" [level=3]",
            "    button "More"",
            "    group "Arguments"",
            "      button "Show exact text"",
            "      term "To"",
            "      term "Subject"",
            "      term "Body"",
            "    button "Tell Assistant what to do instead…"",
            "    button "Reject and stop"",
            "    button "Reject and continue"",
            "    button "Approve"",
          ],
          "note": [
            "region "Approval needed"",
            "  heading "Approval needed" [level=2]",
            "  group "Assistant wants to run Send an email send_mail from mail"",
            "    heading "Assistant wants to run Send an email send_mail from mail" [level=3]",
            "    button "More"",
            "    group "Arguments"",
            "      button "Show exact text"",
            "      term "To"",
            "      term "Subject"",
            "      term "Body"",
            "    button "Cancel"",
            "    textbox "Tell Assistant what to do instead"",
            "    button "Reject and stop"",
            "    button "Reject and send note"",
            "    button "Approve"",
          ],
          "other_tab": [
            "region "Approval needed"",
            "  heading "Approval needed" [level=2]",
            "  group "Assistant wants to run Send an email send_mail from mail"",
            "    heading "Assistant wants to run Send an email send_mail from mail" [level=3]",
            "    button "More"",
            "    group "Arguments"",
            "      button "Show exact text"",
            "      term "To"",
            "      term "Subject"",
            "      term "Body"",
            "    button "Tell Assistant what to do instead…"",
            "    button "Reject and stop"",
            "    button "Reject and continue"",
            "    button "Approve"",
          ],
          "question as a form": [
            "region "Answer needed"",
            "  heading "Answer needed" [level=2]",
            "  group "Assistant asks How should the order be delivered? from shop"",
            "    heading "Assistant asks How should the order be delivered? from shop" [level=3]",
            "    button "More"",
            "    group "Your answer"",
            "      radiogroup "Speed" [required]",
            "        radio "Three days"",
            "        radio "Tomorrow"",
            "      textbox "City" [required]",
            "      group "Not on"",
            "        checkbox "Saturday"",
            "        checkbox "Sunday"",
            "      radiogroup "As a gift"",
            "        radio "Yes"",
            "        radio "No" [checked]",
            "      radiogroup "If nobody is there"",
            "        radio "At the neighbour"",
            "        radio "In the garage"",
            "      textbox "Something else"",
            "    button "Reject and stop"",
            "    button "Don't answer"",
            "    button "Answer"",
          ],
          "question in words": [
            "region "Answer needed"",
            "  heading "Answer needed" [level=2]",
            "  group "Assistant asks Which day should the mail to Ana name?"",
            "    heading "Assistant asks Which day should the mail to Ana name?" [level=3]",
            "    button "More"",
            "    textbox "Your answer" [required]",
            "    button "Reject and stop"",
            "    button "Don't answer"",
            "    button "Answer"",
          ],
          "question of an address": [
            "region "Answer needed"",
            "  heading "Answer needed" [level=2]",
            "  group "Assistant asks Sign in to the calendar from calendar"",
            "    heading "Assistant asks Sign in to the calendar from calendar" [level=3]",
            "    button "More"",
            "    button "Reject and stop"",
            "    button "Don't answer"",
            "    link "Open and continue"",
          ],
          "receipt": [
            "region "Activity"",
            "  heading "Activity" [level=2]",
            "  button "Hide"",
          ],
          "receipts": [
            "region "Activity"",
            "  heading "Activity" [level=2]",
            "  button "Show"",
            "  button "Hide all"",
          ],
          "scopes": [
            "region "Approval needed"",
            "  heading "Approval needed" [level=2]",
            "  group "Assistant wants to run Send an email send_mail from mail"",
            "    heading "Assistant wants to run Send an email send_mail from mail" [level=3]",
            "    button "More"",
            "    group "Arguments"",
            "      button "Show exact text"",
            "      term "To"",
            "      term "Subject"",
            "      term "Body"",
            "    button "Tell Assistant what to do instead…"",
            "    button "Reject and stop"",
            "    button "Reject and continue"",
            "    button "Approve"",
            "    button "Once" [expanded]",
            "    menu "How long to approve it"",
            "      menuitemradio "Just this one You are asked again the next time." [checked]",
            "      menuitemradio "Every send_mail from mail in this chat With any arguments. You can take this back in the approval settings."",
          ],
          "sent_together": [
            "region "2 approvals needed"",
            "  heading "2 approvals needed" [level=2]",
            "  group "Assistant wants to run Send an email send_mail from mail"",
            "    heading "Assistant wants to run Send an email send_mail from mail" [level=3]",
            "    group "Requests that wait"",
            "      button "Previous request" [disabled]",
            "      button "Request 1 of 2. See all"",
            "      button "Next request"",
            "    button "More"",
            "    group "Arguments"",
            "      button "Show exact text"",
            "      term "To"",
            "      term "Subject"",
            "      term "Body"",
            "    button "Tell Assistant what to do instead…"",
            "    button "Reject and stop"",
            "    button "Reject and continue"",
            "    button "Approve"",
          ],
          "several": [
            "region "3 approvals needed"",
            "  heading "3 approvals needed" [level=2]",
            "  group "Assistant wants to run Send an email send_mail from mail"",
            "    heading "Assistant wants to run Send an email send_mail from mail" [level=3]",
            "    group "Requests that wait"",
            "      button "Previous request" [disabled]",
            "      button "Request 1 of 3. See all"",
            "      button "Next request"",
            "    button "More"",
            "    group "Arguments"",
            "      button "Show exact text"",
            "      term "To"",
            "      term "Subject"",
            "      term "Body"",
            "    button "Tell Assistant what to do instead…"",
            "    button "Reject and stop"",
            "    button "Reject and continue"",
            "    button "Approve"",
          ],
          "unknown": [
            "region "Approval needed"",
            "  heading "Approval needed" [level=2]",
            "  group "Assistant wants to run Send an email send_mail from mail"",
            "    heading "Assistant wants to run Send an email send_mail from mail" [level=3]",
            "    button "More"",
            "    group "Arguments"",
            "      button "Show exact text"",
            "      term "To"",
            "      term "Subject"",
            "      term "Body"",
            "    button "Tell Assistant what to do instead…"",
            "    button "Reject and stop"",
            "    button "Reject and continue"",
            "    button "Try again"",
          ],
          "view_only": [
            "region "Approval needed"",
            "  heading "Approval needed" [level=2]",
            "  group "Assistant wants to run Send an email send_mail from mail"",
            "    heading "Assistant wants to run Send an email send_mail from mail" [level=3]",
            "    button "More"",
            "    group "Arguments"",
            "      button "Show exact text"",
            "      term "To"",
            "      term "Subject"",
            "      term "Body"",
          ],
          "waiting": [
            "region "Approval needed"",
            "  heading "Approval needed" [level=2]",
            "  group "Assistant wants to run Send an email send_mail from mail"",
            "    heading "Assistant wants to run Send an email send_mail from mail" [level=3]",
            "    button "More"",
            "    group "Arguments"",
            "      button "Show exact text"",
            "      term "To"",
            "      term "Subject"",
            "      term "Body"",
            "    button "Tell Assistant what to do instead…"",
            "    button "Reject and stop"",
            "    button "Reject and continue"",
            "    button "Approve"",
          ],
          "working": [
            "region "Activity"",
            "  heading "Activity" [level=2]",
            "  button "Hide"",
            "  button "Stop the task"",
          ],
        }
      `)
  })

  it('C9: the name of each control begins with the words that are seen on it', () => {
    expect(Object.values(all).flatMap((seen) => seen.misnamed)).toEqual([])
  })

  it('E7: in greyscale, words or marks still tell what a colour tells', () => {
    expect(tinted).toBeGreaterThan(8)
    expect(Object.entries(all).filter(([, { colours }]) => colours.length > 0)).toEqual([])
  })

  // Receipts and the list show no arguments, a question has its own text, and an editor has its view of the code.
  const without =
    /^(?:later|working|receipts?|decided_elsewhere|list|editing|a field that is wrong|question .*)$/

  it('F7: the exact text is one press away wherever arguments are shown', () => {
    const exact = Object.entries(all).map(([name, seen]) => [name, seen.exact])
    const sent = names.map((name) => {
      const { call = calls.sendMail }: Partial<BarState> =
        name in barStates ? barStates[name as BarStateName] : {}
      const { args } = name === 'difference' ? edit : call
      const changes = name === 'changed' ? { to: 'everybody@example.com' } : {}
      return [name, without.test(name) ? null : JSON.stringify({ ...(args as object), ...changes })]
    })
    expect(exact).toEqual(sent)
  })

  it.each([
    ['fine', 24, 32],
    ['coarse', 44, 44],
    ['narrow', 44, 44],
  ] as const)('E8: %s: each target has %i px, each decision %i px', (kind, least, leastOfDecisions) => {
    const small = Object.entries(all).flatMap(([state, seen]) =>
      seen.targets[kind]
        .filter(
          ({ isDecision, width, height }) =>
            Math.min(width, height) < (isDecision ? leastOfDecisions : least),
        )
        .map(({ name, width, height }) => `${state}: ${name} ${width} x ${height}`),
    )
    expect(small).toEqual([])
  })

  it('E8: Approve is at least 8 px apart from the rejections', () => {
    const near = Object.entries(all).filter(([, { apart: gaps }]) => Math.min(...gaps) < 7.5)
    expect(near.map(([name]) => name)).toEqual([])
  })
})
