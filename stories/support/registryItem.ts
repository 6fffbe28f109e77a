import { readFileSync } from 'node:fs'

const root = new URL('../../', import.meta.url)
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8')

interface Item {
  readonly files: readonly { readonly path: string }[]
}

/** The item of `stories/registry` as `shadcn add` reads it: with the content of its files. */
export function registryItem(): string {
  const item = JSON.parse(read('stories/registry/intervention-bar.json')) as Item
  const files = item.files.map((file) => ({ ...file, content: read(file.path) }))
  return `${JSON.stringify({ ...item, files }, null, 2)}\n`
}
