import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { packKit } from '../../e2e/support/packKit.ts'
import { buildChat } from '../support/buildChat.ts'
import type { StartChatServer } from '../support/ChatServer.ts'
import { quiet } from '../support/quiet.ts'
import { refuseElsewhere } from '../support/refuseElsewhere.ts'
import { type RunningChat, startChat } from '../support/startChat.ts'
import { ports } from './ports.ts'

/** Fetched one by one: the packages of a chat that do not load keep no other from starting. */
const servers: Readonly<Record<keyof typeof ports, () => Promise<{ startServer: StartChatServer }>>> = {
  'ai-sdk': () => import('./ai-sdk/server.ts'),
  'assistant-ui': () => import('./assistant-ui/server.ts'),
  copilotkit: () => import('./copilotkit/server.ts'),
}
const names = Object.keys(ports) as (keyof typeof ports)[]
const print = (line: string): void => void process.stdout.write(`${line}\n`)

const stopping = new AbortController()
const { signal } = stopping
for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => stopping.abort())

Object.assign(process.env, quiet)
refuseElsewhere()
const running: RunningChat[] = []
const workshop = mkdtempSync(join(tmpdir(), 'intervention-bar-chats-'))
try {
  const kit = packKit(workshop)
  for (const name of names) if (!signal.aborted) await start(name, kit)
  if (running.length > 0 && !signal.aborted) {
    print('Storybook shows them under "Chats". Ctrl+C ends them.')
    await new Promise((resolve) => signal.addEventListener('abort', resolve))
  }
} finally {
  for (const chat of running) await chat.close()
  rmSync(workshop, { recursive: true, force: true })
}

async function start(name: keyof typeof ports, kit: string): Promise<void> {
  try {
    const { startServer } = await servers[name]()
    const app = await buildChat(name, { kit, workshop, isFramed: true, signal })
    const chat = await startChat({ app, startServer, port: ports[name] })
    running.push(chat)
    print(`${name.padEnd(13)} http://localhost:${ports[name]}  writes into ${chat.folder}`)
  } catch (error) {
    if (signal.aborted) return
    print(`${name.padEnd(13)} does not start: ${error instanceof Error ? error.message : String(error)}`)
    process.exitCode = 1
  }
}
