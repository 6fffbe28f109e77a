import { callHost } from '../press.ts'

/** The address of a sound, a function that plays one, or the soft one of the kit. */
export type Sound = boolean | string | (() => void)

export function canSound(sound: Sound): boolean {
  if (typeof sound === 'function') return true
  return typeof sound === 'string' ? typeof Audio !== 'undefined' : typeof AudioContext !== 'undefined'
}

// Browsers stay silent until somebody has pressed something on the page.
export function play(sound: Sound): void {
  if (typeof sound === 'function') return callHost(sound)
  if (!sound || !canSound(sound)) return
  const start = async (): Promise<void> =>
    typeof sound === 'string' ? new Audio(sound).play() : playSoftly()
  start().catch(() => {})
}

const notes = [660, 880]
const noteS = 0.14
const endS = 1

// Two short notes that fade out.
function playSoftly(): void {
  const context = new AudioContext()
  const gain = context.createGain()
  gain.connect(context.destination)
  gain.gain.setValueAtTime(0.0001, 0)
  gain.gain.exponentialRampToValueAtTime(0.08, 0.03)
  gain.gain.exponentialRampToValueAtTime(0.0001, endS)
  for (const [at, hertz] of notes.entries()) {
    const tone = context.createOscillator()
    tone.frequency.value = hertz
    tone.connect(gain)
    tone.start(at * noteS)
    tone.stop(endS)
  }
  setTimeout(() => void context.close().catch(() => {}), endS * 2_000)
}
