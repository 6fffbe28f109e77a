import { existsSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { pages, withoutExample, writePage } from '../support/reference.ts'

it.each(pages)(
  'the page $title says what the types and docblocks say (else: npm run reference)',
  async (page) => {
    await expect(writePage(page)).toMatchFileSnapshot(`../../stories/docs/${page.file}`)
  },
)

it('each subpath of the package stands on a page', () => {
  const { exports } = JSON.parse(readFileSync('package.json', 'utf8')) as { exports: Record<string, unknown> }
  const told = pages.flatMap(({ entries }) => Object.keys(entries))
  const code = Object.keys(exports).filter((name) => !/\.css$|package\.json$|locales\//.test(name))
  for (const name of code) expect(told).toContain(`intervention-bar${name.slice(1)}`)
  expect(existsSync('stories/docs/Reference.mdx')).toBe(true)
})

it('each component, hook and function has an example', () => {
  for (const page of pages) writePage(page)
  expect([...new Set(withoutExample)]).toEqual([])
})
