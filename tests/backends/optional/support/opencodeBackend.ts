import { join } from 'node:path'
import type { Backend } from '../../support/Backend.ts'
import { startFileTool } from '../../support/fileTool.ts'
import { type RoutedAgent, startRoute } from '../../support/routeBackend.ts'
import { createOpencodeAgent } from './opencodeAgent.ts'
import { type OpencodeServer, startOpencode } from './opencodeServer.ts'
import { openSession } from './opencodeSession.ts'
import { serveScriptedOpenAi, type Talker } from './scriptedOpenAi.ts'
import { serveFileTool } from './serveFileTool.ts'

/** opencode behind the kit's route. */
export interface OpencodeBackend extends Backend {
  /** Ends opencode without a warning and starts it again, on what it wrote. */
  restart(): Promise<void>
}

/** Starts opencode, its scripted model and its real tool. */
export async function startOpencodeBackend(
  binary: string,
  routed: Pick<RoutedAgent, 'name' | 'offers'>,
  root: string,
): Promise<OpencodeBackend> {
  const talkers = new Map<string | null, Talker>()
  const tool = await startFileTool(root)
  const toolServer = await serveFileTool(tool)
  const model = await serveScriptedOpenAi((request) => talkers.get(request.headers.get('x-session-id'))!)
  const home = join(root, 'opencode')
  const setup = { binary, home, modelUrl: model.url, toolUrl: toolServer.url }
  async function start(): Promise<OpencodeServer> {
    const started = await startOpencode(setup)
    try {
      // Its first turn takes seconds, in which no test waits for a call.
      const { id } = await started.call<{ id: string }>('POST', '/session', { title: 'First' })
      talkers.set(id, { folder: root, log: { turns: 0, told: '' } })
      await openSession(started, id).say('hello')
      return started
    } catch (thrown) {
      await started.kill()
      throw thrown
    }
  }
  let server = await start()
  const createAgent: RoutedAgent['createAgent'] = ({ folder, log }) =>
    createOpencodeAgent(
      () => server,
      (sessionId) => talkers.set(sessionId, { folder, log }),
    )
  const route = await startRoute({ ...routed, createAgent }, root)
  return {
    ...routed,
    open: async (folder) => {
      // Waiting calls survive the route, but not opencode.
      const { restart: _restart, ...room } = await route.open(folder)
      return room
    },
    restart: async () => {
      await server.kill()
      server = await start()
    },
    close: async () => {
      await server.kill()
      await Promise.all([route.close(), model.close(), toolServer.close(), tool.close()])
    },
  }
}
