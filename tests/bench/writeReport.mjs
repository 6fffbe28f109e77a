// @ts-nocheck -- It reads what the benchmarks kept, and writes a page of the documents from it.
// With `others` it only replaces the figures of other products.
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { cpus, release } from 'node:os'
import { letters, writeOthers } from './others/writeOthers.mjs'

const read = (name) => JSON.parse(readFileSync(`.cache/bench/${name}.json`, 'utf8'))
const before = JSON.parse(readFileSync('stories/docs/measured.json', 'utf8'))
const measured = process.argv.includes('others') ? { ...before, others: read('others') } : measuredNow()
const { sizes, ...tables } = measured

function measuredNow() {
  return {
    at: new Date().toISOString().slice(0, 10),
    on: `${cpus().length} processors (${cpus()[0].model.trim()}), ${process.platform} ${release()}, Node ${process.version}`,
    sizes: JSON.parse(execFileSync('npx', ['size-limit', '--json'], { encoding: 'utf8' })).map(
      ({ name, size }) => ({ name, bytes: size }),
    ),
    press: read('press'),
    chunks: read('chunks'),
    mount: read('mount'),
    memory: read('memory'),
    list: read('list'),
    others: before.others,
  }
}
writeFileSync('stories/docs/measured.json', `${JSON.stringify(measured, null, 2)}\n`)

const table = (head, rows) =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
const rowsOf = ({ rows }) =>
  rows.map(({ title, without, kit, wanted }) => [
    title,
    without.toFixed(1),
    kit.toFixed(1),
    (kit / without).toFixed(2),
    wanted ?? '',
  ])
const figures = (of, other) =>
  table(
    [of.unit === 'MB' ? 'megabytes' : 'milliseconds, median', other, 'the kit', 'ratio', 'wanted'],
    rowsOf(of),
  )

writeFileSync(
  'stories/docs/Measured.mdx',
  `import { Meta } from '@storybook/addon-docs/blocks'

<Meta title="Docs/For maintainers/Measured" />

{/* Written by \`npm run bench\`. */}

# Measured

Measured on ${measured.at}, on ${measured.on}, in one run of \`npm run bench\`. The same figures as JSON: [measured.json](measured.json).
A bar written by hand for one backend, without a guard, retries or other languages, is the measure. Numbers of one machine only compare
with each other.

![Time and memory of the kit beside a hand-written bar, from one call that waits to ten thousand](measured.svg)

## Bytes

Minified and compressed with gzip.

${table(
  ['what is fetched', 'kB'],
  sizes.map(({ name, bytes }) => [name.replaceAll('{', '\\{'), (bytes / 1_000).toFixed(1)]),
)}

## A press

${figures(tables.press, 'hand-written')}

## An agent that talks

${figures(tables.chunks, 'without the kit')}

## Mount, by the number of calls that wait

${figures(tables.mount, 'hand-written')}

${tables.list ? `## The list of all that waits\n\n${figures(tables.list, 'two frames')}\n\n` : ''}## Memory, by the number of calls that wait

${figures(tables.memory, 'hand-written')}
${tables.others ? `\n## Beside other products\n\n${writeOthers(tables.others)}` : ''}`,
)
writeFileSync('stories/docs/measured.svg', plots())

/** Two plots beside each other: the time to mount and the memory, both by the number of calls. */
function plots() {
  const width = 360
  const height = 240
  const one = ({ unit, rows }, title, left) => {
    const most = Math.max(...rows.flatMap(({ without, kit }) => [without, kit]))
    const x = (at) => left + 50 + (at * (width - 80)) / (rows.length - 1)
    const y = (value) => height - 40 - (value / most) * (height - 90)
    const line = (key, color, name, place) =>
      `<polyline fill="none" stroke="${color}" stroke-width="2" points="${rows.map((row, at) => `${x(at).toFixed(1)},${y(row[key]).toFixed(1)}`).join(' ')}"/>
<text x="${left + 50}" y="${place}" fill="${color}" font-size="12">${name}</text>`
    const labels = rows
      .map(
        ({ title: calls }, at) =>
          `<text x="${x(at).toFixed(1)}" y="${height - 20}" text-anchor="middle" font-size="11">${calls.split(' ')[0]}</text>`,
      )
      .join('\n')
    return `<text x="${left + 50}" y="20" font-size="13" font-weight="600">${title} (${unit}, at most ${most.toFixed(0)})</text>
<path d="M${left + 50} ${height - 40}H${left + width - 30}" stroke="#999"/>
${line('without', '#8a8a8a', 'hand-written', 38)}
${line('kit', '#2f6bff', 'intervention-bar', 54)}
${labels}`
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${2 * width} ${height}" font-family="system-ui, sans-serif" role="img">
${letters}
<title>The kit beside a hand-written bar</title>
${one(tables.mount, 'Mount', 0)}
${one(tables.memory, 'Memory', width)}
</svg>
`
}
