/** Refuses what this process fetches from other machines. The list says which they were. */
export function refuseElsewhere(): readonly string[] {
  const wanted: string[] = []
  const { fetch } = globalThis
  globalThis.fetch = async (input, init) => {
    const { hostname } = new URL(input instanceof Request ? input.url : input)
    if (hostname === '127.0.0.1') return fetch(input, init)
    wanted.push(hostname)
    throw new TypeError('fetch failed')
  }
  return wanted
}
