import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { type ChildServer, freePort, startProcess } from '../../support/childServer.ts'

const nowhere = 'http://127.0.0.1:9'

/** The processes to start, and their peers on loopback. */
export interface OpencodeSetup {
  readonly binary: string
  /** Its home folder, and the project it is opened on. */
  readonly home: string
  /** A model that speaks as OpenAI does. */
  readonly modelUrl: string
  /** An MCP server with the one tool. */
  readonly toolUrl: string
}

/** The real opencode, served. */
export interface OpencodeServer extends Pick<ChildServer, 'kill'> {
  /** Asks its API, and throws where it refuses. */
  call<Answer>(method: 'GET' | 'POST', path: string, body?: object): Promise<Answer>
}

/** Starts opencode in a home of its own. It asks before it writes a file, and reaches nobody but this machine. */
export async function startOpencode({
  binary,
  home,
  modelUrl,
  toolUrl,
}: OpencodeSetup): Promise<OpencodeServer> {
  const project = join(home, 'project')
  mkdirSync(project, { recursive: true })
  const port = await freePort()
  const { kill } = await startProcess(binary, ['serve', '--port', String(port)], {
    port,
    cwd: project,
    env: {
      HOME: home,
      XDG_CONFIG_HOME: join(home, 'config'),
      XDG_DATA_HOME: join(home, 'data'),
      XDG_CACHE_HOME: join(home, 'cache'),
      XDG_STATE_HOME: join(home, 'state'),
      // Whatever it wants from elsewhere, it does not get.
      HTTP_PROXY: nowhere,
      HTTPS_PROXY: nowhere,
      NO_PROXY: '127.0.0.1',
      OPENCODE_DISABLE_AUTOUPDATE: 'true',
      OPENCODE_DISABLE_MODELS_FETCH: 'true',
      OPENCODE_DISABLE_DEFAULT_PLUGINS: 'true',
      OPENCODE_DISABLE_LSP_DOWNLOAD: 'true',
      OPENCODE_CONFIG_CONTENT: JSON.stringify({
        model: 'scripted/scripted',
        small_model: 'scripted/scripted',
        enabled_providers: ['scripted'],
        provider: {
          scripted: {
            npm: '@ai-sdk/openai-compatible',
            options: { baseURL: modelUrl, apiKey: 'none' },
            models: { scripted: { tool_call: true, limit: { context: 100_000, output: 1_000 } } },
          },
        },
        mcp: { files: { type: 'remote', url: toolUrl, oauth: false, timeout: 60_000 } },
        permission: { '*': 'deny', files_write_file: 'ask' },
        share: 'disabled',
        autoupdate: false,
        snapshot: false,
      }),
    },
  })
  return {
    kill,
    call: async <Answer>(method: 'GET' | 'POST', path: string, body?: object) => {
      const response = await fetch(`http://127.0.0.1:${port}${path}`, {
        method,
        headers: { 'content-type': 'application/json' },
        ...(body ? { body: JSON.stringify(body) } : {}),
      })
      const text = await response.text()
      if (!response.ok) throw new Error(`opencode answers ${response.status}: ${text}`)
      // SAFETY: what is asked for is the API of one pinned version.
      return (text ? JSON.parse(text) : undefined) as Answer
    },
  }
}
