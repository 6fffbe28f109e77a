import { StrandsAgent } from '@ag-ui/aws-strands'
import { createStrandsApp } from '@ag-ui/aws-strands/server'
import { Agent, tool as defineTool } from '@strands-agents/sdk'
import type { Server } from 'node:http'
import { z } from 'zod'
import { keepNote } from './fileTool.ts'
import type { Answering } from './respondWithAiSdk7.ts'
import { StrandsModel } from './strandsModel.ts'

/** Starts a Strands agent behind AG-UI on loopback, at `/run`: it asks before it writes a file. */
export async function startStrands({ tool, folder, log }: Answering): Promise<Server> {
  const writeFile = defineTool({
    name: 'write_file',
    description: 'Writes a file.',
    inputSchema: z.object({ path: z.string(), content: z.string() }),
    callback: async (args, context) => {
      const answer: { approved: boolean; reason?: string } = context!.interrupt({ name: 'approval' })
      if (!answer.approved) return `Rejected. ${answer.reason ?? ''}`
      return tool.write(args)
    },
  })
  const note = defineTool({
    name: 'note',
    description: 'Keeps anything.',
    inputSchema: z.looseObject({}),
    callback: (input, context) => {
      const answer: { approved: boolean } = context!.interrupt({ name: 'approval' })
      return answer.approved ? keepNote(folder, input) : 'Rejected.'
    },
  })
  const agent = new Agent({ model: new StrandsModel(folder, log), tools: [writeFile, note], printer: false })
  const app = await createStrandsApp(new StrandsAgent({ agent, name: 'scripted', description: '' }), {
    path: '/run',
  })
  return new Promise<Server>((resolve) => {
    const listening: Server = app.listen(0, '127.0.0.1', () => resolve(listening))
  })
}
