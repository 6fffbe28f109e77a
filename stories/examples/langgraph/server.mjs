import { startServer } from '@langchain/langgraph-api/server'
import { fileURLToPath } from 'node:url'
import { createServer } from 'vite'

const here = fileURLToPath(new URL('.', import.meta.url))
await startServer({
  port: 3401,
  nWorkers: 2,
  host: 'localhost',
  cwd: here,
  graphs: { agent: `${here}graph.mjs:graph` },
})
const vite = await createServer({ server: { port: 3400 } })
await vite.listen()
console.log('http://localhost:3400')
