import { warnOnce } from '../model/developerErrors.ts'

/** Replaced by bundlers. */
declare const process: { readonly env: { readonly NODE_ENV?: string } }

const requests = new WeakMap<Response, string>()

export function noteRequest(response: Response, { method = 'GET' }: RequestInit, url: string): Response {
  if (process.env.NODE_ENV !== 'production') {
    const page = globalThis.location?.origin
    requests.set(response, `${method} ${page && url.startsWith(`${page}/`) ? url.slice(page.length) : url}`)
  }
  return response
}

/** Says which request was answered and how, for developers. Undefined in production. */
export function answered(response: Response, butNot = ''): string | undefined {
  if (process.env.NODE_ENV === 'production') return undefined
  const type = typeOf(response)
  const words = `${requests.get(response) ?? 'A request'} answered ${response.status} ${type || 'without a type'}`
  return butNot
    ? `${words}, not ${butNot}. Is the backend there, is baseUrl right, is MSW started?`
    : `${words}.`
}

// A server of pages that knows nothing of the backend: its 404 is no answer about the conversation.
export function warnOfPage(response: Response): void {
  if (process.env.NODE_ENV === 'production' || typeOf(response) !== 'text/html') return
  warnOnce('IB007', answered(response, 'JSON'))
}

function typeOf({ headers }: Response): string {
  return (headers.get('content-type') ?? '').replace(/;.*/, '').trim().toLowerCase()
}
