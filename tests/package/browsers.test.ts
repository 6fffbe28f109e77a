import { transform } from 'esbuild'
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

/** The oldest browsers that the kit supports; CONTRIBUTING and the README name them. */
const floor = ['chrome120', 'edge120', 'safari17.2', 'firefox128']

/** Each came later to one of them, with the first version that has it. */
const later = {
  'Array.fromAsync(': 'chrome 121',
  'Promise.try(': 'chrome 128',
  'Promise.withResolvers(': 'safari 17.4',
  'Object.groupBy(': 'safari 17.4',
  'Map.groupBy(': 'safari 17.4',
  'AbortSignal.any(': 'safari 17.4',
  'URL.parse(': 'chrome 126',
  'RegExp.escape(': 'chrome 136',
  'Iterator.from(': 'chrome 122',
  'Intl.DurationFormat': 'chrome 129',
  '.moveBefore(': 'chrome 133',
  '.isSubsetOf(': 'chrome 122',
  '.toBase64(': 'chrome 140',
  '.setHTML(': 'firefox 148',
}

const serverOnly = /^(server|testing|backend)\//
const code = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter(
  (name) => /\.tsx?$/.test(name) && !serverOnly.test(name),
)
const sheets = readdirSync('src/styles').filter((name) => name.endsWith('.css') && name !== 'index.css')

describe('the oldest supported browsers', () => {
  it('know every function that the kit calls', () => {
    const found = code.flatMap((name) => {
      const text = readFileSync(`src/${name}`, 'utf8')
      return Object.entries(later).flatMap(([call, since]) =>
        text.includes(call) ? [`${name}: ${call} since ${since}`] : [],
      )
    })
    expect(found).toEqual([])
  })

  it.each(sheets)('read every rule of %s', async (name) => {
    const text = readFileSync(`src/styles/${name}`, 'utf8')
    const whole = await transform(text, { loader: 'css', target: 'esnext' })
    const lowered = await transform(text, { loader: 'css', target: floor })
    expect(lowered.warnings).toEqual([])
    expect(lowered.code.replaceAll('-webkit-', '')).toBe(whole.code.replaceAll('-webkit-', ''))
  })

  it('are the same in the documents', () => {
    for (const page of ['README.md', 'CONTRIBUTING.md']) {
      const text = readFileSync(page, 'utf8')
      for (const browser of floor.filter((one) => !one.startsWith('edge'))) {
        expect(text).toContain(browser.replace(/[a-z]+/, '').trim())
      }
    }
  })
})
