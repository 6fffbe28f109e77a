/** The texts of the list of key chords, in one language. */
export interface ShortcutWords {
  /** The heading. */
  readonly heading: string
  /** Says what each chord does. `move`: the arrows between several requests. `leave`: Escape. */
  readonly does: Readonly<
    Record<'jump' | 'approve' | 'reject_continue' | 'reject' | 'edit' | 'help' | 'move' | 'leave', string>
  >
  /** The label of the button that closes the list. */
  readonly close: string
}

/** English. */
export const shortcutWords: ShortcutWords = {
  heading: 'Keyboard shortcuts',
  does: {
    jump: 'Go to this request, and back',
    approve: 'Approve, or send what you wrote',
    reject_continue: 'Reject and continue',
    reject: 'Reject and stop',
    edit: 'Edit before approving',
    help: 'Show this list',
    move: 'Previous and next, on their buttons',
    leave: 'Close or go back. Decides nothing.',
  },
  close: 'Close',
}
