import type { NoteOf } from './Facts.tsx'

interface Word {
  readonly text: string
  // The number of parentheses around it.
  readonly depth: number
}

// Databases disagree about comments and texts, so that a program is read in two ways, and each may warn.
interface Reading {
  readonly token: RegExp
  readonly hasNestedComments: boolean
}

const names = String.raw`"(?:[^"]+|"")*"?|${'`[^`]*`?'}|\$[\p{L}_\d]*\$|[\p{L}\p{N}_]+|\/\*!?|[();]`
const standard: Reading = {
  token: new RegExp(String.raw`--[^\n]*|'(?:[^']+|'')*'?|${names}`, 'gu'),
  hasNestedComments: true,
}
const mySql: Reading = {
  token: new RegExp(String.raw`--[^\n]*|#[^\n]*|'(?:[^'\\]+|\\[\s\S]|'')*'?|${names}`, 'gu'),
  hasNestedComments: false,
}

// Notes on all the statements of a program. A program without notes may still do harm.
export function notesOfSql(sql: string): readonly NoteOf[] {
  const statements = [...statementsOf(sql, standard), ...statementsOf(sql, mySql)]
  return [
    ...(statements.some(deletesData) ? [{ note: 'deletes_data' as const }] : []),
    ...(statements.some(isForEveryRow) ? [{ note: 'every_row' as const }] : []),
  ]
}

// Deeper texts in dollars are read as a part of the text around them.
const deepest = 3

function statementsOf(sql: string, reading: Reading, level = 0): Word[][] {
  const { token, hasNestedComments } = reading
  const statements: Word[][] = []
  let words: Word[] = []
  let depth = 0
  const end = (): void => {
    statements.push(words)
    words = []
    depth = 0
  }
  const pattern = new RegExp(token)
  for (let found = pattern.exec(sql); found; found = pattern.exec(sql)) {
    const [text] = found
    if (text === '(') depth += 1
    else if (text === ')') depth -= 1
    else if (text === ';') end()
    else if (text.startsWith('/*')) {
      // MySQL runs what is in a comment with an exclamation mark.
      if (text === '/*' || hasNestedComments)
        pattern.lastIndex = endOfComment(sql, found.index, hasNestedComments)
    } else if (text.startsWith('$') && hasNestedComments && level < deepest) {
      // The body of a function or a block is a program of its own, and a text in dollars is read as one.
      const close = sql.indexOf(text, pattern.lastIndex)
      const body = sql.slice(pattern.lastIndex, close === -1 ? undefined : close)
      for (const statement of statementsOf(body, reading, level + 1)) statements.push(statement)
      pattern.lastIndex = close === -1 ? sql.length : close + text.length
    } else if (!/^(?:--|[#'$])/.test(text)) words.push({ text: text.toLowerCase(), depth })
  }
  end()
  return statements
}

function endOfComment(sql: string, start: number, isNested: boolean): number {
  if (!isNested) {
    const close = sql.indexOf('*/', start + 2)
    return close === -1 ? sql.length : close + 2
  }
  const marks = /\/\*|\*\//g
  marks.lastIndex = start
  let depth = 0
  for (let mark = marks.exec(sql); mark; mark = marks.exec(sql)) {
    depth += mark[0] === '/*' ? 1 : -1
    if (depth === 0) return marks.lastIndex
  }
  return sql.length
}

// "On delete cascade" and the like delete nothing now.
const whenever = /^(?:on|before|after|or)$/

function deletesData(words: readonly Word[]): boolean {
  return words.some(
    ({ text }, at) => /^(?:delete|drop|truncate)$/.test(text) && !whenever.test(words[at - 1]?.text ?? ''),
  )
}

function isForEveryRow(words: readonly Word[]): boolean {
  return words.some(({ text, depth }, at) => {
    const before = words[at - 1]?.text ?? ''
    if (whenever.test(before) || /^(?:then|for|key|do|grant|revoke)$/.test(before)) return false
    if (text !== 'update' && (text !== 'delete' || words[at + 1]?.text === 'on')) return false
    const rest = words.slice(at + 1)
    const end = rest.findIndex((one) => one.depth < depth)
    const own = (end === -1 ? rest : rest.slice(0, end)).filter((one) => one.depth === depth)
    const condition = own.findIndex((one) => one.text === 'where')
    return condition === -1 || isAlwaysTrue(own.slice(condition + 1))
  })
}

// Such as `where true` and `where 1 = 1`: texts are no words.
function isAlwaysTrue(words: readonly Word[]): boolean {
  const end = words.findIndex(({ text }) => /^(?:returning|order|limit)$/.test(text))
  const own = (end === -1 ? words : words.slice(0, end)).map(({ text }) => text)
  return own.every((text) => text === own[0] && /^(?:true|\d+)$/.test(text))
}
