import { shortText, visibleText } from '../model/visibleText.ts'
import { type Asker, type InterventionCall, nameOfTool, type Tool } from '../model/intervention.ts'
import { useGatewayContext } from '../hooks/GatewayContext.ts'
import { decisionWords, type DecisionWords } from '../locales/decisionWords.ts'
import { en } from '../locales/en.ts'
import type { Messages } from '../locales/messages.ts'

export function toolName(tool: Tool): string {
  return visibleText(nameOfTool(tool))
}

/** True if a question is short enough to be a part of a sentence. */
export function fitsSentence(message: string): boolean {
  return message.length <= 120 && !/[\n\r]/.test(message.trim())
}

/** Names a call in a sentence: by its tool, or by its question. */
export function callName({ tool, question }: InterventionCall): string {
  return tool ? toolName(tool) : `“${shortText(question.message)}”`
}

export function shortName({ tool, question }: InterventionCall): string {
  return shortText(tool ? nameOfTool(tool) : question.message)
}

/** The acting one, as the sentences name it. `shown`: cuts and escapes untrusted text. */
export function actorOf(
  agent: Asker | undefined,
  { actor, assistant }: Pick<Messages, 'actor' | 'assistant'>,
  shown: (text: string) => string = shortText,
): string {
  if (!agent || agent.name.trim() === '') return assistant
  const path = agent.path.length > 1 ? [shown(agent.path.join(' › '))] : agent.path.map(shown)
  return actor({ ...agent, name: shown(agent.name), path }, assistant)
}

export function useMessages(): Messages {
  return useWords(en)
}

export function useDecisionWords(): DecisionWords {
  return useWords(decisionWords)
}

/** The language of the texts and its direction, as attributes. Those of the page, if the host gave no other language. */
export function useLanguage(): { readonly lang?: string | undefined; readonly dir?: string | undefined } {
  const { messages } = useGatewayContext()
  return { lang: messages?.locale, dir: messages?.direction }
}

function useWords<Words extends Partial<Messages>>(words: Words): Words {
  const { messages } = useGatewayContext()
  if (!messages) return words
  const known = whole.get(messages)?.get(words) ?? { ...words, ...messages }
  whole.set(messages, (whole.get(messages) ?? new WeakMap()).set(words, known))
  // SAFETY: made of these words.
  return known as Words
}

// Every part asks for them, so that they are made once for all.
const whole = new WeakMap<Partial<Messages>, WeakMap<Partial<Messages>, Partial<Messages>>>()
