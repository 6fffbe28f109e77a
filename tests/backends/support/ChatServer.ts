import type { Answering } from './respondWithAiSdk7.ts'

/** The server of a chat: it answers every request of its page below `/api`. */
export interface ChatServer {
  handle(request: Request): Promise<Response>
  close(): void
}

/** Starts the server of one of the chats. */
export type StartChatServer = (answering: Answering) => Promise<ChatServer>
