import type { ConversationId } from '../model/ids.ts'
import type { RouteRecord } from './routeRecord.ts'
import { failingApart, type Store, untilDone } from './Store.ts'

export interface StoredRecord {
  /** No other write has the same one. */
  readonly tag: string
  readonly json: string
  readonly record: RouteRecord
  readonly texts: Texts
}

type Texts = ReadonlyMap<string, string>

export interface StoredRecords {
  /** Undefined: the store has none. `known`: read before; only what has changed since is read and parsed. */
  read(id: ConversationId, known?: StoredRecord): Promise<StoredRecord | undefined>
  /** Changes a record in one step. `by` is asked again when somebody else was faster; undefined: nothing is written. */
  change(
    id: ConversationId,
    known: StoredRecord | undefined,
    by: (record: RouteRecord | undefined) => RouteRecord | undefined,
  ): Promise<StoredRecord | undefined>
}

/**
 * Keeps a record in three kinds of entries: the record, each of its long texts, and the tag of its newest version, which
 * is all that is read while nothing changes. The tag is written before the record, so that no change is missed.
 */
export function storeRecords(given: Store, ttlMs: number): StoredRecords {
  const store = failingApart(given)
  const keyOf = (id: ConversationId): string => `conversation:${id}`
  const tagKeyOf = (id: ConversationId): string => `tag:${id}`
  const textKeyOf = (id: ConversationId, key: string): string => `text:${id}:${key}`

  async function parse(
    id: ConversationId,
    json: string,
    known: StoredRecord | undefined,
  ): Promise<StoredRecord | undefined> {
    if (json === known?.json) return known
    const keys = [...referencesIn(json)]
    const found = await Promise.all(
      keys.map(async (key): Promise<[string, string | undefined]> => {
        const text = known?.texts.get(key)
        if (text !== undefined) return [key, text]
        const stored = await store.read(textKeyOf(id, key))
        // Not every store keeps every character, so a text is stored as JSON.
        return [key, stored === undefined ? undefined : (JSON.parse(stored) as string)]
      }),
    )
    const texts = new Map(found.flatMap(([key, text]) => (text === undefined ? [] : [[key, text]])))
    // A text is missing, so a newer version has replaced this one.
    if (texts.size < keys.length) return undefined
    return revived(json, texts)
  }

  function forget(id: ConversationId, texts: Texts, kept: Texts): void {
    for (const [key, text] of texts) {
      if (!kept.has(key))
        void store.swap(textKeyOf(id, key), JSON.stringify(text), '', 1).catch(() => undefined)
    }
  }

  return {
    read: async (id, known) => {
      let result: StoredRecord | undefined
      await untilDone(keyOf(id), async () => {
        result = known
        if (known && (await store.read(tagKeyOf(id))) === known.tag) return true
        const json = await store.read(keyOf(id))
        result = json === undefined ? undefined : await parse(id, json, known)
        return json === undefined || result !== undefined
      })
      return result
    },

    change: async (id, known, by) => {
      const tried = new Map<string, StoredRecord>()
      const written = new Map<string, string>()
      let before = known
      let result: StoredRecord | undefined
      await untilDone(keyOf(id), async () => {
        const [tag, json] = await Promise.all([store.read(tagKeyOf(id)), store.read(keyOf(id))])
        const found = json === undefined ? undefined : await parse(id, json, before)
        if (json !== undefined && !found) return false
        before = found
        // The answer to an earlier attempt was lost, or its driver has sent it twice.
        result = (found && tried.get(found.tag)) ?? found
        if (found && tried.has(found.tag)) return true
        const record = by(found?.record)
        if (!record) return true
        const own = versionOf(record, new Map([...young(found?.texts, ttlMs), ...written]))
        const fresh = [...own.texts].filter(([key]) => !found?.texts.has(key) && !written.has(key))
        await Promise.all(
          fresh.map(async ([key, text]) => {
            await store.swap(textKeyOf(id, key), undefined, JSON.stringify(text), 2 * ttlMs)
            written.set(key, text)
          }),
        )
        if (!(await store.swap(tagKeyOf(id), tag, own.tag, ttlMs))) return false
        tried.set(own.tag, own)
        if (!(await store.swap(keyOf(id), json, own.json, ttlMs))) return false
        result = own
        return true
      })
      if (result) forget(id, new Map([...(before?.texts ?? []), ...written]), result.texts)
      return result
    },
  }
}

function versionOf(record: RouteRecord, known: Texts): StoredRecord {
  const keys = new Map([...known].map(([key, text]) => [text, key]))
  const texts = new Map<string, string>()
  const json = withReferences({ tag: crypto.randomUUID(), ...record }, (text) => {
    const key = keys.get(text) ?? `${Date.now().toString(36)}.${crypto.randomUUID()}`
    keys.set(text, key)
    texts.set(key, text)
    return key
  })
  return revived(json, texts)
}

function revived(json: string, texts: Texts): StoredRecord {
  // SAFETY: only this file writes such JSON.
  const { tag, ...record } = withTexts(json, (key) => texts.get(key)!) as RouteRecord & { tag: string }
  return { tag, json, record, texts }
}

// A text outlives the records of one lifetime, so an older one is written again.
function young(texts: Texts = new Map(), ttlMs: number): Texts {
  return new Map([...texts].filter(([key]) => Number.parseInt(key, 36) > Date.now() - ttlMs))
}

// Texts that are longer, and schemas, are written once, under a key of their own, however often what refers to them changes.
const longest = 1_000
const mark = 'text:'
const jsonMark = `${mark}json:`
const schemas: ReadonlySet<string> = new Set(['inputSchema', 'schema'])

function withReferences(value: unknown, keyOf: (text: string) => string): string {
  return JSON.stringify(value, (name, one: unknown) => {
    if (typeof one === 'string') return one.length > longest || one.startsWith(mark) ? mark + keyOf(one) : one
    if (!schemas.has(name) || typeof one !== 'object') return one
    const text = JSON.stringify(one)
    return text.length > longest ? jsonMark + keyOf(text) : one
  })
}

function keyIn(reference: string): string {
  return reference.slice((reference.startsWith(jsonMark) ? jsonMark : mark).length)
}

function referencesIn(json: string): ReadonlySet<string> {
  const keys = new Set<string>()
  JSON.parse(json, (_name, one: unknown) => {
    if (isReference(one)) keys.add(keyIn(one))
    return one
  })
  return keys
}

function withTexts(json: string, textOf: (key: string) => string): unknown {
  // Calls of one tool share its schema.
  const read = new Map<string, unknown>()
  return JSON.parse(json, (_name, one: unknown) => {
    if (!isReference(one)) return one
    const text = textOf(keyIn(one))
    if (!one.startsWith(jsonMark)) return text
    const value: unknown = read.get(one) ?? JSON.parse(text)
    read.set(one, value)
    return value
  })
}

function isReference(one: unknown): one is string {
  return typeof one === 'string' && one.startsWith(mark)
}
