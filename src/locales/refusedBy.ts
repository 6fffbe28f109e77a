// Of every format that the validator checks.
const examples: Readonly<Record<string, string>> = {
  date: '2026-11-30',
  time: '09:30:00Z',
  'date-time': '2026-11-30T09:30:00Z',
  duration: 'P1DT2H',
  email: 'ana@example.com',
  uri: 'https://example.com',
  url: 'https://example.com',
  'uri-reference': '/orders/7',
  'uri-template': '/orders/{id}',
  hostname: 'example.com',
  ipv4: '192.0.2.1',
  ipv6: '2001:db8::1',
  uuid: '3f2b8c1e-5d4a-4b6c-9e7f-0a1b2c3d4e5f',
  regex: '^[a-z]+$',
  'json-pointer': '/orders/7',
  'json-pointer-uri-fragment': '#/orders/7',
  'relative-json-pointer': '1/name',
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
    // The page was told another number than the tool wrote.
    if (Number.isInteger(limit) && !Number.isSafeInteger(limit)) return texts.other
    if (keyword === 'type') return type([limit].flat().map((one) => names[String(one)] ?? String(one)))
    const value = keyword === 'format' ? examples[named] : named
    if (value === undefined) return texts.other
    return (sentences[keyword] ?? texts.other).replace('#', () => value)
  }
}
