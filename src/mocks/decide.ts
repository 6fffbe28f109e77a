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
  /**
   * Written into the reason box of a rejection first; where a reason is required, a first press opens that box. Needs
   * `user.type`.
   */
  readonly reason?: string
  /** How long to wait for the button to be armed, and for the box to open, each, in milliseconds. @default 5000 */
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
  const button = `[data-part="${parts[decision]}"][data-armed]`
  const press = async (): Promise<void> => {
    const found = await appears(container, button, timeoutMs)
    if (user) await user.click(found)
    else found.click()
  }
  await appears(container, button, timeoutMs)
  if (reason !== undefined) {
    const rejects = decision === 'rejected' || decision === 'rejected_continue'
    if (!rejects || !user?.type)
      throw new Error('decide: a reason needs a rejection, and user.type to write it.')
    if (!container.querySelector(box)) await press()
    await user.type(await appears(container, box, timeoutMs), reason)
  }
  await press()
}

const box = '[data-part="reason"] textarea'

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
