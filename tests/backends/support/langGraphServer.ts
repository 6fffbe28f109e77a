import { fileURLToPath } from 'node:url'
import { startServer } from '@langchain/langgraph-api/server'

const { PORT = '0', STATE_FOLDER = '' } = process.env

const { host } = await startServer({
  port: Number(PORT),
  nWorkers: 4,
  host: '127.0.0.1',
  cwd: STATE_FOLDER,
  graphs: {
    agent: `${pathOf('langGraphAgent.ts')}:graph`,
    twice: `${pathOf('langGraphQuestions.ts')}:twice`,
    asks: `${pathOf('langGraphQuestions.ts')}:asks`,
    nested: `${pathOf('langGraphQuestions.ts')}:nested`,
    team: `${pathOf('langGraphQuestions.ts')}:team`,
  },
})
process.stdout.write(`listening on ${host}\n`)
// The parent process is gone, so this server ends.
process.stdin.on('end', () => process.exit(0)).resume()

function pathOf(file: string): string {
  return fileURLToPath(new URL(file, import.meta.url))
}
