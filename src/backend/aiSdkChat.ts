/** The part of a `UIMessage` of AI SDK 6 or 7 that is used. */
export interface AiSdkMessage {
  readonly id: string
  readonly role: string
  readonly parts: readonly { readonly type: string }[]
}

/** The part of a `Chat`, or of the result of `useChat`, that is used. */
export interface AiSdkChat {
  readonly id: string
  readonly messages: readonly AiSdkMessage[]
  /** `submitted`, `streaming`, `ready` or `error`. */
  readonly status: string
  readonly error?: Error | undefined
  addToolApprovalResponse(response: {
    id: string
    approved: boolean
    reason?: string
    options?: { headers: Record<string, string> }
  }): unknown
  stop(): unknown
  /** Takes messages of the chat's own type only: what it gave, with some parts changed. */
  setMessages?(change: (messages: readonly AiSdkMessage[]) => never[]): void
}
