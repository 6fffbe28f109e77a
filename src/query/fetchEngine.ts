import { GatewayError } from '../gateway/GatewayError.ts'
import type * as engine from './engine.ts'

type Engine = typeof engine

let fetched: Promise<Engine> | undefined

/**
 * What follows a conversation and sends a decision. It is fetched apart from what is drawn, once per page: a page is
 * drawn before either can be of use. Rejects with `not_loaded`, and whoever asks next tries again.
 */
export function fetchEngine(): Promise<Engine> {
  return (fetched ??= import('./engine.ts').catch((thrown: unknown) => {
    fetched = undefined
    throw new GatewayError({ code: 'not_loaded', applied: 'no' }, undefined, { cause: thrown })
  }))
}

// A page that draws something of the kit needs it next: it is fetched beside the page's other work, not after it.
if (globalThis.document) fetchEngine().catch(() => undefined)
