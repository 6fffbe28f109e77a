// True if a path is not in a folder. Undefined: nobody can say.
export function isOutside(path: string, folder: string | undefined): boolean | undefined {
  if (folder === undefined || folder.trim() === '') return undefined
  const root = partsOf(folder)
  if (path.startsWith('~')) return !folder.startsWith('~') ? true : undefined
  const isWhole = /^(?:[\\/]|[a-z]:)/i.test(path)
  if (isWhole && !/^(?:[\\/]|[a-z]:)/i.test(folder)) return undefined
  const parts = isWhole ? partsOf(path) : partsOf(`${folder}/${path}`)
  return parts === null || root === null || root.some((part, index) => parts[index] !== part)
}

// Null: it leads above its own beginning.
function partsOf(path: string): readonly string[] | null {
  const parts: string[] = []
  for (const part of path.split(/[\\/]+/)) {
    if (part === '' || part === '.') continue
    if (part !== '..') parts.push(part)
    else if (parts.pop() === undefined) return null
  }
  return parts
}
