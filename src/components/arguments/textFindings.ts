import type { WrittenHost } from '../../locales/messages.ts'
import { countHidden, wholeCharacter } from '../../model/visibleText.ts'

export interface TextFindings {
  readonly invisible: number
  readonly hosts: readonly WrittenHost[]
}

const stepLength = 50_000
// A host never crosses the border of two steps.
const overlap = 512
// Nobody reads more.
const mostHosts = 100

export function createFindings(): {
  look(text: string): Generator<undefined, void>
  all(): TextFindings
} {
  const hosts = new Map<string, WrittenHost>()
  let invisible = 0
  return {
    *look(text) {
      if (!/[^\n\t -~]/.test(text)) return
      for (let at = 0; at < text.length;) {
        const end = Math.min(wholeCharacter(text, at + stepLength), text.length)
        invisible += countHidden(text.slice(at, end))
        for (const host of hostsIn(text.slice(at, end + overlap))) {
          if (hosts.size === mostHosts) break
          hosts.set(host, { host, address: addressOf(host) })
        }
        at = end
        if (at < text.length) yield
      }
    },
    all: () => ({ invisible, hosts: [...hosts.values()] }),
  }
}

const hostPattern =
  /(?:\b(https?|wss?|ftp):[\\/]*|[\\/]{2}|@)((?:[\w.%-]|[·・。．｡]|(?![\p{P}\p{Z}])[^\0-\x7F]){1,253})/giu
const notAscii = /[^\0-\x7F]/

function* hostsIn(text: string): Generator<string, void> {
  if (!notAscii.test(text)) return
  for (const [, scheme, host = ''] of text.matchAll(hostPattern)) {
    if ((scheme ?? host.includes('.')) && notAscii.test(host)) yield host
  }
}

function addressOf(host: string): string | undefined {
  try {
    return new URL(`http://${host}`).hostname
  } catch {
    return undefined
  }
}
