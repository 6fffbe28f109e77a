/** The log of the scripted model in one conversation. */
export interface ModelLog {
  /** The number of its turns. */
  turns: number
  /** Everything it was told in its last turn, as JSON. */
  told: string
}
