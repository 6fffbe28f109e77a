/** The ports on which `npm run chats` serves each chat and its story looks for it. */
export const ports = { 'ai-sdk': 6011, 'assistant-ui': 6012, copilotkit: 6013 } as const
