// True if a program that reads this JSON number as a double may get another number: digits are lost, it becomes zero or
// infinite, its sign is lost, or it is a whole number beyond 2^53 - 1.
export function isInexactNumber(literal: string): boolean {
  const value = Number(literal)
  if (!Number.isFinite(value) || Object.is(value, -0)) return true
  if (/^-?\d+$/.test(literal) && !Number.isSafeInteger(value)) return true
  return decimalOf(literal) !== decimalOf(String(value))
}

function decimalOf(literal: string): string {
  const [, sign, whole = '', fraction = '', exponent = '0'] =
    /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(literal) ?? []
  const digits = (whole + fraction).replace(/^0+/, '')
  let end = digits.length
  while (digits[end - 1] === '0') end -= 1
  if (end === 0) return '0'
  return `${sign}${digits.slice(0, end)}e${Number(exponent) - fraction.length + digits.length - end}`
}
