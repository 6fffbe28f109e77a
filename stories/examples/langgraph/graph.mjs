import { BaseChatModel } from '@langchain/core/language_models/chat_models'
import { AIMessage } from '@langchain/core/messages'
import { createAgent, humanInTheLoopMiddleware, tool } from 'langchain'
import { z } from 'zod'

/** Stands in for a model, so that the example runs without a key: it asks to send a mail, and then says what came of it. */
class ScriptedModel extends BaseChatModel {
  _llmType() {
    return 'scripted'
  }
  bindTools() {
    return this
  }
  async _generate(messages) {
    const asks = messages.at(-1)?.type === 'human'
    const call = {
      id: crypto.randomUUID(),
      name: 'send_mail',
      args: { to: 'ana@example.com', body: messages.at(-1)?.text },
    }
    const text = asks ? 'I need your approval to tell Ana.' : 'That is settled.'
    return {
      generations: [{ text, message: new AIMessage({ content: text, tool_calls: asks ? [call] : [] }) }],
    }
  }
}

const sendMail = tool(async ({ to }) => `Sent to ${to}.`, {
  name: 'send_mail',
  description: 'Sends an email.',
  schema: z.object({ to: z.string(), body: z.string() }),
})

export const graph = createAgent({
  model: new ScriptedModel({}), // or 'openai:gpt-5'
  tools: [sendMail],
  middleware: [
    humanInTheLoopMiddleware({
      interruptOn: { send_mail: { allowedDecisions: ['approve', 'edit', 'reject'] } },
    }),
  ],
})
