import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

/** The lines of the checklist that must hold for every release: safety, focus, semantics, keys, sight, truth, failure, language, speed. */
const must = [
  ...['A1', 'A2', 'A3', 'A4', 'A5', 'A6', 'A7', 'A8', 'A9', 'A10', 'A11', 'A12', 'A13', 'A14'],
  ...['B1', 'B2', 'B3', 'B4', 'B5', 'B6', 'B7'],
  ...['C1', 'C2', 'C3', 'C4', 'C5', 'C6', 'C7', 'C8', 'C9'],
  ...['D1', 'D3', 'D4'],
  ...['E1', 'E2', 'E3', 'E4', 'E5', 'E6', 'E7', 'E8', 'E9'],
  ...['F1', 'F2', 'F3', 'F4', 'F5', 'F6', 'F7'],
  ...['G1', 'G2', 'G3', 'G4', 'G5', 'G7'],
  ...['H1', 'H2', 'H3', 'H5'],
  ...['I1', 'I4', 'I5'],
]

/** Lines that a tool checks for everything, and not a test of its own. */
const byTools: Readonly<Record<string, readonly [file: string, text: string]>> = {
  C1: [
    '.storybook/preview.tsx',
    "a11y: { test: 'error', options: { rules: { 'target-size': { enabled: true } } } }",
  ],
  I1: ['tests/bench/speed.test.ts', 'press -> the paint that shows it, 4 x throttle'],
  I5: ['package.json', '"check:size": "size-limit"'],
}

const titles = readdirSync('tests', { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.test\.tsx?$/.test(name) && !name.includes('node_modules'))
  .map((name) => readFileSync(`tests/${name}`, 'utf8'))
  .join('\n')

it.each(must)('line %s of the checklist is a test under its id', (id) => {
  const tool = byTools[id]
  if (tool) expect(readFileSync(tool[0], 'utf8')).toContain(tool[1])
  else expect(new RegExp(`['"\`](?:rule )?${id}: `).test(titles)).toBe(true)
})
