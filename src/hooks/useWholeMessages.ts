import { useEffect, useMemo, useState } from 'react'
import type { Messages } from '../locales/messages.ts'
import type { OnDemandWords } from '../locales/onDemandWords.ts'

type Load = NonNullable<Messages['onDemand']>
type Loaded = Partial<OnDemandWords>

/** Of each language that a page has used. Empty: its texts could not be had, and English takes their place. */
const loaded: WeakMap<Load, Loaded> = /* @__PURE__ */ new WeakMap()

/** The texts of the host, with those that its language loads after the first render. `isWhole`: they are all there. */
export function useWholeMessages(messages: Partial<Messages> | undefined): {
  readonly messages: Partial<Messages> | undefined
  readonly isWhole: boolean
} {
  const load = messages?.onDemand
  const [, setLoaded] = useState<Load>()
  useEffect(() => {
    if (!load || loaded.has(load)) return undefined
    let isLeft = false
    void load()
      .catch((): Loaded => ({}))
      .then((words) => {
        loaded.set(load, words)
        if (!isLeft) setLoaded(() => load)
      })
    return () => {
      isLeft = true
    }
  }, [load])
  const words = load && loaded.get(load)
  const whole = useMemo(() => (words && messages ? merged(words, messages) : messages), [words, messages])
  return { messages: whole, isWhole: load === undefined || words !== undefined }
}

// The host's own texts win, one by one.
function merged({ later, ...parts }: Loaded, messages: Partial<Messages>): Partial<Messages> {
  const both: Record<string, object> = {}
  const own: Readonly<Record<string, unknown>> = messages
  for (const [name, words] of Object.entries(parts))
    both[name] = { ...words, ...(own[name] as object | undefined) }
  return { ...later, ...messages, ...both }
}
