import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { freePort } from './childServer.ts'

/** A database server on loopback that these tests started, and that ends with them. */
export interface Database {
  readonly port: number
  close(): Promise<void>
}

/** The message if a server is not installed. In CI all are. */
export function absent(name: string): undefined {
  if (process.env['CI']) throw new Error(`${name} is not installed, and CI proves the store against it.`)
  process.stderr.write(
    `\nSKIPPED: ${name} is not installed here. "apt-get install ${name}" proves the store.\n`,
  )
  return undefined
}

/** Starts PostgreSQL on an empty cluster. Undefined: it is not installed. */
export async function startPostgres(): Promise<Database | undefined> {
  const versions = '/usr/lib/postgresql'
  const version = existsSync(versions) ? readdirSync(versions).at(-1) : undefined
  if (version === undefined) return absent('postgresql')
  const bin = (name: string): string => join(versions, version, 'bin', name)
  const folder = mkdtempSync(join(tmpdir(), 'intervention-bar-postgres-'))
  // It refuses to run as root.
  const user = process.getuid?.() === 0 ? { uid: idOf('-u'), gid: idOf('-g') } : {}
  if (user.uid !== undefined) chownSync(folder, user.uid, user.gid)
  const port = await freePort()
  execFileSync(bin('initdb'), ['-D', folder, '-U', 'postgres', '-A', 'trust', '--no-sync'], {
    ...user,
    cwd: folder,
    stdio: 'ignore',
  })
  const flags = ['-D', folder, '-p', String(port), '-k', folder, '-c', 'listen_addresses=127.0.0.1', '-F']
  const child = spawn(bin('postgres'), flags, { ...user, cwd: folder, stdio: 'ignore' })
  const isReady = (): boolean => succeeds(bin('pg_isready'), ['-h', '127.0.0.1', '-p', String(port)])
  return ready(child, port, folder, isReady)
}

/** Starts Redis with nothing in it. Undefined: it is not installed. */
export async function startRedis(): Promise<Database | undefined> {
  if (!succeeds('redis-server', ['--version'])) return absent('redis-server')
  const folder = mkdtempSync(join(tmpdir(), 'intervention-bar-redis-'))
  const port = await freePort()
  const flags = [
    '--port',
    String(port),
    '--bind',
    '127.0.0.1',
    '--save',
    '',
    '--appendonly',
    'no',
    '--dir',
    folder,
  ]
  const child = spawn('redis-server', flags, { cwd: folder, stdio: 'ignore' })
  return ready(child, port, folder, () => succeeds('redis-cli', ['-p', String(port), 'ping']))
}

async function ready(
  child: ChildProcess,
  port: number,
  folder: string,
  isReady: () => boolean,
): Promise<Database> {
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const close = async (): Promise<void> => {
    child.kill('SIGINT')
    await gone
    rmSync(folder, { recursive: true, force: true })
  }
  for (let tries = 0; !isReady(); tries += 1) {
    if (tries > 150 || child.exitCode !== null) {
      await close()
      throw new Error('The database does not start.')
    }
    await sleep(100)
  }
  return { port, close }
}

function succeeds(command: string, flags: readonly string[]): boolean {
  try {
    execFileSync(command, flags, { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

function idOf(flag: string): number {
  return Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }))
}
