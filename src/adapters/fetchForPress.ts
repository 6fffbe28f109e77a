import { fetchApart } from '../gateway/fetchApart.ts'
import { GatewayError } from '../gateway/GatewayError.ts'

/**
 * What carries a press to a backend, fetched apart from what reads: in a page it begins at once, so that it is there long
 * before a press. A press waits for it until its signal ends, and what comes after that is not used: nobody expects it any
 * more. Rejects with `not_loaded`: nothing was sent, and the next press tries again.
 *
 * @param load Imports the module.
 */
export function fetchForPress<Part>(load: () => Promise<Part>): (signal: AbortSignal) => Promise<Part> {
  const fetchPart = fetchApart(load)
  return (signal) =>
    new Promise((resolve, reject) => {
      const giveUp = (): void =>
        reject(new GatewayError({ code: 'not_loaded', applied: 'no' }, undefined, { cause: signal.reason }))
      if (signal.aborted) return giveUp()
      signal.addEventListener('abort', giveUp)
      fetchPart()
        .then(resolve, reject)
        .finally(() => signal.removeEventListener('abort', giveUp))
    })
}
