import { Agent } from '@mastra/core/agent'
import { Mastra } from '@mastra/core/mastra'
import { createTool } from '@mastra/core/tools'
import { LibSQLStore } from '@mastra/libsql'
import { z } from 'zod'
import { createScriptedModel } from '../../support/aiSdkModel.ts'
import type { Answering } from '../../support/respondWithAiSdk7.ts'

/** The agent of Mastra whose one tool asks before it runs. What waits is kept in a file next to the folder. */
export function createMastraAgent({ tool, folder, log }: Answering): Agent {
  const writeFile = createTool({
    id: 'write_file',
    description: 'Writes a file.',
    inputSchema: z.object({ path: z.string(), content: z.string() }),
    requireApproval: true,
    execute: (args) => tool.write(args),
  })
  const scripted = new Agent({
    id: 'scripted',
    name: 'scripted',
    instructions: 'Write what you are asked for.',
    model: createScriptedModel('v3', folder, log) as unknown as Agent['model'],
    tools: { write_file: writeFile },
  })
  const storage = new LibSQLStore({ id: 'waiting', url: `file:${folder}.db` })
  return new Mastra({ agents: { scripted }, storage, logger: false }).getAgent('scripted')
}
