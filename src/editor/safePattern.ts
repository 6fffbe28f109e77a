// False for a pattern that does not compile, or that may take a browser for ever: a repeated group with a repetition or
// alternatives before its end. The pattern comes from a tool.
export function isSafePattern(pattern: string): boolean {
  try {
    return !/\([^]*[*+{|][^]*\)[*+{]/.test(pattern) && Boolean(new RegExp(pattern, 'u'))
  } catch {
    return false
  }
}
