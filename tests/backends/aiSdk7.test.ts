import { Chat } from '@ai-sdk/react'
import {
  DefaultChatTransport,
  lastAssistantMessageIsCompleteWithApprovalResponses,
  lastAssistantMessageIsCompleteWithToolCalls,
  type UIMessage,
} from 'ai'
import { aiSdkOffers, type AiSdkVersion, startAiSdk } from './support/aiSdkBackend.ts'
import { describeConformance } from './support/conformance.ts'
import { respondWithAiSdk7 } from './support/respondWithAiSdk7.ts'

const version: AiSdkVersion = {
  name: 'AI SDK 7',
  offers: aiSdkOffers,
  respond: respondWithAiSdk7,
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
