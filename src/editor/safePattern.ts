/**
 * False for a pattern that does not compile, or that can take a browser for ever: a repeated group with a repetition or
 * alternatives within. The pattern comes from a tool.
 */
export function isSafePattern(pattern: string): boolean {
  const groups: boolean[] = []
  const source = pattern.replaceAll(/\\[^]/g, '_').replaceAll(/\[[^\]]*\]/g, '_')
  for (let at = 0; at < source.length; at += 1) {
    const character = source[at]!
    if (character === '(') groups.push(false)
    else if (character === ')') {
      const branches = groups.pop() ?? false
      const isRepeated = /^(?:[*+]|\{\d*,(?:\d{2,})?\}|\{\d{2,}\})/.test(source.slice(at + 1))
      if (branches && isRepeated) return false
      if (branches && groups.length > 0) groups[groups.length - 1] = true
    } else if (/[*+{|]/.test(character) && groups.length > 0) groups[groups.length - 1] = true
  }
  try {
    return new RegExp(pattern, 'u') instanceof RegExp
  } catch {
    return false
  }
}
