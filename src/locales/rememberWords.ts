import type { RememberScope } from '../model/decision.ts'

/** The texts of the menu of how long an approval holds, in one language. */
export interface RememberWords {
  /** Names the tool that is remembered. */
  readonly tool: (name: string, server: string | undefined) => string
  /** The label of the choice that remembers nothing. */
  readonly once: string
  /** Explains that choice. */
  readonly onceHint: string
  /** The label of each other choice. */
  readonly scope: Readonly<Record<RememberScope, (tool: string) => string>>
  /** The arguments do not matter. */
  readonly anyArguments: string
  /** The way to take it back. */
  readonly undo: Readonly<Record<RememberScope, string>>
  /** Says above the decisions what approving also allows. */
  readonly grant: Readonly<Record<RememberScope, (tool: string) => string>>
  /** The label of the button that takes the choice back. */
  readonly changeToOnce: string
}

const undo = 'You can take this back in the approval settings.'

/** English. */
export const rememberWords: RememberWords = {
  tool: (name, server) => (server === undefined ? name : `${name} from ${server}`),
  once: 'Just this one',
  onceHint: 'You are asked again the next time.',
  scope: {
    operation: (tool) => `Every ${tool} in this task`,
    session: (tool) => `Every ${tool} in this chat`,
    always: (tool) => `Always allow ${tool}`,
  },
  anyArguments: 'With any arguments.',
  undo: { operation: 'It ends with the task.', session: undo, always: undo },
  grant: {
    operation: (tool) => `Also allows every ${tool} in this task, with any arguments.`,
    session: (tool) => `Also allows every ${tool} in this chat, with any arguments.`,
    always: (tool) => `Also allows every ${tool} from now on, with any arguments.`,
  },
  changeToOnce: 'Change to just this one',
}
