import { definedFields, type Fields, fieldsOf, itemsOf, textOf } from '../../backend/json.ts'
import type { Asker } from '../../model/intervention.ts'

/** Undefined: the interrupt is of the graph itself. */
export type AskerOf = (task: Fields, index: number, interruptId: string) => Asker | undefined

/**
 * Says which agent of a thread's state an interrupt is from: a node that is a graph of its own, at any depth, or an agent
 * that runs in a tool, as those of deep agents do. `state` has been read with its sub-graphs.
 */
export function askersIn(state: Fields): AskerOf {
  return (task, index, interruptId) => {
    const names = agentsOf(state, task, index, interruptId)
    const name = names.at(-1)
    if (name === undefined) return undefined
    const path = names.slice(0, -1)
    // A swarm hands its conversation from one agent to another.
    const isActive = fieldsOf(state['values'])['active_agent'] === name
    return isActive && path.length === 0
      ? { name, relation: 'handoff', path }
      : { name, relation: 'sub_agent', path, ...definedFields({ id: namespaceOf(task) }) }
  }
}

function agentsOf(state: Fields, task: Fields, index: number, id: string): readonly string[] {
  const { name, state: inner } = task
  const below = fieldsOf(inner)
  const tasks = itemsOf(below['tasks']).map(fieldsOf)
  if (tasks.length === 0) return toolAgent(state, task, index)
  const own = textOf(fieldsOf(below['metadata'])['lc_agent_name']) ?? textOf(name)
  const at = tasks.findIndex((one) => itemsOf(one['interrupts']).some((all) => fieldsOf(all)['id'] === id))
  const deeper = at < 0 ? [] : agentsOf(below, tasks[at]!, at, id)
  return own === undefined ? deeper : [own, ...deeper]
}

/** The tool `task` of deep agents names its agent in its arguments; each call of the message is a task of the node. */
function toolAgent({ values, tasks }: Fields, { name }: Fields, index: number): readonly string[] {
  const message = fieldsOf(itemsOf(fieldsOf(values)['messages']).at(-1))
  const calls = itemsOf(message['tool_calls']).map(fieldsOf)
  const all = itemsOf(tasks).map(fieldsOf)
  const own = all.slice(0, index).filter((one) => one['name'] === name).length
  const isOneEach = name === 'tools' && all.filter((one) => one['name'] === name).length === calls.length
  const call = isOneEach ? fieldsOf(calls[own]) : {}
  const agent = call['name'] === 'task' ? textOf(fieldsOf(call['args'])['subagent_type']) : undefined
  return agent === undefined ? [] : [agent]
}

function namespaceOf({ checkpoint, state }: Fields): string | undefined {
  const nested = fieldsOf(fieldsOf(state)['checkpoint'])
  return textOf(fieldsOf(checkpoint)['checkpoint_ns']) ?? textOf(nested['checkpoint_ns'])
}
