import { convertToModelMessages, isStepCount, streamText, tool as defineTool, type UIMessage } from 'ai'
import { aiSdk } from 'intervention-bar/server'
import { z } from 'zod'
import { createScriptedModel } from './support/aiSdkModel.ts'
import { keepNote } from './support/fileTool.ts'
import { describeRoute } from './support/describeRoute.ts'
import { routeOffers } from './support/routeBackend.ts'

describeRoute({
  name: 'route, AI SDK 7',
  offers: { ...routeOffers, partial: false, notes: 'any', digits: false },
  createAgent: ({ tool, folder, log }) =>
    aiSdk<UIMessage>({
      run: async (messages) => {
        const result = streamText({
          model: createScriptedModel('v4', folder, log) as unknown as Parameters<
            typeof streamText
          >[0]['model'],
          messages: await convertToModelMessages(messages),
          tools: {
            write_file: defineTool({
              inputSchema: z.object({ path: z.string(), content: z.string() }),
              execute: (args) => tool.write(args),
            }),
            note: defineTool({ inputSchema: z.any(), execute: (input) => keepNote(folder, input) }),
          },
          toolApproval: { write_file: 'user-approval', note: 'user-approval' },
          stopWhen: isStepCount(5),
        })
        return new Promise((resolve, reject) => {
          const stream = result.toUIMessageStream({
            originalMessages: messages,
            generateMessageId: () => crypto.randomUUID(),
            onFinish: (end) => resolve(end.messages),
          })
          void drain(stream).catch(reject)
        })
      },
    }),
})

async function drain(stream: ReadableStream): Promise<void> {
  for await (const part of stream) void part
}
