/** What the scripted model of one conversation did. */
export interface ModelLog {
  /** How many turns it took. */
  turns: number
  /** Everything it was told in its last turn, as JSON. */
  told: string
}
