type Pair = readonly [left: number, right: number]

interface Linked {
  readonly pair: Pair
  readonly before: Linked | undefined
}

// The lines that are in both texts once, in an order that both have: a difference is looked for only between them.
export function sharedLines(left: readonly string[], right: readonly string[]): readonly Pair[] {
  const rights = placesOf(right)
  // The last pair of the longest row of each length, with the smallest end.
  const ends: Linked[] = []
  for (const [line, at] of placesOf(left)) {
    const other = rights.get(line)
    if (at === null || other === undefined || other === null) continue
    let low = 0
    let high = ends.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (ends[middle]!.pair[1] < other) low = middle + 1
      else high = middle
    }
    ends[low] = { pair: [at, other], before: ends[low - 1] }
  }
  const row: Pair[] = []
  for (let one = ends.at(-1); one; one = one.before) row.push(one.pair)
  return row.toReversed()
}

// Null: the line occurs more than once.
function placesOf(lines: readonly string[]): ReadonlyMap<string, number | null> {
  const places = new Map<string, number | null>()
  lines.forEach((line, at) => places.set(line, places.has(line) ? null : at))
  return places
}
