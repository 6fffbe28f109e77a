import { convertToModelMessages, isStepCount, streamText, tool as defineTool, type UIMessage } from 'ai'
import { z } from 'zod'
import { metadataFor } from './aiSdkBackend.ts'
import { createScriptedModel } from './aiSdkModel.ts'
import { type FileTool, keepNote } from './fileTool.ts'
import type { ModelLog } from './modelLog.ts'

/** The real tool, its folder, and the log of the scripted model. */
export interface Answering {
  readonly tool: FileTool
  readonly folder: string
  readonly log: ModelLog
}

/** The route of a chat of AI SDK 7: answers one POST. */
export async function respondWithAiSdk7(
  messages: unknown,
  { tool, folder, log }: Answering,
): Promise<Response> {
  const result = streamText({
    model: createScriptedModel('v4', folder, log) as unknown as Parameters<typeof streamText>[0]['model'],
    messages: await convertToModelMessages(messages as UIMessage[]),
    tools: {
      write_file: defineTool({
        inputSchema: z.object({ path: z.string(), content: z.string() }),
        execute: (args) => tool.write(args),
      }),
      note: defineTool({ inputSchema: z.any(), execute: (input) => keepNote(folder, input) }),
      ask_user: defineTool({ inputSchema: z.object({ question: z.string() }) }),
    },
    toolApproval: { write_file: 'user-approval', note: 'user-approval' },
    stopWhen: isStepCount(5),
  })
  return result.toUIMessageStreamResponse({ messageMetadata: () => metadataFor(messages) })
}
