/** A web address that may be opened. */
export interface WebAddress {
  /** The exact address that is opened. */
  readonly href: string
  /** The host that it leads to, in ASCII. */
  readonly host: string
}

const never = /^(?:javascript|data|vbscript|blob|file|about):$/

/** The address of a question; null: it must not be opened. `mayOpen`: those that the host allows beside `https:`. */
export function webAddress(url: string, mayOpen?: (url: URL) => boolean): WebAddress | null {
  if (!URL.canParse(url)) return null
  const address = new URL(url)
  const { href, host, protocol } = address
  const isAllowed = protocol === 'https:' || (!never.test(protocol) && mayOpen?.(address) === true)
  return isAllowed && host !== '' ? { href, host } : null
}
