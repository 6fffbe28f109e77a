/** A message as far as the adapter looks into it: any `UIMessage` of AI SDK 6 or 7. */
export interface AiSdkMessage {
  readonly id: string
  readonly role: string
  readonly parts: readonly { readonly type: string }[]
}

/** What `useChat` returns, or a `Chat`, as far as the adapter needs it. */
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
