import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { WebStandardStreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js'
import { z } from 'zod'
import type { FileTool } from '../../support/fileTool.ts'
import { type ServedFetch, serveFetch } from '../../support/serveFetch.ts'

/** Serves the tool over MCP, for agents in other processes. Each run goes through the same journal. */
export function serveFileTool(tool: FileTool): Promise<ServedFetch> {
  return serveFetch(async (request) => {
    const server = new McpServer({ name: 'files', version: '1.0.0' })
    server.registerTool(
      'write_file',
      { description: 'Writes a file.', inputSchema: { path: z.string(), content: z.string() } },
      async (args) => ({ content: [{ type: 'text', text: await tool.write(args) }] }),
    )
    // One server for one request: nothing has to be remembered between two.
    const transport = new WebStandardStreamableHTTPServerTransport({ enableJsonResponse: true })
    await server.connect(transport)
    return transport.handleRequest(request)
  })
}
