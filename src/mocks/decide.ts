import type { Decision, RememberScope, ResumeAnswer, ResumeRequest } from '../model/decision.ts'
import { judgeTurn } from '../backend/judge.ts'
import { turnOf } from '../backend/ledger.ts'
import { checkSchemas } from '../backend/checkSchemas.ts'
import { settle } from '../model/intervention.ts'
import { isRunning } from '../model/operation.ts'
import type { MockConversation } from './mockConversation.ts'
import type { MockClock } from './world.ts'

/** The part of `userEvent` of Testing Library that is used. */
export interface DecidingUser {
  click(element: Element): Promise<unknown>
  type?(element: Element, text: string): Promise<unknown>
}

/** Options of `decide`. */
export interface DecideOptions {
  /** @default a plain `element.click()` */
  readonly user?: DecidingUser
  /** The reason of a rejection. A first press opens the box for it. Needs `user.type`. */
  readonly reason?: string
  /** The scope that an approval is remembered for. It is chosen in the menu beside Approve first. @default this call only */
  readonly remember?: RememberScope
  /** The longest wait for the button to be armed, and for the box to open, each, in milliseconds. @default 4000 */
  readonly timeoutMs?: number
}

const parts: Record<Decision | 'try_again', string> = {
  approved: 'approve',
  rejected: 'reject',
  rejected_continue: 'reject_continue',
  answered: 'answer',
  try_again: 'try_again',
}

/**
 * Decides, or tries again, as a person would: waits until the button is there and armed, then presses it, and the second
 * one where a call may destroy something. Resolves at the press, and waits for no answer. If a button or a box does not come
 * within `timeoutMs`, the error says why.
 *
 * @example
 * await decide(container, 'approved', { user })
 */
export async function decide(
  container: ParentNode & Node,
  decision: Decision | 'try_again',
  options: DecideOptions = {},
): Promise<void> {
  // React would warn of what happens while this waits, as it would within `waitFor` of Testing Library.
  const page = globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }
  const { IS_REACT_ACT_ENVIRONMENT: before } = page
  page.IS_REACT_ACT_ENVIRONMENT = false
  try {
    await decideAsAPerson(container, decision, options)
  } finally {
    page.IS_REACT_ACT_ENVIRONMENT = before as boolean
  }
}

async function decideAsAPerson(
  container: ParentNode & Node,
  decision: Decision | 'try_again',
  { user, reason, remember, timeoutMs = 4_000 }: DecideOptions,
): Promise<void> {
  const part = parts[decision]
  const armed = `${selectorOf(part)}[data-armed]`
  const ready = (): Promise<HTMLElement> =>
    appears(container, armed, { timeoutMs, why: () => whyNot(container, part) })
  const press = async (): Promise<void> => {
    const found = await still(ready)
    const asksAgain = found.hasAttribute('data-confirms')
    await click(found)
    if (asksAgain) await click(await appears(container, secondStep, { timeoutMs, why: () => noSecondStep }))
  }
  async function click(found: HTMLElement): Promise<void> {
    if (user) await user.click(found)
    else found.click()
  }
  await ready()
  if (remember !== undefined) {
    const menu = container.querySelector<HTMLElement>('[data-part="remember"]')
    if (!menu) throw new Error('decide: this call offers no scope to remember an approval for.')
    await click(menu)
    const item = `[role="menuitemradio"][data-scope="${remember}"]`
    await click(
      await appears(container, item, { timeoutMs, why: () => 'The call does not offer this scope.' }),
    )
    await appears(container, `[data-part="remember"][data-scope="${remember}"]`, {
      timeoutMs,
      why: () => 'The scope was not taken.',
    })
    await appears(container, '[data-part="approve"]:not([data-armed])', { timeoutMs, why: () => '' })
  }
  if (reason !== undefined) {
    const rejects = decision === 'rejected' || decision === 'rejected_continue'
    if (!rejects || !user?.type)
      throw new Error('decide: a reason needs a rejection, and user.type to write it.')
    if (!container.querySelector(box)) {
      const entry = container.querySelector('[data-part="reason_open"]')
      await (entry ? user.click(entry) : press())
    }
    const opened = await appears(container, box, { timeoutMs, why: () => 'The card takes no reason.' })
    await user.type(opened, reason)
  }
  await press()
}

// The card looks for moves ten times a second, and a button that has just moved may still say that it is armed.
const sampleMs = 120
const mostSamples = 20
const pollMs = 50

/** Waits until the button no longer moves. Without layout nothing does. */
async function still(ready: () => Promise<HTMLElement>): Promise<HTMLElement> {
  let found = await ready()
  for (let sample = 0; sample < mostSamples; sample += 1) {
    const { top, left, width } = found.getBoundingClientRect()
    if (width === 0) return found
    await new Promise((resolve) => setTimeout(resolve, sampleMs))
    const before = found
    found = await ready()
    const now = found.getBoundingClientRect()
    if (found === before && now.top === top && now.left === left) return found
  }
  return found
}

const box = '[data-part="reason"] textarea'
const secondStep = '[data-part="confirm_approve"][data-armed]'
const noSecondStep = 'The second step of this approval did not open, or its button is not armed.'
const buttons = ['approve', 'reject', 'reject_continue'].map(selectorOf)

// The button of the decision that failed is the one that tries again.
function selectorOf(part: string): string {
  return part === 'try_again' ? 'button[data-again]' : `[data-part="${part}"]`
}

function whyNot(container: ParentNode, part: string): string {
  if (container.querySelector(selectorOf(part))) {
    return `The button "${part}" is there and not armed: it is out of view, moves or is covered, the page is hidden or framed, a decision is on its way, or approving waits until everything was shown.`
  }
  const there = [...container.querySelectorAll(buttons.join())].map((found) =>
    found.getAttribute('data-part'),
  )
  if (there.length > 0) return `There is no button "${part}", but ${there.join(', ')}.`
  if (container.querySelector('[data-part="intervention"], [data-part="bar"]')) {
    return 'There is a card without buttons: nothing waits in it, or the viewer may not decide.'
  }
  return 'There is no card: nothing waits in this conversation, or its gateway and the handlers have different base URLs.'
}

function appears(
  container: ParentNode & Node,
  selector: string,
  { timeoutMs, why }: { readonly timeoutMs: number; readonly why: () => string },
): Promise<HTMLElement> {
  return new Promise((resolve, reject) => {
    const look = (): boolean => {
      const found = container.querySelector<HTMLElement>(selector)
      if (found) finish(() => resolve(found))
      return found !== null
    }
    const finish = (end: () => void): void => {
      observer.disconnect()
      clearInterval(poll)
      clearTimeout(timer)
      end()
    }
    const observer = new MutationObserver(look)
    // The observer of happy-dom misses changes.
    const poll = setInterval(look, pollMs)
    const timer = setTimeout(() => {
      const words = `decide: nothing matched ${selector} within ${timeoutMs} ms. ${why()}`
      finish(() => reject(new Error(words)))
    }, timeoutMs)
    if (!look()) observer.observe(container, { subtree: true, childList: true, attributes: true })
  })
}

/** A person who decides through the mock gateway. */
export interface MockPerson {
  /** Written into the decisions of this person. */
  readonly id: string
  /** Shown in receipts. */
  readonly name?: string
}

/**
 * The server's half of exactly once: one answer per request id, and no decision before the run it belongs to has parked.
 * Decisions are judged as the kit's own route judges them.
 */
export function answerResume(
  conversation: MockConversation,
  request: ResumeRequest,
  { clock, by }: { readonly clock: MockClock; readonly by: MockPerson },
): Promise<ResumeAnswer> {
  const { operationId, requestId, decisions } = request
  return conversation.once(request, async () => {
    await conversation.parked(operationId)
    for (;;) {
      const now = conversation.read()
      const verdict = judgeTurn(now, request)
      if ('answer' in verdict) return verdict.answer
      checkSchemas(request, verdict.calls)
      const running = turnOf(now, operationId).find((one) => isRunning(one))
      if (!running) {
        const settled = decisions.map(
          ({ toolCallId: _call, revision: _revision, decision, ...words }, index) =>
            settle(verdict.calls[index]!, decision, { at: clock.now(), requestId, by, ...words }),
        )
        const turn = turnOf(now, operationId)[0]?.id ?? operationId
        conversation.settings.remember(decisions, { calls: verdict.calls, at: clock.now(), turn })
        return { outcome: 'accepted', ...conversation.resume(operationId, settled) }
      }
      await conversation.parked(running.id)
    }
  })
}
