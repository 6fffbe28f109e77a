// Texts that are longer are written once, under a key of their own, however often what refers to them changes.
const longest = 1_000
const mark = 'text:'

export function withReferences(value: unknown, keyOf: (text: string) => string): string {
  return JSON.stringify(value, (_name, one: unknown) => {
    const isLong = typeof one === 'string' && (one.length > longest || one.startsWith(mark))
    return isLong ? mark + keyOf(one) : one
  })
}

export function referencesIn(json: string): ReadonlySet<string> {
  const keys = new Set<string>()
  JSON.parse(json, (_name, one: unknown) => {
    if (isReference(one)) keys.add(one.slice(mark.length))
    return one
  })
  return keys
}

export function withTexts(json: string, textOf: (key: string) => string): unknown {
  return JSON.parse(json, (_name, one: unknown) => (isReference(one) ? textOf(one.slice(mark.length)) : one))
}

function isReference(one: unknown): one is string {
  return typeof one === 'string' && one.startsWith(mark)
}
