/** The texts of the badge of all that waits, in one language. */
export interface WaitingWords {
  /** The label of the badge. `hasMore`: there are more than these. */
  readonly waiting: (count: number, hasMore: boolean) => string
  /** The name of its menu. */
  readonly menu: string
}

// Notifications use it too, and need no other text of the bar.
export function needsAnswer(tool: string): string {
  return `Needs your answer: ${tool}`
}

/** English. */
export const waitingWords: WaitingWords = {
  waiting: (count, hasMore) => `${count}${hasMore ? ' or more' : ''} waiting for you`,
  menu: 'Waiting for you',
}
