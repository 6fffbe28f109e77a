/** What each page shows: a message of the person, and the call that waits. */
export const message = 'Send Ana the invoice.'
export const args = { to: 'ana@example.com', subject: 'Invoice 1.', body: 'Dear Ana, here it is.' }

/** The chat as the AI SDK keeps it. */
export const uiMessages = [
  { id: 'm1', role: 'user' as const, parts: [{ type: 'text' as const, text: message }] },
  {
    id: 'm2',
    role: 'assistant' as const,
    parts: [
      {
        type: 'tool-send_mail' as const,
        toolCallId: 'call_1',
        state: 'approval-requested' as const,
        input: args,
        approval: { id: 'approval_1' },
      },
    ],
  },
]

/** Events as a server sends them, after the 60 ms that a server takes. */
export async function stream(events: readonly object[]): Promise<Response> {
  await new Promise((resolve) => setTimeout(resolve, 60))
  const body = events.map((event) => `data: ${JSON.stringify(event)}\n\n`).join('')
  return new Response(body, {
    headers: { 'content-type': 'text/event-stream', 'x-vercel-ai-ui-message-stream': 'v1' },
  })
}

/** The answer of a backend of the AI SDK to an approval. */
export const aiSdkAnswer = (): Promise<Response> =>
  stream([
    { type: 'start', messageId: 'm2' },
    { type: 'tool-output-available', toolCallId: 'call_1', output: 'Sent.' },
    { type: 'finish' },
  ])
