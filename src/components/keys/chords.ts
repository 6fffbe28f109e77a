import { warnOfKeys } from '../../model/developerErrors.ts'

/**
 * The key chords of a bar or card, such as `Mod+Shift+Enter`: modifiers (`Mod`, `Ctrl`, `Alt`, `Shift`, `Meta`), then the
 * key as browsers name it. `Mod` is ⌘ on a Mac and Ctrl elsewhere. Null: no chord.
 */
export interface Shortcuts {
  /** Goes to what waits, from anywhere on the page, and back. Acts only while something waits. @default 'F6' */
  readonly jump?: string | null
  /**
   * Presses the filled button of what is open: Approve; in a note the rejection with it; in a question Answer.
   * @default 'Mod+Enter'
   */
  readonly approve?: string | null
  /** Presses Reject and continue. @default 'Mod+Shift+Enter' */
  readonly reject_continue?: string | null
  /** Presses Reject and stop, but never from a text field. @default 'Alt+Shift+Backspace' */
  readonly reject?: string | null
  /** Edits the arguments, where the call allows it. @default 'Mod+E' */
  readonly edit?: string | null
  /** Lists these chords, but never from a text field. @default '?' */
  readonly help?: string | null
}

export type ShortcutName = keyof Shortcuts
export type Chords = Readonly<Required<Shortcuts>>

const defaults: Chords = {
  jump: 'F6',
  approve: 'Mod+Enter',
  reject_continue: 'Mod+Shift+Enter',
  reject: 'Alt+Shift+Backspace',
  edit: 'Mod+E',
  help: '?',
}

// Of two alike chords the host's own counts before a default, and of two of its own the first.
export function chordsOf(own: Shortcuts = {}): Chords {
  const chords: Record<ShortcutName, string | null> = { ...defaults, ...own }
  const names = Object.keys({ ...own, ...defaults }) as ShortcutName[]
  for (const [at, name] of names.entries()) {
    const first = names.slice(0, at).find((other) => isAlike(chords[other], chords[name]))
    if (!first && !worksControls.test(chords[name] ?? '')) continue
    warnOfKeys(name, first)
    chords[name] = null
  }
  return chords
}

// Without another modifier these keys press, leave and move between what has focus.
const worksControls = /^(shift\+)?(enter|space| |tab|escape|arrow.+|home|end|page.+)$/i

// On one platform is enough.
function isAlike(one: string | null, other: string | null): boolean {
  const keys = (chord: string, onMac: boolean): string =>
    ariaOf(chord, onMac).toLowerCase().split('+').toSorted().join()
  return one && other ? [true, false].some((onMac) => keys(one, onMac) === keys(other, onMac)) : false
}

export function isMac(): boolean {
  return /^(Mac|iP)/.test(navigator.platform)
}

// Keys of an IME composition and dead keys are never chords.
export function isComposing({ isComposing: isComposed, keyCode, key }: KeyboardEvent): boolean {
  return isComposed || keyCode === 229 || key === 'Dead'
}

/** True if the event has the keys of the chord, even while they are held. */
export function hasChord(event: KeyboardEvent, chord: string | null): boolean {
  // With AltGr a character is written, though Windows tells of Ctrl and Alt.
  if (!chord || isComposing(event) || event.getModifierState('AltGraph')) return false
  // The key itself may be a plus sign.
  const names = ariaOf(chord, isMac())
    .toLowerCase()
    .replace('control', 'ctrl')
    .split(/\+(?=.)/)
  const key = names.pop()
  const pressed = event.key === ' ' ? 'space' : event.key.toLowerCase()
  return (
    (['ctrl', 'meta', 'alt', 'shift'] as const).every(
      // A sign such as "?" may need Shift, as the keyboard has it.
      (name) =>
        event[`${name}Key`] === names.includes(name) || (name === 'shift' && /^[^a-z]$/.test(key ?? '')),
    ) &&
    (pressed === key || isAtPlace(event, key ?? ''))
  )
}

// Keyboards without Latin letters have them by their place, and with Option a Mac writes another sign there.
function isAtPlace({ code, key: pressed, altKey }: KeyboardEvent, key: string): boolean {
  const isElsewhere = altKey ? /^[^a-z]$/i : /^(?!\p{Script=Latin})\p{L}$/u
  return isElsewhere.test(pressed) && code.toLowerCase() === `key${key}`
}

// The chord in the words of `aria-keyshortcuts`.
export function ariaOf(chord: string, onMac: boolean): string {
  return chord.replace(/\bmod\b/i, onMac ? 'Meta' : 'Control').replace(/\bctrl\b/i, 'Control')
}

// Opens the list of chords: the question mark, as the button of the menu does.
export const openers: WeakMap<Element, () => void> = /* @__PURE__ */ new WeakMap()

const signs: Readonly<Record<string, string>> = {
  'Mod+': '⌘',
  'Meta+': '⌘',
  'Ctrl+': '⌃',
  'Alt+': '⌥',
  'Shift+': '⇧',
  Enter: '⏎',
  Backspace: '⌫',
}

/** The chord as the keyboards of the platform and the language have it. */
export function labelOf(chord: string, onMac: boolean, names: Readonly<Record<string, string>> = {}): string {
  return onMac
    ? chord.replace(/\w+\+|\w+$/g, (name) => signs[name] ?? name)
    : chord.replace('Mod', 'Ctrl').replace(/\w+/g, (name) => names[name] ?? name)
}
