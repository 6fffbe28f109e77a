import { readdirSync, readFileSync } from 'node:fs'

const folder = new URL('../docs/', import.meta.url)
const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')
const { name, description } = JSON.parse(
  readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
) as { readonly name: string; readonly description: string }

/** The content of `dist/llms.txt`: every page with its title and its first sentence, in the order of the README. */
export function listPages(): string {
  const files = readdirSync(folder).filter((file) => file.endsWith('.mdx'))
  const mentioned = (file: string): number => (readme.indexOf(`/${file})`) + readme.length) % readme.length
  const lines = files.toSorted((a, b) => mentioned(a) - mentioned(b)).map(lineOf)
  const others = ['README.md', 'SECURITY.md', 'CHANGELOG.md', 'CONTRIBUTING.md']
  return [
    `# ${name}`,
    `> ${description}`,
    `## Docs`,
    lines.join('\n'),
    `## Other files`,
    others.map((file) => `- [${file}](../${file})`).join('\n'),
    '',
  ].join('\n\n')
}

function lineOf(file: string): string {
  const text = readFileSync(new URL(file, folder), 'utf8')
  const title = /<Meta title="(?:Docs\/)?([^"]+)"/.exec(text)?.[1] ?? file
  const prose = /^(?!```|[#<|!-]|import|\s)[\s\S]*?\n\n/m.exec(text)?.[0].replaceAll(/\s+/g, ' ') ?? ''
  const sentence = /^.*?[.:](?= |$)/.exec(prose)?.[0].replace(/:$/, '.') ?? prose
  return `- [${title.replaceAll('/', ': ')}](../stories/docs/${file}): ${sentence.replaceAll(/\[([^\]]+)\]\([^)]+\)/g, '$1')}`
}
