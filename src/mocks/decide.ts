import type { Decision } from '../model/decision.ts'

/** What presses for us: `userEvent` of Testing Library, or anything of its shape. */
export interface DecidingUser {
  click(element: Element): Promise<unknown>
  type?(element: Element, text: string): Promise<unknown>
}

/** How to decide. */
export interface DecideOptions {
  /** @default a plain `element.click()` */
  readonly user?: DecidingUser
  /** Written into the reason box first. Needs `user.type`. */
  readonly reason?: string
  /** How long to wait for the button to be armed, in milliseconds. @default 5000 */
  readonly timeoutMs?: number
}

const parts: Record<Decision | 'try_again', string> = {
  approved: 'approve',
  rejected: 'reject',
  rejected_continue: 'reject_continue',
  try_again: 'try_again',
}

/**
 * Decides, or tries again, as a person would: waits until the button is there and armed, then presses it.
 *
 * @example
 * await decide(container, 'approved', { user })
 */
export async function decide(
  container: ParentNode & Node,
  decision: Decision | 'try_again',
  { user, reason, timeoutMs = 5_000 }: DecideOptions = {},
): Promise<void> {
  const selector = `[data-part="${parts[decision]}"][data-armed]`
  const button = await appears(container, selector, timeoutMs)
  if (reason !== undefined) {
    const box = container.querySelector('[data-part="reason"] textarea')
    if (!box || !user?.type)
      throw new Error(`decide: there is no box for a reason, or no user.type to write in it.`)
    await user.type(box, reason)
  }
  if (user) await user.click(button)
  else button.click()
}

function appears(container: ParentNode & Node, selector: string, timeoutMs: number): Promise<HTMLElement> {
  return new Promise((resolve, reject) => {
    const look = (): boolean => {
      const found = container.querySelector<HTMLElement>(selector)
      if (found) finish(() => resolve(found))
      return found !== null
    }
    const finish = (end: () => void): void => {
      observer.disconnect()
      clearTimeout(timer)
      end()
    }
    const observer = new MutationObserver(look)
    const timer = setTimeout(() => {
      finish(() => reject(new Error(`decide: nothing matched ${selector} within ${timeoutMs} ms.`)))
    }, timeoutMs)
    if (!look()) observer.observe(container, { subtree: true, childList: true, attributes: true })
  })
}
