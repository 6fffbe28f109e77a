// Every conversation that is followed, where no one is named.
const all = ''
const kept = new Map<string, number>()

export function isStreamKept(scope: string): boolean {
  return kept.has(scope) || kept.has(all)
}

// Keeps the stream of a conversation, or of each, while the page is hidden. Returns a function that ends it.
export function keepStream(scope: string = all): () => void {
  kept.set(scope, (kept.get(scope) ?? 0) + 1)
  return () => {
    const left = (kept.get(scope) ?? 1) - 1
    if (left > 0) kept.set(scope, left)
    else kept.delete(scope)
  }
}
