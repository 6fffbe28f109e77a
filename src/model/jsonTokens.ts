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
 * Yields the tokens of a JSON text without commas and colons. It does not recurse, so that any depth works. Returns true
 * if the whole text is JSON.
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

function match(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : at
}

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
