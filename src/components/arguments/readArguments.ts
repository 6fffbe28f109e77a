import { jsonTokens } from '../../model/jsonTokens.ts'
import { textOfString } from '../../model/jsonMeaning.ts'
import { isInexactNumber } from '../../model/exactNumber.ts'
import { countHidden, wholeCharacter } from '../../model/visibleText.ts'
import type { WrittenHost } from '../../locales/messages.ts'

export interface Argument {
  readonly at: number
  /** Null: the arguments are not an object, and this is all of them. */
  readonly name: string | null
  readonly source: string
}

export type JsonFlaw = 'repeated_name' | 'special_name' | 'inexact_number' | 'broken_character'

export interface ArgumentReading extends TextFindings {
  readonly argsText: string
  /** In the order of the text, with repeated names. Null: the raw text says it as well, or they are too many. */
  readonly list: readonly Argument[] | null
  readonly flaws: ReadonlyMap<JsonFlaw, ReadonlySet<string>>
  /** Each value begins a line. */
  readonly lines: number
}

const mostArguments = 1_000
// Nobody reads more than this.
const mostPlaces = 100

function* readArguments(argsText: string): Generator<undefined, ArgumentReading> {
  const list: Argument[] = []
  const flaws = new Map<JsonFlaw, Set<string>>()
  const findings = createFindings()
  const names: Set<string>[] = []
  let lines = 0
  let isObject = false
  let name = ''
  let start = 0
  const add = (flaw: JsonFlaw, where: string): void => {
    const places = flaws.get(flaw) ?? new Set()
    flaws.set(flaw, places)
    if (places.size < mostPlaces) places.add(shortened(where))
  }

  const tokens = jsonTokens(argsText)
  let step = tokens.next()
  for (let count = 1; !step.done; step = tokens.next(), count += 1) {
    if (count % 5_000 === 0) yield
    const { kind, depth } = step.value
    const source = argsText.slice(step.value.start, step.value.end)
    if (kind === 'open') {
      names[depth] = new Set()
      if (depth === 0) isObject = source === '{'
    } else if (kind === 'number' && isInexactNumber(source)) add('inexact_number', source)
    else if (kind === 'string' || kind === 'name') {
      const text = textOfString(source)
      yield* findings.look(text)
      if (/\p{Cs}/u.test(text)) add('broken_character', text)
      if (kind === 'string') lines += countBreaks(text)
      if (kind === 'name') {
        const siblings = names[depth - 1]!
        if (siblings.has(text)) add('repeated_name', text)
        if (text === '__proto__') add('special_name', text)
        siblings.add(text)
        if (depth === 1) name = text
      }
    }
    if (kind === 'string' || kind === 'number' || kind === 'word') lines += 1
    if (depth !== 1 || !isObject || list.length > mostArguments) continue
    if (kind !== 'close') start = step.value.start
    if (kind !== 'name' && kind !== 'open')
      list.push({ at: start, name, source: argsText.slice(start, step.value.end) })
  }
  if (step.value) {
    const whole = argsText.trim()
    if (!isObject && whole.includes('\\')) list.push({ at: 0, name: null, source: whole })
    const isListed = isObject ? list.length <= mostArguments : list.length > 0
    return { argsText, list: isListed ? list : null, flaws, lines, ...findings.all() }
  }
  const raw = createFindings()
  yield* raw.look(argsText)
  return { argsText, list: null, flaws: new Map(), lines: countBreaks(argsText) + 1, ...raw.all() }
}

function countBreaks(text: string): number {
  let count = 0
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count += 1
  return count
}

function shortened(text: string): string {
  const length = 40
  return text.length > length ? `${text.slice(0, wholeCharacter(text, length))}…` : text
}

// This many characters take a few milliseconds.
const shortLength = 10_000

/** Reads short arguments, at once. Null: they are long. */
export function readShort(argsText: string): ArgumentReading | null {
  if (argsText.length > shortLength) return null
  const steps = readArguments(argsText)
  let step = steps.next()
  while (!step.done) step = steps.next()
  return step.value
}

const stepMs = 20

/** Reads what is long in steps, so that the page stays responsive. Returns a function that stops it. */
export function readInSteps(argsText: string, onRead: (reading: ArgumentReading) => void): () => void {
  const short = readShort(argsText)
  if (short) {
    onRead(short)
    return () => undefined
  }
  const steps = readArguments(argsText)
  let timer: ReturnType<typeof setTimeout>
  function go(): void {
    const until = performance.now() + stepMs
    for (;;) {
      const { done, value } = steps.next()
      if (done) return onRead(value)
      if (performance.now() > until) break
    }
    timer = setTimeout(go)
  }
  // The card is drawn first.
  timer = setTimeout(go)
  return () => clearTimeout(timer)
}

export interface TextFindings {
  readonly invisible: number
  readonly hosts: readonly WrittenHost[]
}

const stepLength = 50_000
// Steps overlap, so that no host name is split between two of them.
const overlap = 512
// Nobody reads more than this.
const mostHosts = 100

export function createFindings(): {
  look(text: string): Generator<undefined, void>
  all(): TextFindings
} {
  const hosts = new Map<string, WrittenHost>()
  let invisible = 0
  return {
    *look(text) {
      if (!/[^\n\t -~]/.test(text)) return
      for (let at = 0; at < text.length;) {
        const end = Math.min(wholeCharacter(text, at + stepLength), text.length)
        invisible += countHidden(text.slice(at, end))
        for (const host of hostsIn(text.slice(at, end + overlap))) {
          if (hosts.size === mostHosts) break
          hosts.set(host, { host, address: addressOf(host) })
        }
        at = end
        if (at < text.length) yield
      }
    },
    all: () => ({ invisible, hosts: [...hosts.values()] }),
  }
}

const hostPattern =
  /(?:\b(https?|wss?|ftp):[\\/]*|[\\/]{2}|@)((?:[\w.%-]|[·・。．｡]|(?![\p{P}\p{Z}])[^\0-\x7F]){1,253})/giu
const notAscii = /[^\0-\x7F]/

function* hostsIn(text: string): Generator<string, void> {
  if (!notAscii.test(text)) return
  for (const [, scheme, host = ''] of text.matchAll(hostPattern)) {
    if ((scheme ?? host.includes('.')) && notAscii.test(host)) yield host
  }
}

function addressOf(host: string): string | undefined {
  try {
    return new URL(`http://${host}`).hostname
  } catch {
    return undefined
  }
}
