import type { Failure } from '../model/decision.ts'
import type { ApprovalMode, ApprovalSettings } from '../model/settings.ts'
import { formats } from './decisionWords.ts'

/** The texts of the approval settings, in one language. */
export interface SettingsWords {
  /** The heading. */
  readonly heading: string
  /** Says where they hold. */
  readonly scope: Readonly<Record<ApprovalSettings['scope'], string>>
  /** The label of each mode. */
  readonly mode: Readonly<Record<ApprovalMode, string>>
  /** Explains each mode. */
  readonly hint: Readonly<Record<ApprovalMode, (assistant: string) => string>>
  /** Asks once more before a mode that asks less often. */
  readonly confirm: Readonly<Record<ApprovalMode, (assistant: string) => string>>
  /** Nothing that waits is decided by that. */
  readonly waitsOn: string
  /** The label of the button that then changes it. */
  readonly change: Readonly<Record<ApprovalMode, string>>
  /** The label of the button that changes nothing. */
  readonly cancel: string
  /** The heading of the list. */
  readonly list: string
  /** The list has no entry. */
  readonly empty: string
  /** The list holds in another mode only. */
  readonly unused: string
  /** Names a tool of the list. */
  readonly tool: (name: string, server: string | undefined) => string
  /** The time when it was added, in milliseconds. */
  readonly added: (at: number) => string
  /** The label of the button that removes an entry. */
  readonly remove: string
  /** This viewer may not change them. */
  readonly viewOnly: string
  /** Said after a change. */
  readonly changed: string
  /** Another change was first. */
  readonly stale: string
  /** A change failed. */
  readonly failed: (failure: Failure) => string
  /** They could not be read. */
  readonly unread: string
  /** The label of the button that reads them again. */
  readonly reread: string
}

/** English. */
export const settingsWords: SettingsWords = {
  heading: 'When to ask you',
  scope: {
    conversation: 'For this chat.',
    user: 'For all your chats.',
    workspace: 'For everybody in this workspace.',
  },
  mode: { ask: 'Ask every time', allow_list: 'Ask unless on my list', auto_run: "Don't ask" },
  hint: {
    ask: (assistant) => `${assistant} runs nothing without your approval.`,
    allow_list: (assistant) => `${assistant} runs the tools below without asking, with any arguments.`,
    auto_run: (assistant) => `${assistant} runs every tool without asking, with any arguments.`,
  },
  confirm: {
    ask: () => '',
    allow_list: (assistant) => `From now on ${assistant} runs the listed tools without asking.`,
    auto_run: (assistant) => `From now on ${assistant} runs every tool without asking.`,
  },
  waitsOn: 'What already waits for you keeps waiting.',
  change: { ask: 'Ask every time', allow_list: 'Ask unless on my list', auto_run: "Don't ask from now on" },
  cancel: 'Cancel',
  list: 'Allowed without asking',
  empty: 'No tool yet. Choose “Once” beside Approve to add one.',
  unused: 'Used in “Ask unless on my list” only.',
  tool: (name, server) => (server === undefined ? name : `${name} from ${server}`),
  added: (at) => `since ${formats.dateAndTime(at)}`,
  remove: 'Remove',
  viewOnly: "You can't change this.",
  changed: 'Changed.',
  stale: 'This was changed elsewhere meanwhile, so nothing was changed now. Read it again, then decide.',
  failed: ({ applied, code }) =>
    code === 'forbidden'
      ? "You don't have permission to change this. Nothing was changed."
      : applied === 'no'
        ? 'Nothing was changed. Try again.'
        : "There's no answer yet. It may have been changed: see above, then try again.",
  unread: "These settings can't be read.",
  reread: 'Load again',
}
