import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { registryItem } from '../../stories/support/registryItem.ts'

// From https://ui.shadcn.com/schema/registry-item.json, which nobody can fetch here.
const types = [
  'lib',
  'block',
  'component',
  'ui',
  'hook',
  'theme',
  'page',
  'file',
  'style',
  'base',
  'font',
  'item',
]
const keys = [
  ...['$schema', 'name', 'type', 'title', 'description', 'author', 'dependencies', 'devDependencies', 'docs'],
  ...[
    'registryDependencies',
    'files',
    'tailwind',
    'cssVars',
    'css',
    'envVars',
    'categories',
    'meta',
    'extends',
  ],
]
const isTexts = (value: unknown): boolean =>
  Array.isArray(value) && value.every((one) => typeof one === 'string')

interface Item extends Readonly<Record<string, unknown>> {
  readonly files: readonly Readonly<Record<string, unknown>>[]
  readonly dependencies: readonly string[]
}

it('follows the schema of shadcn', () => {
  const item = JSON.parse(registryItem()) as Item
  expect(keys).toEqual(expect.arrayContaining(Object.keys(item)))
  expect(item).toMatchObject({ name: expect.stringMatching(/^[a-z-]+$/), type: 'registry:component' })
  expect(isTexts(item.dependencies)).toBe(true)
  expect(isTexts(item['registryDependencies'])).toBe(true)
  for (const { path, type, content, ...rest } of item.files) {
    expect(types.map((one) => `registry:${one}`)).toContain(type)
    expect(content).toBe(readFileSync(String(path), 'utf8'))
    expect(rest).toEqual({})
  }
})

it('depends on each package that its files import', () => {
  const { files, dependencies } = JSON.parse(registryItem()) as Item
  const imported = files.flatMap(({ content }) =>
    [...String(content).matchAll(/from '([^'@.][^'/]*)/g)].map(([, name]) => name),
  )
  expect([...dependencies, 'react']).toEqual(expect.arrayContaining(imported))
})
