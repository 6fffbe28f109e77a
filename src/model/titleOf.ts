import type { JsonSchema } from './intervention.ts'
import { isSchema, own } from './schemaReference.ts'

// The title of a property. A title that two of them share would tell neither from the other, and that of a definition is one
// that others may refer to as well.
export function titleOf(schema: JsonSchema | undefined, name: string | null): string | undefined {
  const all = schema?.['properties']
  const title = own(own(all, name ?? ''), 'title')
  if (name === null || typeof title !== 'string' || title.trim() === '') return undefined
  const isShared = Object.entries(isSchema(all) ? all : {}).some(
    ([other, inner]) => other !== name && (other === title || own(inner, 'title') === title),
  )
  return isShared ? undefined : title
}
