import { readFileSync } from 'node:fs'

interface Node {
  readonly type: string
  readonly children?: readonly Node[]
  url?: string
}

const page = /^(\w+\.mdx)(#.*)?$/

/**
 * Lets pages link to each other as files, which a code host follows: `[Protocol](Protocol.mdx)`. Storybook finds a page by
 * its title. A link to a page that is not there fails the build.
 */
export function pageLinks() {
  return function turn(node: Node): void {
    const [, file, place = ''] = page.exec(node.url ?? '') ?? []
    if (node.type === 'link' && file) node.url = addressOf(file) + place
    node.children?.forEach(turn)
  }
}

function addressOf(file: string): string {
  const source = readFileSync(new URL(`../stories/docs/${file}`, import.meta.url), 'utf8')
  const title = /<Meta title="([^"]+)"/.exec(source)?.[1] ?? file
  const id = title
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
  return `?path=/docs/${id}--docs`
}
