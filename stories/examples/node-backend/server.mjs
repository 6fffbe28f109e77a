import { createServer } from 'node:http'
import { createServer as createVite } from 'vite'
import { answer } from './backend.mjs'

const base = '/api/agent'
const vite = await createVite({ server: { middlewareMode: true } })
const server = createServer((request, response) => {
  if (!request.url.startsWith(`${base}/`)) return vite.middlewares(request, response)
  // Check here that the person of the session may use this conversation, and that the request comes from your own page.
  answer(request, response, request.url.slice(base.length)).catch((error) => {
    console.error(error)
    if (!response.headersSent) response.writeHead(500).end()
  })
})
server.listen(3200, 'localhost', () => console.log('http://localhost:3200'))
