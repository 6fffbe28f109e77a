import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import ts from 'typescript-5'

const sources = ['components', 'hooks', 'editor', 'previews'].flatMap((room) =>
  readdirSync(`src/${room}`, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.tsx'))
    .map((name) => `src/${room}/${name}`),
)
const spoken = /^(aria-label|aria-description|title|placeholder|alt|label)$/

it('H1: no component has a text of its own, so that every word can be translated', () => {
  const found: string[] = []
  for (const file of sources) {
    const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true)
    const visit = (node: ts.Node): void => {
      const isText = ts.isJsxText(node) && /\p{L}{2,}/u.test(node.text)
      const isLabel =
        ts.isJsxAttribute(node) &&
        spoken.test(node.name.getText()) &&
        node.initializer !== undefined &&
        ts.isStringLiteral(node.initializer) &&
        /\p{L}{2,}/u.test(node.initializer.text)
      if (isText || isLabel) found.push(`${file}: ${node.getText().trim()}`)
      ts.forEachChild(node, visit)
    }
    visit(source)
  }
  expect(found).toEqual([])
})

it('F2: the stylesheets cut a text only where a control beside it shows all of it', () => {
  const cut = readdirSync('src/styles').flatMap((name) => {
    const sheet = readFileSync(`src/styles/${name}`, 'utf8').replaceAll(/\/\*[\s\S]*?\*\//g, '')
    const rules = [...sheet.matchAll(/([^{}]+)\{([^{}]*)\}/g)]
    return rules
      .filter(([, , body]) => /text-overflow|line-clamp:\s*\d/.test(body!))
      .flatMap(([, selector]) => selector!.match(/\[data-part='(\w+)'\]/g) ?? [])
  })
  // The reason has *More*. A row of the list, with the agent that asks, opens its card, which has all of it.
  const withControl = ['agent', 'list_title', 'why', 'why_text'].map((name) => `[data-part='${name}']`)
  expect([...new Set(cut)].toSorted()).toEqual(withControl)
})

it('E9: no rule names a side of the screen, so that a page may run from right to left', () => {
  const physical =
    /(?<![\w-])(?:margin|padding|border)-(?:left|right)\b|(?<![\w-])(?:left|right):|text-align:\s*(?:left|right)/
  const found = readdirSync('src/styles').filter((name) =>
    physical.test(readFileSync(`src/styles/${name}`, 'utf8').replaceAll(/\/\*[\s\S]*?\*\//g, '')),
  )
  expect(found).toEqual([])
})
