import { appendFileSync, existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js'

const { resolve } = createRequire(import.meta.url)
/** Longer than the timeout of a resume. */
const slowMs = 11_000
const server = resolve('@modelcontextprotocol/server-filesystem/dist/index.js')

/** The arguments of the one tool of every backend. */
export interface WriteArgs {
  readonly path: string
  readonly content: string
}

/** A real tool: the MCP filesystem server, which may write into one folder. */
export interface FileTool {
  /** Runs `write_file`. Each run is noted in a journal on disk, so that it counts in whichever process it happened. */
  write(args: WriteArgs): Promise<string>
  close(): Promise<void>
}

/** Starts the MCP server on a folder. */
export async function startFileTool(folder: string): Promise<FileTool> {
  const client = new Client({ name: 'conformance', version: '1.0.0' })
  await client.connect(
    new StdioClientTransport({ command: process.execPath, args: [server, folder], stderr: 'ignore' }),
  )
  return {
    write: async ({ path, content }) => {
      appendFileSync(journalOf(folder), `${path}\n`)
      if (basename(path).startsWith('slow')) await setTimeout(slowMs)
      const result = await client.callTool({ name: 'write_file', arguments: { path, content } })
      if (result.isError) throw new Error(JSON.stringify(result.content))
      return `Wrote ${path}.`
    },
    close: () => client.close(),
  }
}

/** Counts the runs of the tool on files below a folder. */
export function countExecutions(folder: string): number {
  const journal = journalOf(dirname(folder))
  if (!existsSync(journal)) return 0
  const paths = readFileSync(journal, 'utf8').trim().split('\n')
  return paths.filter((path) => path.startsWith(`${folder}/`)).length
}

/** The tool `note`: it keeps what it gets, which may be any JSON. */
export function keepNote(folder: string, input: unknown): string {
  appendFileSync(notesOf(folder), `${JSON.stringify(input)}\n`)
  return 'Noted.'
}

/** The JSON of what the tool `note` got, one after the other. */
export function notesIn(folder: string): readonly string[] {
  return existsSync(notesOf(folder)) ? readFileSync(notesOf(folder), 'utf8').trim().split('\n') : []
}

function notesOf(folder: string): string {
  return `${folder}.notes`
}

function journalOf(root: string): string {
  return join(root, 'executions.log')
}
