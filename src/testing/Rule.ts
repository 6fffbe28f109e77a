import { GatewayError } from '../gateway/GatewayError.ts'
import type { Bench } from './bench.ts'

/** One sentence of the contract. */
export interface Rule {
  readonly title: string
  /** Rejects with what is wrong. Resolves with a reason if the client does not offer what the rule is about. */
  readonly check: (bench: Bench) => Promise<string | undefined | void>
}

export function demand(isMet: boolean, sentence: string): asserts isMet {
  if (!isMet) throw new Error(sentence)
}

/** The failure that the work ends with; it has to be a `GatewayError`. */
export async function failureOf(work: Promise<unknown>, what: string): Promise<GatewayError | undefined> {
  try {
    await work
    return undefined
  } catch (thrown) {
    if (thrown instanceof GatewayError) return thrown
    const words = `${what} threw ${nameOf(thrown)} and no GatewayError, so that the bar can only say "unavailable".`
    throw new Error(words, { cause: thrown })
  }
}

function nameOf(thrown: unknown): string {
  return thrown instanceof Error ? `"${thrown.name}: ${thrown.message}"` : String(thrown)
}
