import { Chat } from 'ai-sdk-react-6'
import {
  convertToModelMessages,
  DefaultChatTransport,
  stepCountIs,
  lastAssistantMessageIsCompleteWithApprovalResponses,
  lastAssistantMessageIsCompleteWithToolCalls,
  streamText,
  tool as defineTool,
  type UIMessage,
} from 'ai-6'
import { z } from 'zod'
import { metadataFor, aiSdkOffers, type AiSdkVersion, startAiSdk } from './support/aiSdkBackend.ts'
import { createScriptedModel } from './support/aiSdkModel.ts'
import { describeConformance } from './support/conformance.ts'
import { keepNote } from './support/fileTool.ts'

const version: AiSdkVersion = {
  name: 'AI SDK 6',
  offers: { ...aiSdkOffers, supersedes: false },
  respond: async (messages, { tool, folder, log }) => {
    const result = streamText({
      model: createScriptedModel('v3', folder, log) as unknown as Parameters<typeof streamText>[0]['model'],
      messages: await convertToModelMessages(messages as UIMessage[]),
      tools: {
        write_file: defineTool({
          needsApproval: true,
          inputSchema: z.object({ path: z.string(), content: z.string() }),
          execute: (args) => tool.write(args),
        }),
        note: defineTool({
          needsApproval: true,
          inputSchema: z.any(),
          execute: (input) => keepNote(folder, input),
        }),
        ask_user: defineTool({ inputSchema: z.object({ question: z.string() }) }),
      },
      stopWhen: stepCountIs(5),
    })
    return result.toUIMessageStreamResponse({ messageMetadata: () => metadataFor(messages) })
  },
  createChat: (api, messages) => {
    const chat = new Chat({
      id: 'chat',
      messages: messages as UIMessage[],
      transport: new DefaultChatTransport({ api }),
      sendAutomaticallyWhen: (all) =>
        lastAssistantMessageIsCompleteWithApprovalResponses(all) ||
        lastAssistantMessageIsCompleteWithToolCalls(all),
    })
    return Object.assign(chat, { send: (text: string) => chat.sendMessage({ text }) })
  },
}

describeConformance(version.name, (root) => startAiSdk(version, root), version.offers)
