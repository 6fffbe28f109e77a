import type { Answering } from './respondWithAiSdk7.ts'

/** What is behind a chat: it answers everything its page asks for below `/api`. */
export interface ChatServer {
  handle(request: Request): Promise<Response>
  close(): void
}

/** Starts the server of one of the chats. */
export type StartChatServer = (answering: Answering) => Promise<ChatServer>
