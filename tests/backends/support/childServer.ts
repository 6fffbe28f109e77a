import { type ChildProcess, spawn } from 'node:child_process'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'

/** A server in a process of its own, which ends with ours. */
export interface ChildServer {
  readonly port: number
  /** Ends it without a warning. */
  kill(): Promise<void>
}

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

/** Starts a script of this folder under `tsx`, and waits until it says that it listens. */
export function startChild(
  script: URL,
  port: number,
  env: Readonly<Record<string, string>>,
): Promise<ChildServer> {
  const cwd = new URL('.', script).pathname
  return startProcess(process.execPath, ['--import', 'tsx', script.pathname], { port, cwd, env })
}

/** Starts a server, and waits until it says that it listens. */
export async function startProcess(
  command: string,
  flags: readonly string[],
  { port, cwd, env }: { port: number; cwd: string; env: Readonly<Record<string, string>> },
): Promise<ChildServer> {
  const child = spawn(command, flags, {
    cwd,
    env: { ...process.env, ...env, PORT: String(port) },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  await untilItSays(child, 'listening')
  return {
    port,
    kill: async () => {
      const gone = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGKILL')
      await gone
    },
  }
}

function untilItSays(child: ChildProcess, word: string): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = ''
    const listen = (chunk: Buffer): void => {
      said += chunk.toString()
      if (said.includes(word)) resolve()
    }
    child.stdout?.on('data', listen)
    child.stderr?.on('data', listen)
    child.once('exit', (code) => reject(new Error(`It ended with ${code}.\n${said}`)))
  })
}
