import type { StartChatServer } from '../../support/ChatServer.ts'
import { respondWithAiSdk7 } from '../../support/respondWithAiSdk7.ts'

/** `/api/chat`, the route of `useChat`. The page has the history. */
export const startServer: StartChatServer = async (answering) => ({
  handle: async (request) => {
    const { messages } = (await request.json()) as { messages: unknown }
    return respondWithAiSdk7(messages, answering)
  },
  close: () => {},
})
