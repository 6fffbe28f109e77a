/** A token, where it begins and ends, and how many objects and arrays enclose it. */
export interface JsonToken {
  readonly kind: 'open' | 'close' | 'name' | 'string' | 'number' | 'word'
  readonly start: number
  readonly end: number
  readonly depth: number
}

const space = /[ \t\n\r]*/y
const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
const word = /true|false|null/y
const escaped = /["\\/bfnrt]|u[\dA-Fa-f]{4}/y

/**
 * Yields the tokens of a JSON text without commas and colons. It does not recurse, so that no depth is too much.
 * Returns true if the whole text is JSON.
 */
export function* jsonTokens(text: string): Generator<JsonToken, boolean> {
  const closers: string[] = []
  let expected: 'value' | 'name' | 'colon' | 'comma' = 'value'
  // An object or array has just begun, and may end at once.
  let isFresh = false
  for (let at = match(space, text, 0); at < text.length; at = match(space, text, at)) {
    const character = text[at]!
    const closer = closers.at(-1)
    if (character === closer && (isFresh || expected === 'comma')) {
      closers.pop()
      yield { kind: 'close', start: at, end: (at += 1), depth: closers.length }
      expected = 'comma'
    } else if (expected === 'comma') {
      if (character !== ',' || closer === undefined) return false
      at += 1
      expected = closer === '}' ? 'name' : 'value'
    } else if (expected === 'colon') {
      if (character !== ':') return false
      at += 1
      expected = 'value'
    } else if (expected === 'value' && (character === '{' || character === '[')) {
      yield { kind: 'open', start: at, end: (at += 1), depth: closers.length }
      closers.push(character === '{' ? '}' : ']')
      expected = character === '{' ? 'name' : 'value'
      isFresh = true
      continue
    } else {
      const kind: JsonToken['kind'] & ('name' | 'string' | keyof typeof patterns) =
        expected === 'name' ? 'name' : kindOf(character)
      const start = at
      at = kind === 'name' || kind === 'string' ? endOfString(text, at) : match(patterns[kind], text, at)
      if (at <= start) return false
      yield { kind, start, end: at, depth: closers.length }
      expected = kind === 'name' ? 'colon' : 'comma'
    }
    isFresh = false
  }
  return closers.length === 0 && expected === 'comma'
}

const patterns = { number, word }

function kindOf(character: string): 'string' | 'number' | 'word' {
  return character === '"' ? 'string' : /[-\d]/.test(character) ? 'number' : 'word'
}

/** Returns the end of the match at this place; the place itself if there is none. */
function match(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : at
}

/** Returns the place behind the closing quote; -1 if no string begins here. */
function endOfString(text: string, start: number): number {
  if (text[start] !== '"') return -1
  for (let at = start + 1; ;) {
    const unit = text.charCodeAt(at)
    if (unit === 34) return at + 1
    at += 1
    if (unit === 92) {
      const end = match(escaped, text, at)
      if (end === at) return -1
      at = end
    } else if (!(unit >= 32)) return -1
  }
}

// Beyond these an indented text is harder to read than the plain one.
const maxLength = 20_000
const maxDepth = 20

/** Puts one value on each line, as it is written; leaves a text alone that is too long or too deep. */
export function prettyJson(text: string): string {
  if (text.length > maxLength) return text
  let pretty = ''
  let before: string | null = null
  for (const { kind, start, end, depth } of jsonTokens(text)) {
    if (depth > maxDepth) return text
    if (before === 'name') pretty += ': '
    else if (before !== null && !(before === 'open' && kind === 'close')) {
      const isFirstOrLast = before === 'open' || kind === 'close'
      pretty += `${isFirstOrLast ? '' : ','}\n${'  '.repeat(depth)}`
    }
    pretty += text.slice(start, end)
    before = kind
  }
  return pretty
}

/** Drops the quotes of a string unless it would pass for another value without them; indents any other value. */
export function readable(source: string): string {
  if (source[0] !== '"') return prettyJson(source)
  const text = textOfString(source)
  return isJson(text) ? source : text
}

function isJson(text: string): boolean {
  if (text.trim() === '') return true
  if (!/^\s*(?:["{[\-\d]|true|false|null)/.test(text)) return false
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/**
 * Returns true if a program that reads this JSON number as a double, as most do, may get another number: digits are
 * lost, it becomes zero or infinite, its sign is lost, or it is a whole number beyond 2^53 - 1.
 */
export function isInexactNumber(literal: string): boolean {
  const value = Number(literal)
  if (!Number.isFinite(value) || Object.is(value, -0)) return true
  if (/^-?\d+$/.test(literal) && !Number.isSafeInteger(value)) return true
  return decimalOf(literal) !== decimalOf(String(value))
}

/** Normalizes a number to sign, digits and exponent. */
function decimalOf(literal: string): string {
  const [, sign, whole = '', fraction = '', exponent = '0'] =
    /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(literal) ?? []
  const digits = (whole + fraction).replace(/^0+/, '')
  let end = digits.length
  while (digits[end - 1] === '0') end -= 1
  if (end === 0) return '0'
  return `${sign}${digits.slice(0, end)}e${Number(exponent) - fraction.length + digits.length - end}`
}

/** Decodes a JSON string. */
export function textOfString(source: string): string {
  // SAFETY: the source is a JSON string.
  return source.includes('\\') ? (JSON.parse(source) as string) : source.slice(1, -1)
}
