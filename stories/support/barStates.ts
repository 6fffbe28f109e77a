import type { GatewayClient } from 'intervention-bar/core'
import {
  type Agent,
  agentThatAsks,
  ask,
  askTogether,
  type CallDraft,
  calls,
  type Fault,
  type MockGateway,
  say,
  work,
} from 'intervention-bar/mocks'
import { coverWithToast } from './coverWithToast.ts'
import { tellAsOtherTab } from './otherPages.ts'

/** One chat on a page, as a state finds it. */
export interface Scene {
  readonly root: HTMLElement
  readonly mock: MockGateway
  readonly gateway: GatewayClient
  /** Decides with the hooks, which need no view of the bar. */
  readonly decide: (toolCallId: string, decision: 'approved' | 'rejected' | 'rejected_continue') => void
}

/** A situation of the bar, and the way there. */
export interface BarState {
  /** The words on the screen that show it. */
  readonly words: string
  /** The call that waits. @default a mail */
  readonly call?: CallDraft
  /** @default an agent that asks for the call */
  readonly agent?: (call: CallDraft) => Agent
  readonly faults?: readonly Fault[]
  readonly timeoutMs?: number
  readonly prepare?: (mock: MockGateway) => void
  readonly also?: Partial<GatewayClient>
  /** Brings the chat into the state once its call is shown. */
  readonly reach?: (scene: Scene) => Promise<unknown> | void
  /** Needs a page of its own: it takes the focus, a click that counts, or a toast. */
  readonly isAlone?: boolean
}

const first = 'call_1'
const part = (name: string): string => `[data-part="${name}"]`

/** Waits until the root has an element of this selector. */
export function appears(root: HTMLElement, selector: string): Promise<HTMLElement> {
  return new Promise((resolve) => {
    const look = (): void => {
      const found = root.querySelector<HTMLElement>(selector)
      if (!found) return
      watch.disconnect()
      resolve(found)
    }
    const watch = new MutationObserver(look)
    watch.observe(root, { subtree: true, childList: true, attributes: true })
    look()
  })
}

const press =
  (name: string) =>
  async ({ root }: Scene): Promise<void> =>
    (await appears(root, part(name))).click()

const steps = (count: number): string =>
  Array.from({ length: count }, (_one, index) => `${index + 1}. step ${index + 1} of ${count} is done`).join(
    '\n',
  )

/** Calls that only the states use. */
export const longCall: CallDraft = {
  tool: { name: 'write_file', title: 'Write a file', server: 'workspace' },
  args: { path: 'notes/migration/steps.md', text: steps(400) },
  why: 'The checklist of the migration belongs to the repository, so that all can read what was done, when, and by whom. I add the lines that are done, in the order in which they were done.',
}
const longCommand: CallDraft = {
  ...calls.runCommand,
  args: {
    command: Array.from({ length: 122 }, (_one, index) => `rm -rf packages/part-${index + 1}/dist`).join(
      '\n',
    ),
    cwd: '/srv/shop',
  },
}

const waitsThenWorks = (call: CallDraft): Agent =>
  function* () {
    yield say('Let me do that for you.')
    yield ask(call)
    yield work(3_600_000)
  }

/** Every state of the bar that is shown in the gallery and watched by pictures. */
export const barStates = {
  waiting: { words: 'Assistant wants to run Send an email' },
  may_destroy: { words: 'May delete or overwrite', call: calls.runCommand },
  confirming: {
    words: 'The second step of a call that may delete or overwrite',
    call: calls.runCommand,
    isAlone: true,
    reach: async ({ root }) => (await appears(root, '[data-part="approve"][data-armed]')).click(),
  },
  long: { words: 'Show all 400 lines', call: longCall },
  all_shown: { words: 'All 400 lines', call: longCall, reach: press('show_all') },
  held_back: { words: 'Open all lines to approve', call: longCommand },
  exact_text: { words: 'The exact text', reach: press('raw_toggle') },
  several: {
    words: 'Request 1 of 3',
    agent: (call) => agentThatAsks(call, calls.runCommand, calls.queryDatabase),
  },
  sent_together: {
    words: 'Sent together with the others',
    agent: (call) =>
      function* () {
        const pause = { answering: 'together', siblings: 'reject_voids_approvals' } as const
        yield askTogether(pause, call, calls.editFile)
      },
  },
  note: { words: 'Tell Assistant what to do instead', reach: press('reason_open') },
  menu: {
    words: 'Copy details, Decide later',
    isAlone: true,
    reach: async (scene) => {
      // It is placed beside a card that stands still.
      await appears(scene.root, '[data-part="approve"][data-armed]')
      await press('more')(scene)
    },
  },
  later: {
    words: 'Needs your answer',
    isAlone: true,
    reach: async (scene) => {
      await press('more')(scene)
      ;(await appears(document.body, '[role="menuitem"]:last-child')).click()
    },
  },
  deciding: {
    words: 'Approving…',
    faults: [{ name: 'slow', ms: 3_600_000 }],
    timeoutMs: 3_600_000,
    reach: ({ decide }) => decide(first, 'approved'),
  },
  checking: {
    words: 'Checking whether your approval arrived',
    timeoutMs: 50,
    reach: async ({ root, mock, decide }) => {
      mock.fault({ name: 'never_answers', times: 9 })
      mock.fault({ name: 'slow', on: 'read', ms: 3_600_000, times: 99 })
      decide(first, 'approved')
      await appears(root, part('notice'))
    },
  },
  failed: {
    words: 'You don’t have permission to approve this',
    faults: [{ name: 'refused', times: 9 }],
    reach: async ({ root, decide }) => {
      decide(first, 'approved')
      await appears(root, part('error'))
    },
  },
  unknown: {
    words: 'It may have run. Trying again is safe',
    faults: [{ name: 'never_answers', times: 9 }],
    timeoutMs: 50,
    reach: async ({ root, decide }) => {
      decide(first, 'approved')
      await appears(root, part('error'))
    },
  },
  changed: {
    words: 'This request changed',
    reach: async ({ root, mock }) => {
      const args = { ...(calls.sendMail.args as object), to: 'everybody@example.com' }
      mock.change('demo', first, { argsText: JSON.stringify(args) })
      await appears(root, 'ins')
    },
  },
  expiring: {
    words: '0:48 left, then it won’t run',
    agent: (call) => agentThatAsks({ ...call, expiresInMs: 48_500 }),
    also: { extend: () => new Promise(() => undefined) },
  },
  other_tab: {
    words: 'Being decided in another tab…',
    reach: ({ gateway }) => tellAsOtherTab(gateway, { isOver: false }),
  },
  covered: {
    words: 'Something on this page covers this request',
    isAlone: true,
    reach: async ({ root }) => {
      const approve = await appears(root, '[data-part="approve"][data-armed]')
      coverWithToast(root.querySelector('h3')!)
      approve.click()
      await appears(root, '[role="alert"]')
    },
  },
  view_only: {
    words: 'You can’t approve this',
    prepare: (mock) => mock.allow(false, 'Ask an owner of Acme Shop.'),
  },
  not_live: {
    words: 'Not live',
    reach: async ({ root, mock }) => {
      mock.fault({ name: 'server_error', on: 'events', times: 999 })
      mock.fault({ name: 'drops_stream' })
      await appears(root, part('connection'))
    },
  },
  working: {
    words: 'Assistant is working…',
    agent: waitsThenWorks,
    reach: async ({ root, decide }) => {
      decide(first, 'approved')
      await appears(root, part('busy'))
    },
  },
  receipt: {
    words: 'You approved Send an email',
    reach: async ({ root, decide }) => {
      decide(first, 'approved')
      await appears(root, part('receipt'))
    },
  },
  receipts: {
    words: '1 approved, 1 rejected, 1 expired',
    agent: (call) => agentThatAsks(call, calls.editFile, calls.queryDatabase),
    reach: async ({ root, mock, decide }) => {
      await appears(root, part('pager'))
      decide('call_1', 'approved')
      decide('call_2', 'rejected_continue')
      mock.lapse('demo', 'call_3', 'expired')
      await appears(root, part('receipts'))
    },
  },
  decided_elsewhere: {
    words: 'Maya rejected Send an email',
    reach: async ({ root, mock }) => {
      mock.decideElsewhere('demo', first, 'rejected', { id: 'maya', name: 'Maya' })
      await appears(root, part('receipt'))
    },
  },
} as const satisfies Record<string, BarState>

export type BarStateName = keyof typeof barStates
