import { readdirSync, readFileSync } from 'node:fs'

/** One fenced block of a page. */
export interface DocBlock {
  readonly file: string
  /** Of its first line, counted from 1. */
  readonly line: number
  readonly language: string
  readonly text: string
}

/** The pages a user reads: the README and those of Storybook. */
export const docPages: readonly string[] = [
  'README.md',
  ...readdirSync('stories/docs')
    .filter((name) => name.endsWith('.mdx'))
    .map((name) => `stories/docs/${name}`),
]

/** The fenced blocks of one page, in order. */
export function blocksOf(file: string): readonly DocBlock[] {
  const source = readFileSync(file, 'utf8')
  return [...source.matchAll(/^```(\w+)[^\n]*\n([\s\S]*?)^```$/gm)].map((found) => {
    const [, language = '', text = ''] = found
    return { file, language, text, line: source.slice(0, found.index).split('\n').length + 1 }
  })
}
