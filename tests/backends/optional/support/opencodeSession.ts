import { setTimeout as sleep } from 'node:timers/promises'
import type { OpencodeServer } from './opencodeServer.ts'

/** A tool call, as opencode keeps it. */
export interface OpencodeCall {
  readonly type: 'tool'
  readonly callID: string
  readonly tool: string
  readonly state: {
    readonly status: 'pending' | 'running' | 'completed' | 'error'
    readonly input: object
    readonly error?: string
  }
}

/** The answer to a call. A rejection without a reason ends the turn. */
export interface Reply {
  readonly reply: 'once' | 'reject'
  readonly message?: string
}

/** One conversation of opencode. */
export interface OpencodeSession {
  /** Says something. Resolves once the turn is over or waits, with the calls that wait. */
  say(text: string): Promise<readonly OpencodeCall[]>
  /** Resolves once the turn that is under way is over or waits, with the calls that wait. */
  rest(): Promise<readonly OpencodeCall[]>
  reply(callId: string, reply: Reply): Promise<void>
  /** Rejects whatever waits, and ends the turn. */
  withdraw(): Promise<void>
  /** Every call there ever was. */
  calls(): Promise<readonly OpencodeCall[]>
  abort(): Promise<void>
}

interface Permission {
  readonly id: string
  readonly sessionID: string
  readonly tool?: { readonly callID: string }
}

interface Message {
  readonly parts: readonly (OpencodeCall | { readonly type: 'text' })[]
}

const lookMs = 50

/** Speaks to opencode about one of its sessions. */
export function openSession({ call }: OpencodeServer, id: string): OpencodeSession {
  const messages = (): Promise<readonly Message[]> => call('GET', `/session/${id}/message`)
  const isIdle = async (): Promise<boolean> => !(id in (await call<object>('GET', '/session/status')))
  async function permissions(): Promise<readonly Permission[]> {
    const all = await call<readonly Permission[]>('GET', '/permission')
    return all.filter((one) => one.sessionID === id)
  }

  /** The calls that wait, where all that is open does. */
  async function waiting(): Promise<readonly OpencodeCall[]> {
    const asked = new Set((await permissions()).map(({ tool }) => tool?.callID))
    const open = callsIn((await messages()).slice(-1)).filter(isOpen)
    return open.every(({ callID }) => asked.has(callID)) ? open : []
  }

  async function until(isOver: () => boolean | Promise<boolean>): Promise<readonly OpencodeCall[]> {
    for (let before = 0; !(await isOver()); await sleep(lookMs)) {
      const now = await waiting()
      // Seen twice, as calls come one after another. One that comes later still is shown after the next answer.
      if (now.length > 0 && now.length === before) return now
      before = now.length
    }
    return []
  }

  return {
    say: (text) => {
      let isOver = false
      const said = { parts: [{ type: 'text', text }] }
      const turn = call('POST', `/session/${id}/message`, said).finally(() => {
        isOver = true
      })
      return Promise.race([turn.then(() => []), until(() => isOver)])
    },
    rest: () => until(isIdle),
    reply: async (callId, reply) => {
      const asked = (await permissions()).find(({ tool }) => tool?.callID === callId)
      if (!asked) throw new Error(`opencode does not wait for ${callId}.`)
      await call('POST', `/permission/${asked.id}/reply`, reply)
    },
    withdraw: async () => {
      // One rejection rejects them all.
      const [first] = await permissions()
      if (first) await call('POST', `/permission/${first.id}/reply`, { reply: 'reject' })
      await until(isIdle)
    },
    calls: async () => callsIn(await messages()),
    // If the server cannot be reached, nothing runs.
    abort: () => call<void>('POST', `/session/${id}/abort`).catch(() => undefined),
  }
}

function callsIn(messages: readonly Message[]): readonly OpencodeCall[] {
  return messages.flatMap(({ parts }) => parts).filter((part) => part.type === 'tool')
}

function isOpen({ state }: OpencodeCall): boolean {
  return state.status === 'pending' || state.status === 'running'
}
