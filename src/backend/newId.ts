/** A fresh id, also on a page without a secure context. */
export function newId(kind: string): string {
  const random = crypto.getRandomValues(new Uint32Array(4))
  return `${kind}_${[...random].map((part) => part.toString(36)).join('')}`
}
