import type { Asker } from '../model/intervention.ts'
import { definedFields, fieldsOf, itemsOf, textOf } from './json.ts'

/** The agent that a producer names: a text, or an object with a name. Undefined: it names none. */
export function askerIn(told: unknown): Asker | undefined {
  const { name, id, relation, path } = fieldsOf(told)
  const known = textOf(told) ?? textOf(name)
  if (known === undefined) return undefined
  return {
    name: known,
    relation: relation === 'handoff' ? relation : 'sub_agent',
    path: itemsOf(path).flatMap((one) => textOf(one) ?? []),
    ...definedFields({ id: textOf(id) }),
  }
}
