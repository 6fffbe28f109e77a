/** The one source of chance in a run. The same seed gives the same run, to the last detail. */
export const dice = { reset, next, happens, between, pick }

let counter = 0
let stride = 1

function reset(seed: number): void {
  counter = mixed(seed, 0x2c1b3c6d)
  stride = mixed(seed ^ 0x5bd1e995, 0x297a2d39) | 1
}

/** In [0, 1). */
function next(): number {
  counter = (counter + stride) | 0
  return (mixed(counter, stride | 5) >>> 0) / 4_294_967_296
}

function happens(probability: number): boolean {
  return next() < probability
}

/** An integer from `low` to `high`, both included. */
function between(low: number, high: number): number {
  return low + Math.floor(next() * (high - low + 1))
}

function pick<T>(list: readonly T[]): T {
  const picked = list[Math.floor(next() * list.length)]
  if (picked === undefined) throw new Error('Nothing to pick from.')
  return picked
}

/** Spreads a number over 32 bits. `factor` is odd. */
function mixed(value: number, factor: number): number {
  let bits = value | 0
  bits = Math.imul(bits ^ (bits >>> 16), 0x7feb352d)
  bits = Math.imul(bits ^ (bits >>> 15), factor | 1)
  return bits ^ (bits >>> 16)
}
