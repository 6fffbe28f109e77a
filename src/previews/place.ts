// True if a path is outside a folder. Undefined: it cannot be known.
export function isOutside(path: string, folder: string | undefined): boolean | undefined {
  if (folder === undefined || folder.trim() === '') return undefined
  const root = partsOf(folder)
  if (path.startsWith('~')) return !folder.startsWith('~') ? true : undefined
  const isWhole = /^(?:[\\/]|[a-z]:)/i.test(path)
  if (isWhole && !/^(?:[\\/]|[a-z]:)/i.test(folder)) return undefined
  const parts = isWhole ? partsOf(path) : partsOf(`${folder}/${path}`)
  return parts === null || root === null || root.some((part, index) => parts[index] !== part)
}

// Null: the path climbs above its own start.
function partsOf(path: string): readonly string[] | null {
  const parts: string[] = []
  for (const part of path.split(/[\\/]+/)) {
    if (part === '' || part === '.') continue
    if (part !== '..') parts.push(part)
    else if (parts.pop() === undefined) return null
  }
  return parts
}
