import { GatewayError } from './GatewayError.ts'

const limitMs = 10_000

/**
 * What is fetched apart from what is drawn and read: once, and in a page at once, so that it is there before it can be of
 * use. Rejects with `not_loaded`, after 10 s at the latest, and whoever asks next tries again.
 *
 * @param load Imports the module.
 */
export function fetchApart<Part>(load: () => Promise<Part>): () => Promise<Part> {
  let fetched: Promise<Part> | undefined
  const fetchPart = (): Promise<Part> =>
    (fetched ??= inTime(load()).catch((thrown: unknown) => {
      fetched = undefined
      throw new GatewayError({ code: 'not_loaded', applied: 'no' }, undefined, { cause: thrown })
    }))
  if (globalThis.document) fetchPart().catch(() => undefined)
  return fetchPart
}

function inTime<Part>(loaded: Promise<Part>): Promise<Part> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('It took too long.')), limitMs)
    loaded.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}
