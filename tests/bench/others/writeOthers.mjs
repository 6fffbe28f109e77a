// @ts-nocheck -- It writes a part of the documents from what was measured.
import { readFileSync, writeFileSync } from 'node:fs'

const names = {
  hand: 'hand-written',
  kit: 'this kit',
  elements: 'AI SDK Elements',
  assistantUi: 'assistant-ui',
  copilotKit: 'CopilotKit',
}
const columns = [
  ['kilobytes', 'JavaScript, kB'],
  ['mount', 'mount'],
  ['request', 'press to request'],
  ['paint', 'press to paint'],
]
/** The colour of letters in a plot, which stands on light and dark pages. */
export const letters =
  '<style>text:not([fill]) { fill: #555 } @media (prefers-color-scheme: dark) { text:not([fill]) { fill: #bbb } }</style>'
const picture = 'stories/docs/measured.others.svg'
const page = 'stories/docs/Compared.mdx'

/** Writes the picture and the part of the page "Compared with others", and returns that part. */
export function writeOthers({ at, rounds, versions, rows, note = '' }) {
  const head = ['', ...columns.map(([, title]) => title)]
  const lines = rows.map((row) => [names[row.side], ...columns.map(([key]) => row[key].toFixed(1))])
  const table = [head, head.map((_one, index) => (index === 0 ? '---' : '---:')), ...lines]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n')
  const part = `Measured on ${at} with \`npm run bench:others\`, in one run: the median of ${rounds} rounds, in milliseconds, in Chromium, on one page with one call
that waits. ${note && `${note} `}Versions: ai ${versions.ai}, @assistant-ui/react ${versions['@assistant-ui/react']},
@copilotkit/react-core ${versions['@copilotkit/react-core']}.

${table}

![JavaScript and time to mount of each](measured.others.svg)

- **The cards** of AI SDK Elements and assistant-ui are code that their command line copies into an app. Here are cards of the same structure,
  without icons, on the packages of the versions above.
- **JavaScript** is all that the page fetched until 1.5 s after the call was there, over a page with React alone, minified and compressed with gzip. Stylesheets are not counted:
  the kit has about 9 kB, CopilotKit brings its own, and the styles of the other two are classes of Tailwind in your own stylesheet.
- **They do more**: AI SDK Elements, assistant-ui and CopilotKit are used here with the code that runs a chat, which the kit and the
  hand-written bar leave to you. CopilotKit also draws a whole chat with its composer.
- **They do less**: the kit keeps decisions apart by request and revision, tries again, reads when it is in doubt, follows other tabs, guards
  the press and announces; the others do not ([Compared with others](Compared.mdx)). AI SDK Elements and assistant-ui get their messages as a
  value; the kit, the hand-written bar and CopilotKit first read the call from a backend.
- **Press to paint** ends with the first frame after a change of the page, and the backend takes 60 ms for each decision.
`
  writeFileSync(picture, plot(rows))
  const text = readFileSync(page, 'utf8')
  const place = /(?<=\{\/\* measured \*\/\}\n)[\s\S]*(?=\{\/\* end of measured \*\/\})/
  if (!place.test(text)) throw new Error(`${page} has no place for what was measured.`)
  writeFileSync(
    page,
    text.replace(place, () => `\n${part}\n`),
  )
  return part
}

function plot(rows) {
  const width = 360
  const bar = 26
  const one = (key, title, left) => {
    const most = Math.max(...rows.map((row) => row[key]))
    const bars = rows.map((row, at) => {
      const y = 40 + at * bar
      const length = (row[key] / most) * (width - 180)
      return `<text x="${left + 110}" y="${y + 13}" text-anchor="end" font-size="11">${names[row.side]}</text>
<rect x="${left + 118}" y="${y}" width="${length.toFixed(1)}" height="18" rx="2" fill="${row.side === 'kit' ? '#2f6bff' : '#9a9a9a'}"/>
<text x="${(left + 124 + length).toFixed(1)}" y="${y + 13}" font-size="11">${row[key].toFixed(0)}</text>`
    })
    return `<text x="${left + 10}" y="22" font-size="13" font-weight="600">${title}</text>\n${bars.join('\n')}`
  }
  const height = 50 + rows.length * bar
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${2 * width} ${height}" font-family="system-ui, sans-serif" role="img">
${letters}
<title>The kit beside other products</title>
${one('kilobytes', 'JavaScript, kB', 0)}
${one('mount', 'Mount, ms', width)}
</svg>
`
}
