import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, inject } from 'vitest'
import { compare, type Pixels, readPng, writePng } from './picture.ts'

/** The boxes of a picture: inline start, top, width and height of each part, in CSS pixels. */
export type Measures = Readonly<Record<string, readonly [number, number, number, number]>>

/** The browser and the way it draws letters. */
export interface DrawnWith {
  readonly chromium: number
  /** The digest of a line of letters. */
  readonly letters: string
}

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))
const drawn = here('../drawn/')
/** The folder of the documentation. */
export const docs = here('../../../stories/docs/pictures/')
const differences = here('../../../.cache/pictures/differences/')
const writes = inject('writes')
// Text of the same font may be a pixel wider where letters are drawn in another way.
const mostPixelsOff = 2
// The palette costs a few pixels a shade, and forced colours show the caret, which blinks.
const mostPixelsChanged = 24
mkdirSync(drawn, { recursive: true })

const fileOf = (name: string): string => `${drawn}${name}`
const read = <Kind>(name: string): Kind | undefined =>
  existsSync(fileOf(name)) ? (JSON.parse(readFileSync(fileOf(name), 'utf8')) as Kind) : undefined

export const digestOf = ({ data }: Pixels): string =>
  createHash('sha256').update(data).digest('hex').slice(0, 16)

/** The committed pictures of one file of tests, and the measures that were taken with them. */
export interface Album {
  /** The reason why pictures are not compared here. Undefined: they are. */
  readonly whyNot: string | undefined
  /** Compares a picture and its measures with the committed ones, or writes it. */
  watch(name: string, file: Uint8Array, measures: Measures): void
  /** Writes the measures, if pictures are written. */
  close(): void
}

/** Opens the album of this name. `now` is the browser that draws; `folder` has the pictures. */
export function openAlbum(name: string, now: DrawnWith, folder = drawn): Album {
  const measuresFile = `${name}.json`
  const before = read<{ readonly drawnWith: DrawnWith; readonly measures: Record<string, Measures> }>(
    measuresFile,
  )
  const measured: Record<string, Measures> = {}
  const whyNot = writes ? undefined : differenceOf(before?.drawnWith, now)

  function watch(picture: string, file: Uint8Array, measures: Measures): void {
    measured[picture] = measures
    const pixels = readPng(file)
    const path = `${folder}${picture}.png`
    const committed = existsSync(path) ? readPng(readFileSync(path)) : undefined
    if (writes) {
      if (!committed || changesIn(committed, pixels, picture) > mostPixelsChanged)
        writeFileSync(path, writePng(pixels))
      return
    }
    expect(offsetsOf(before?.measures[picture], measures), `${picture}: parts that moved`).toEqual([])
    if (whyNot !== undefined) return
    expect(committed, `${picture} is not in the album`).toBeDefined()
    const changed = changesIn(committed!, pixels, picture)
    expect(changed, `${picture}: pixels that changed, see .cache/pictures/differences`).toBeLessThanOrEqual(
      mostPixelsChanged,
    )
  }

  return {
    whyNot,
    watch,
    close: () => {
      if (!writes) return
      const lines = Object.entries({ ...before?.measures, ...measured })
        .filter(([picture]) => existsSync(`${folder}${picture}.png`))
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([picture, measures]) => `"${picture}": ${JSON.stringify(measures)}`)
      writeFileSync(
        fileOf(measuresFile),
        `{"drawnWith": ${JSON.stringify(now)}, "measures": {\n${lines.join(',\n')}\n}}\n`,
      )
    },
  }
}

function differenceOf(before: DrawnWith | undefined, now: DrawnWith): string | undefined {
  if (!before) return 'there are none yet'
  if (before.chromium !== now.chromium)
    return `they were drawn with Chromium ${before.chromium}, and this is ${now.chromium}`
  return before.letters === now.letters ? undefined : 'letters are drawn in another way here'
}

/** The number of pixels that changed. If there are any, the new picture and the difference are written. */
function changesIn(before: Pixels, after: Pixels, picture: string): number {
  const isSameSize = before.width === after.width && before.height === after.height
  const { changed, difference } = isSameSize
    ? compare(before, after)
    : { changed: Infinity, difference: undefined }
  if (changed > mostPixelsChanged) {
    writeFileSync(`${differences}${picture}.now.png`, writePng(after))
    if (difference) writeFileSync(`${differences}${picture}.difference.png`, writePng(difference))
  }
  return changed
}

function offsetsOf(before: Measures | undefined, now: Measures): readonly string[] {
  if (!before) return ['no measures were taken of it yet']
  const names = new Set([...Object.keys(before), ...Object.keys(now)])
  return [...names].filter((part) => {
    const [was, is] = [before[part], now[part]]
    return !was || !is || was.some((side, index) => Math.abs(side - is[index]!) > mostPixelsOff)
  })
}
