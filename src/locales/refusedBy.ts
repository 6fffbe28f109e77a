const examples: Readonly<Record<string, string>> = {
  date: '2026-11-30',
  'date-time': '2026-11-30T09:30:00Z',
  email: 'ana@example.com',
  uri: 'https://example.com',
}

type Keyword =
  | 'format'
  | 'required'
  | 'enum'
  | 'const'
  | 'minLength'
  | 'maxLength'
  | 'minimum'
  | 'maximum'
  | 'exclusiveMinimum'
  | 'exclusiveMaximum'
  | 'multipleOf'
  | 'minItems'
  | 'maxItems'
  | 'uniqueItems'
  | 'pattern'

/** A sentence for each keyword of JSON Schema. `#` stands for its value. */
interface Refusals extends Readonly<Record<Keyword | 'other', string>> {
  readonly type: (types: readonly string[]) => string
  readonly types: Readonly<Record<'string' | 'integer' | 'number' | 'boolean' | 'array' | 'object', string>>
}

/** Says why a schema refuses a value. */
export function refusedBy({ type, types, ...texts }: Refusals): (keyword: string, limit: unknown) => string {
  const names: Readonly<Record<string, string>> = types
  const sentences: Readonly<Record<string, string>> = texts
  return (keyword, limit) => {
    const named = String(limit)
    // A schema may be referred to in a way that leads to no value here.
    if (limit === undefined && !/required|uniqueItems/.test(keyword)) return texts.other
    if (keyword === 'type') return type([limit].flat().map((one) => names[String(one)] ?? String(one)))
    const value = keyword === 'format' ? (examples[named] ?? named) : named
    return (sentences[keyword] ?? texts.other).replace('#', () => value)
  }
}
