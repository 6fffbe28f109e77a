import type { NoteOf } from './Facts.tsx'

export interface Address {
  // The text before the host, the host, and the text after it: together the whole address.
  readonly parts: readonly [before: string, host: string, after: string]
  readonly notes: readonly NoteOf[]
}

// Splits an address at its host.
export function addressOf(text: string): Address {
  const url = urlOf(text)
  if (!url) return { parts: [text, '', ''], notes: [{ note: 'no_host' }] }
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

// Null: it names no host. A browser adds the scheme that a text does not have.
function urlOf(text: string): URL | null {
  const hasScheme = /^\s*[a-z][a-z\d+.-]*:(?!\d+(?:[/?#]|\s*$))/i.test(text)
  const whole = hasScheme ? text : `https:${text.trim().startsWith('//') ? '' : '//'}${text.trim()}`
  if (!hasScheme && /^\s*(?:[?#.]|[\\/](?![\\/]))/.test(text)) return null
  const url = URL.canParse(whole) ? new URL(whole) : null
  return url && /^(?:https?|wss?|ftp):$/.test(url.protocol) && url.host !== '' ? url : null
}

function portOf({ port }: URL): string {
  return port && `:${port}`
}

function isForeign(host: string): boolean {
  // There is no location on a server, and no host in a page that was opened as a file.
  const hostname = (globalThis.location as Location | undefined)?.hostname
  return Boolean(hostname) && host !== hostname && !host.endsWith(`.${hostname}`)
}

const privateHost =
  /^(?:(?:.*\.)?(?:localhost|local|internal|lan|home\.arpa)|(?:0|10|127)\..*|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\..*|192\.168\..*|169\.254\..*|172\.(?:1[6-9]|2\d|3[01])\..*|\[(?:::1?|f[cd].*|fe[89a-f].*|::ffff:.*|64:ff9b:.*)\])$/

function isPrivate(host: string): boolean {
  // A dot at its end only says that the name is whole.
  const name = host.replace(/\.$/, '')
  return privateHost.test(name) || !/[.:]/.test(name)
}
