import { type LookalikeHost, lookalikeHosts } from './lookalikeHosts.ts'
import { hidden, wholeCharacter } from '../../model/visibleText.ts'

/** What texts have in them that a person would not see, or would take for something else. */
export interface TextFindings {
  /** How many characters are drawn as escapes. */
  readonly invisible: number
  readonly lookalikes: readonly LookalikeHost[]
}

const stepLength = 50_000
/** A host that begins in one step ends in it. */
const overlap = 512
/** Nobody reads more. */
const mostHosts = 100

/** Collects findings. `look` goes through a text in steps. */
export function createFindings(): {
  look(text: string): Generator<undefined, void>
  all(): TextFindings
} {
  const hosts = new Map<string, LookalikeHost>()
  let count = 0
  return {
    *look(text) {
      if (!/[^\n\t -~]/.test(text)) return
      for (let at = 0; at < text.length;) {
        const end = Math.min(wholeCharacter(text, at + stepLength), text.length)
        count +=
          text
            .slice(at, end)
            .match(hidden)
            ?.filter((character) => character !== '⟦').length ?? 0
        for (const one of lookalikeHosts(text.slice(at, end + overlap))) {
          if (hosts.size === mostHosts) break
          hosts.set(one.host, one)
        }
        at = end
        if (at < text.length) yield
      }
    },
    all: () => ({ invisible: count, lookalikes: [...hosts.values()] }),
  }
}
