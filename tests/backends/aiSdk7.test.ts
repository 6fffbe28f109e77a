import { Chat } from '@ai-sdk/react'
import {
  convertToModelMessages,
  DefaultChatTransport,
  isStepCount,
  lastAssistantMessageIsCompleteWithApprovalResponses,
  streamText,
  tool as defineTool,
  type UIMessage,
} from 'ai'
import { z } from 'zod'
import { aiSdkOffers, type AiSdkVersion, startAiSdk } from './support/aiSdkBackend.ts'
import { createScriptedModel } from './support/aiSdkModel.ts'
import { describeConformance } from './support/conformance.ts'

const version: AiSdkVersion = {
  name: 'AI SDK 7',
  offers: aiSdkOffers,
  respond: async (messages, { tool, folder, log }) => {
    const result = streamText({
      model: createScriptedModel('v4', folder, log) as unknown as Parameters<typeof streamText>[0]['model'],
      messages: await convertToModelMessages(messages as UIMessage[]),
      tools: {
        write_file: defineTool({
          inputSchema: z.object({ path: z.string(), content: z.string() }),
          execute: (args) => tool.write(args),
        }),
      },
      toolApproval: { write_file: 'user-approval' },
      stopWhen: isStepCount(5),
    })
    return result.toUIMessageStreamResponse()
  },
  createChat: (api, messages) => {
    const chat = new Chat({
      id: 'chat',
      messages: messages as UIMessage[],
      transport: new DefaultChatTransport({ api }),
      sendAutomaticallyWhen: lastAssistantMessageIsCompleteWithApprovalResponses,
    })
    return Object.assign(chat, { send: (text: string) => chat.sendMessage({ text }) })
  },
}

describeConformance(version.name, (root) => startAiSdk(version, root), version.offers)
