import { visibleText, wholeCharacter } from '../model/visibleText.ts'
import type { Tool } from '../model/intervention.ts'
import { useMemo } from 'react'
import { useGatewayContext } from '../hooks/GatewayContext.ts'
import { decisionWords, type DecisionWords } from '../locales/decisionWords.ts'
import { en } from '../locales/en.ts'
import type { Messages } from '../locales/messages.ts'

export function toolName({ title, name }: Tool): string {
  return visibleText(title ?? name)
}

const longestSpoken = 60

export function shortName(tool: Tool): string {
  const name = toolName(tool)
  return name.length > longestSpoken ? `${name.slice(0, wholeCharacter(name, longestSpoken))}…` : name
}

export function useMessages(): Messages {
  return useWords(en)
}

export function useDecisionWords(): DecisionWords {
  return useWords(decisionWords)
}

function useWords<Words extends Partial<Messages>>(words: Words): Words {
  const { messages } = useGatewayContext()
  return useMemo(() => (messages ? { ...words, ...messages } : words), [words, messages])
}
