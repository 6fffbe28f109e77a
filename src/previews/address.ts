import type { NoteOf } from './Facts.tsx'

export interface Address {
  // The text before the host, the host, and the text after it: together the whole address.
  readonly parts: readonly [before: string, host: string, after: string]
  readonly notes: readonly NoteOf[]
}

// Splits an address at its host. Null: the text is not an address.
export function addressOf(text: string): Address | null {
  let url: URL
  try {
    url = new URL(text)
  } catch {
    return null
  }
  const [, before = '', host = '', after = ''] =
    /^([a-z][a-z\d+.-]*:\/\/(?:[^/?#@\\]*@)?)([^/?#\\@]*)(.*)$/is.exec(text) ?? []
  // The browser would open a different host from the one the text seems to name.
  const isPlain =
    host !== '' && [url.host, url.hostname].includes(host.toLowerCase().replace(/:\d*$/, portOf(url)))
  const notes: NoteOf[] = isPlain ? [] : [{ note: 'reaches', about: url.host }]
  if (url.username || url.password) notes.push({ note: 'login' })
  if (/^(?:http|ws|ftp):$/.test(url.protocol)) notes.push({ note: 'not_encrypted' })
  if (isPrivate(url.hostname)) notes.push({ note: 'private_host' })
  else if (isForeign(url.hostname)) notes.push({ note: 'foreign_host', about: globalThis.location.hostname })
  return { parts: isPlain ? [before, host, after] : [text, '', ''], notes }
}

function portOf({ port }: URL): string {
  return port && `:${port}`
}

function isForeign(host: string): boolean {
  // There is no location on a server.
  const hostname = (globalThis.location as Location | undefined)?.hostname
  return hostname !== undefined && host !== hostname && !host.endsWith(`.${hostname}`)
}

const privateHost =
  /^(?:localhost|(?:.*\.)?(?:local|internal|lan|home\.arpa)|127\..*|10\..*|192\.168\..*|169\.254\..*|172\.(?:1[6-9]|2\d|3[01])\..*|0\.0\.0\.0|\[(?:::1?|f[cd].*|fe80.*|::ffff:.*)\])$/

function isPrivate(host: string): boolean {
  return privateHost.test(host) || !/[.:]/.test(host)
}
