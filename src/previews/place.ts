// True if a path is outside a folder, in any way in which a tool may read it. Undefined: it cannot be known.
export function isOutside(path: string, folder: string | undefined): boolean | undefined {
  if (folder === undefined || folder.trim() === '') return undefined
  const seen = new Set(readingsOf(path).map((one) => isOutsideAsRead(one, folder)))
  return seen.has(true) ? true : seen.has(undefined) ? undefined : false
}

/** True for a path that does not depend on the folder that a tool runs in. */
export function isWhole(path: string): boolean {
  return /^\s*(?:[\\/~]|[a-z]:|file:)/i.test(path)
}

// Tools trim a path, decode an address of a file, or take wide signs for the ordinary ones.
function readingsOf(path: string): readonly string[] {
  const bare = path.trim().replace(/^file:(?:\/\/(?:localhost)?(?=\/))?/i, '')
  return [...new Set([path, bare, bare.normalize('NFKC'), decoded(bare)])]
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

function isOutsideAsRead(path: string, folder: string): boolean | undefined {
  const isHome = (one: string): boolean => one.startsWith('~')
  if (isHome(path)) return isHome(folder) ? undefined : true
  // A variable, or the address of something that is no file.
  if (/^(?:\$\{?\w|%\w+%)/.test(path) || /^(?!file:)[a-z][a-z\d+.-]+:/i.test(path)) return undefined
  if (isWhole(path) && !isWhole(folder)) return undefined
  const ofWindows = /^(?:[a-z]:|\\\\)/i
  if (ofWindows.test(folder)) return leaves(path.toLowerCase(), folder.toLowerCase(), /[\\/]+/)
  // Unless it is a path of Windows, a backslash is a part of a name.
  return leaves(path, folder, /\/+/) || leaves(path, folder, /[\\/]+/)
}

function leaves(path: string, folder: string, between: RegExp): boolean {
  const root = partsOf(folder, between)
  const parts = partsOf(isWhole(path) ? path : `${folder}/${path}`, between)
  return parts === null || root === null || root.some((part, index) => parts[index] !== part)
}

// Null: the path climbs above its own start.
function partsOf(path: string, between: RegExp): readonly string[] | null {
  const parts: string[] = []
  for (const part of path.split(between)) {
    if (part === '' || part === '.') continue
    // Windows drops the blanks and dots after a name.
    if (!/^\.\.[ .]*$/.test(part)) parts.push(part)
    else if (parts.pop() === undefined) return null
  }
  return parts
}
