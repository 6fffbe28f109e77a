import { createServer, connect, type AddressInfo, type Socket } from 'node:net'

/** The place of a cut: after so many bytes of a request to PostgreSQL, or of the answer to it. */
export interface Cut {
  readonly of: 'request' | 'answer'
  readonly bytes: number
}

/** A proxy in front of PostgreSQL that can cut one connection in the middle of one statement. */
export interface CuttingProxy {
  readonly port: number
  /** Cuts the next statement that contains the text. Undefined: cuts nothing, and only measures. */
  arm(text: string, cut: Cut | undefined): void
  /** True once the armed statement has passed, or has been cut. */
  hasPassed(): boolean
  /** The places after each message, and in the middle of each, of the last armed statement that was not cut. */
  places(): readonly Cut[]
  close(): Promise<void>
}

export async function startCuttingProxy(to: number): Promise<CuttingProxy> {
  const sockets = new Set<Socket>()
  let armed: { readonly text: string; readonly cut: Cut | undefined } | undefined
  let passed = false
  const seen: Record<Cut['of'], Buffer> = { request: Buffer.alloc(0), answer: Buffer.alloc(0) }

  const server = createServer((client) => {
    const upstream = connect(to, '127.0.0.1')
    for (const socket of [client, upstream]) {
      sockets.add(socket)
      socket.on('error', () => undefined)
      socket.on('close', () => {
        sockets.delete(socket)
        client.destroy()
        upstream.end()
      })
    }
    let mine: typeof armed
    let left = 0
    const sever = (): void => {
      mine = undefined
      // PostgreSQL gets everything that was sent, and then an end.
      upstream.end()
      client.resetAndDestroy()
    }
    client.on('data', (bytes: Buffer) => {
      if (armed && bytes.includes(armed.text)) {
        mine = armed
        armed = undefined
        passed = true
        seen.request = bytes
        seen.answer = Buffer.alloc(0)
        left = mine.cut?.bytes ?? Infinity
        if (mine.cut?.of === 'request') {
          upstream.write(bytes.subarray(0, left))
          return sever()
        }
      }
      upstream.write(bytes)
    })
    upstream.on('data', (bytes: Buffer) => {
      if (mine && !mine.cut) seen.answer = Buffer.concat([seen.answer, bytes])
      if (mine?.cut && bytes.length >= left) {
        client.write(bytes.subarray(0, left), () => client.destroy())
        mine = undefined
        return upstream.end()
      }
      if (mine?.cut) left -= bytes.length
      client.write(bytes)
      if (bytes.at(-6) === 'Z'.charCodeAt(0)) mine = undefined
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    port,
    arm: (text, cut) => {
      armed = { text, cut }
      passed = false
    },
    hasPassed: () => passed,
    places: () =>
      (['request', 'answer'] as const).flatMap((of) => placesIn(seen[of]).map((bytes) => ({ of, bytes }))),
    close: async () => {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** Each message has a letter and its length. */
function placesIn(bytes: Buffer): readonly number[] {
  const places = [0]
  for (let at = 0; at < bytes.length;) {
    const next = at + 1 + bytes.readUInt32BE(at + 1)
    places.push(at + 1, Math.floor((at + next) / 2), next)
    at = next
  }
  return [...new Set(places)]
}
