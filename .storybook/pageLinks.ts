import { readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'

interface Node {
  readonly type: string
  readonly children?: readonly Node[]
  url?: string
}

const page = /^(?!https?:)([\w./-]+\.mdx)(#.*)?$/

/**
 * Lets pages link to each other as files, which a code host follows: `[Protocol](Protocol.mdx)`. Storybook finds a page by
 * its title. A link to a page that is not there fails the build.
 */
export function pageLinks() {
  return (tree: Node, { path }: { readonly path: string }): void => {
    const turn = (node: Node): void => {
      const [, file, place = ''] = page.exec(node.url ?? '') ?? []
      if (node.type === 'link' && file) node.url = addressOf(resolve(dirname(path), file)) + place
      node.children?.forEach(turn)
    }
    turn(tree)
  }
}

function addressOf(file: string): string {
  const title = /<Meta title="([^"]+)"/.exec(readFileSync(file, 'utf8'))?.[1]
  if (title === undefined) throw new Error(`${file} has no title.`)
  const id = title
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
  return `?path=/docs/${id}--docs`
}
