/**
 * True for a request that a page of another site may have made with this person's cookies. Browsers name the site
 * themselves; where they do not, the origin has to be this server's own. A request without either comes from no page.
 */
export function isCrossSite(request: Request, origins: readonly string[]): boolean {
  const origin = request.headers.get('origin')
  if (origin !== null && origins.includes(origin)) return false
  const site = request.headers.get('sec-fetch-site')
  if (site !== null) return site !== 'same-origin' && site !== 'none'
  if (origin === null) return false
  return hostOf(origin) !== (request.headers.get('host') ?? hostOf(request.url))
}

function hostOf(url: string): string | null {
  try {
    return new URL(url).host
  } catch {
    return null
  }
}
