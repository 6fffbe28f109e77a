import { type Fields, fieldsOf, itemsOf, parsed, textOf } from '../backend/json.ts'
import type { Asker } from '../model/intervention.ts'

/**
 * Says which agent asks for a call, by the text of the state of a run: one that runs as a tool of another, or one that the
 * conversation was handed to. Undefined: the agent that the run began with.
 */
export function openAiAskers(stateText: string): (callId: string) => Asker | undefined {
  const root = fieldsOf(parsed(stateText))
  return (callId) => {
    const names = agentsAsking(root, callId)
    const name = names.at(-1)
    if (name === undefined) return undefined
    if (names.length === 1) return { name, relation: 'handoff', path: [] }
    // The first one is the assistant itself, unless the conversation was handed to it.
    return { name, relation: 'sub_agent', path: names.slice(wasHanded(root) ? 0 : 1, -1) }
  }
}

/** The agents from the outermost to the one that asks. Empty: the call is of the one that the run began with. */
function agentsAsking(state: Fields, callId: string): readonly string[] {
  const own = textOf(fieldsOf(state['currentAgent'])['name']) ?? ''
  for (const nested of Object.values(fieldsOf(state['pendingAgentToolRuns']))) {
    const inner = fieldsOf(parsed(String(nested)))
    if (asksFor(inner, callId)) return [own, ...innerAgents(inner, callId)]
  }
  return wasHanded(state) ? [own] : []
}

function innerAgents(state: Fields, callId: string): readonly string[] {
  const found = agentsAsking(state, callId)
  return found.length > 0 ? found : [textOf(fieldsOf(state['currentAgent'])['name']) ?? '']
}

function asksFor({ currentStep }: Fields, callId: string): boolean {
  const { interruptions } = fieldsOf(fieldsOf(currentStep)['data'])
  return itemsOf(interruptions).some((one) => {
    const { callId: own, id } = fieldsOf(fieldsOf(one)['rawItem'])
    return (own ?? id) === callId
  })
}

function wasHanded({ generatedItems, currentAgent }: Fields): boolean {
  const { name } = fieldsOf(currentAgent)
  return itemsOf(generatedItems)
    .map(fieldsOf)
    .some(({ type, targetAgent }) => type === 'handoff_output_item' && fieldsOf(targetAgent)['name'] === name)
}
