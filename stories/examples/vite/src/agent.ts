import { createInPageGateway } from 'intervention-bar/adapters/in-page'

const listeners = new Set<() => void>()
let messages: readonly { readonly id: number; readonly text: string }[] = []

/** The messages of the chat, for `useSyncExternalStore`. */
export const transcript = {
  read: () => messages,
  subscribe: (listener: () => void) => {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  },
}

export function write(text: string): void {
  messages = [...messages, { id: messages.length, text }]
  listeners.forEach((tell) => tell())
}

/** The agent runs in the page. It asks once, and says what came of it; ask your model here. */
export const gateway = createInPageGateway({
  turn: async ({ text, results, rejected, ask }) => {
    if (results.length > 0) return write(`assistant: ${results.map(({ output }) => output).join(' ')}`)
    if (rejected.length > 0) return write(`assistant: I left it. ${text ?? ''}`)
    write('assistant: I need your approval to tell Ana.')
    ask([
      {
        tool: { name: 'send_mail', title: 'Send an email' },
        argsText: JSON.stringify({ to: 'ana@example.com', body: text }),
        why: 'You asked me to.',
      },
    ])
  },
  runTool: async ({ argsText }) => `Sent ${argsText}`,
  storage: localStorage,
})
