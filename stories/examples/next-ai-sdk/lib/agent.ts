import { convertToModelMessages, generateId, isStepCount, streamText, tool, type UIMessage } from 'ai'
import { aiSdk } from 'intervention-bar/server'
import { z } from 'zod'
import { scriptedModel } from './scriptedModel'
import { logOf, publish } from './runs'

const tools = {
  send_mail: tool({
    description: 'Sends an email.',
    inputSchema: z.object({ to: z.string(), subject: z.string(), body: z.string() }),
    execute: async ({ to }) => `Sent to ${to}.`,
  }),
}

/** The agent behind the route. It publishes its words, so that the chat can show them. */
export const agent = aiSdk<UIMessage>({
  run: async (messages, abortSignal, id) => {
    const log = logOf(id)
    log.messages = messages
    const result = streamText({
      model: process.env['AI_GATEWAY_API_KEY'] ? 'openai/gpt-5' : scriptedModel,
      messages: await convertToModelMessages(messages),
      tools,
      toolApproval: { send_mail: 'user-approval' },
      stopWhen: isStepCount(5),
      abortSignal,
    })
    return new Promise((resolve, reject) => {
      const stream = result.toUIMessageStream({
        originalMessages: messages,
        generateMessageId: generateId,
        onFinish: (end) => {
          log.messages = end.messages
          resolve(end.messages)
        },
      })
      publish(id, stream).catch(reject)
    })
  },
})
