import bash from '@speed-highlight/core/languages/bash.js'
import sql from '@speed-highlight/core/languages/sql.js'
import { type ShjLanguageData, tokenizeWith } from '@speed-highlight/core/tokenize'

export type Language = 'bash' | 'sql'
// SAFETY: its own types do not tell a property that is undefined from one that is absent.
const languages = { bash, sql } as Readonly<Record<Language, ShjLanguageData>>

// Longer programs stay uncoloured, so that the page never waits for colours.
const longest = 20_000

// The kinds of tokens that have a colour in the stylesheet.
const kinds: Readonly<Record<string, string>> = {
  kwd: 'keyword',
  func: 'keyword',
  str: 'text',
  num: 'number',
  bool: 'number',
  var: 'name',
  cmnt: 'comment',
}

// Lays colours over the text of an element. Returns a function that takes them away.
export function markSyntax(element: Element, language: Language): (() => void) | undefined {
  // Forced colours belong to the person.
  if (typeof CSS === 'undefined' || !('highlights' in CSS) || typeof Highlight === 'undefined')
    return undefined
  if (matchMedia('(forced-colors: active)').matches) return undefined
  const nodes = textNodesOf(element)
  const text = nodes.map((one) => one.data).join('')
  if (text.length > longest) return undefined
  const marked: (readonly [Highlight, Range])[] = []
  let at = 0
  tokenizeWith(text, languages[language], (token, kind) => {
    const end = at + token.length
    // A word inside an address or a path is not part of the language.
    const isInWord = /^\w/.test(token) && /[\w/.:@-]/.test(text[at - 1] ?? '')
    const name = kind && !isInWord && kinds[kind]
    if (name) {
      const key = `intervention-bar-${name}`
      const highlight = CSS.highlights.get(key) ?? new Highlight()
      CSS.highlights.set(key, highlight)
      const range = rangeOf(nodes, at, end)
      highlight.add(range)
      marked.push([highlight, range])
    }
    at = end
  })
  return () => {
    for (const [highlight, range] of marked) highlight.delete(range)
  }
}

function textNodesOf(element: Element): readonly Text[] {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  const found: Text[] = []
  while (walker.nextNode()) {
    const { currentNode: node } = walker
    if (node instanceof Text && !node.parentElement?.closest('[data-part="hidden_amount"], ul'))
      found.push(node)
  }
  return found
}

function rangeOf(nodes: readonly Text[], start: number, end: number): Range {
  const range = document.createRange()
  let from = 0
  for (const node of nodes) {
    const to = from + node.length
    if (start >= from && start <= to) range.setStart(node, start - from)
    if (end >= from && end <= to) {
      range.setEnd(node, end - from)
      break
    }
    from = to
  }
  return range
}
