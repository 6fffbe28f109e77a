import { definedFields, type Fields, textOf } from '../../backend/json.ts'
import type { Asker } from '../../model/intervention.ts'

interface SubAgent {
  readonly name: string | undefined
  readonly parent: string | undefined
}

/** The sub-agents that the runs of a thread told of, by the id of their run. */
export type SubAgents = Map<string, SubAgent>

/** Applies one event. The step of a sub-agent names it where nothing else does. */
export function hearOfAgent(agents: SubAgents, event: Fields): void {
  const id = textOf(event['subagentRunId'])
  if (id === undefined) return
  const known = agents.get(id)
  if (event['type'] === 'SUBAGENT_STARTED') {
    agents.set(id, { name: textOf(event['name']), parent: textOf(event['parentSubagentRunId']) })
  } else if (event['type'] === 'STEP_STARTED' && !known?.name) {
    agents.set(id, { name: textOf(event['stepName']), parent: known?.parent })
  }
}

/** The sub-agent whose work an interrupt is from. Undefined: the assistant's own, or nothing told of it. */
export function askerOf(agents: SubAgents, interrupt: Fields): Asker | undefined {
  const id = textOf(interrupt['subagentRunId'])
  const name = agents.get(id ?? '')?.name
  if (name === undefined) return undefined
  const path: string[] = []
  // A producer could name a ring of parents.
  const seen = new Set([id])
  for (let above = agents.get(id ?? '')?.parent; above !== undefined && !seen.has(above);) {
    seen.add(above)
    const parent = agents.get(above)
    if (parent?.name) path.unshift(parent.name)
    above = parent?.parent
  }
  return { name, relation: 'sub_agent', path, ...definedFields({ id }) }
}
