import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { StartChatServer } from './ChatServer.ts'
import { startFileTool } from './fileTool.ts'
import type { ModelLog } from './modelLog.ts'
import { serveChat } from './serveChat.ts'

/** A chat that runs: its page, its server, and a real tool that writes into a folder of its own. */
export interface RunningChat {
  readonly url: string
  readonly folder: string
  /** The log of its scripted model. */
  readonly log: ModelLog
  /** Ends all of it and removes the folder. */
  close(): Promise<void>
}

/** The processes to start. */
export interface ChatParts {
  /** The folder of the built page. */
  readonly app: string
  readonly startServer: StartChatServer
  /** @default a free one */
  readonly port?: number
}

/** Starts a chat on loopback. What was begun is ended again when a part of it cannot start. */
export async function startChat({ app, startServer, port }: ChatParts): Promise<RunningChat> {
  const root = mkdtempSync(join(tmpdir(), 'chat-'))
  const folder = join(root, 'files')
  const log: ModelLog = { turns: 0, told: '' }
  const ends: (() => void | Promise<void>)[] = [() => rmSync(root, { recursive: true, force: true })]
  const close = async (): Promise<void> => {
    for (const end of ends.splice(0).toReversed()) await end()
  }
  try {
    mkdirSync(folder)
    const tool = await startFileTool(root)
    ends.push(tool.close)
    const server = await startServer({ tool, folder, log })
    ends.push(server.close)
    const served = await serveChat(app, server, port)
    ends.push(served.close)
    return { url: served.url, folder, log, close }
  } catch (error) {
    await close()
    throw error
  }
}
