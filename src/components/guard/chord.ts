/** A key chord that stands for a press of a button. */
export interface Chord {
  readonly event: KeyboardEvent
  /** Focus came to the bar then, by no key or pointer of the person. */
  readonly focusedAt: number
}

let inHand: Chord | null = null

/** Presses the button: its click is the chord's. */
export function pressBy(chord: Chord, button: HTMLElement): void {
  inHand = chord
  try {
    button.click()
  } finally {
    inHand = null
  }
}

// The chord that the click now being handled comes from.
export function chordInHand(): Chord | null {
  return inHand
}
