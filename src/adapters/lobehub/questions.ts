import { fieldsOf, itemsOf, parsed, textOf } from '../../backend/json.ts'
import type { JsonSchema, Question } from '../../model/intervention.ts'

/**
 * The questions of `askUserQuestion` as one form. Its answer is what LobeHub's own form sends: by question the label that was
 * chosen, the labels, or a text. Undefined: they are of another kind, which LobeHub itself has to draw.
 */
export function questionsIn(argsText: string | null): Question | undefined {
  const { questions, interactionKind = 'question' } = fieldsOf(parsed(argsText ?? ''))
  const all = itemsOf(questions).map(fieldsOf)
  const asked = all.flatMap(({ question }) => textOf(question) ?? [])
  if (interactionKind !== 'question' || asked.length === 0 || new Set(asked).size < all.length)
    return undefined
  const properties = Object.fromEntries(
    all.map(({ question, header, options, multiSelect }) => [
      String(question),
      {
        title: (asked.length === 1 && textOf(header)) || String(question),
        ...fieldFor(options, multiSelect),
      },
    ]),
  )
  return {
    kind: 'form',
    message: asked.length === 1 ? asked[0]! : '',
    schema: { type: 'object', properties, required: asked },
  }
}

function fieldFor(options: unknown, isSeveral: unknown): JsonSchema {
  const choices = itemsOf(options)
    .map(fieldsOf)
    .flatMap(({ label, description }) => {
      const named = textOf(label)
      const words = textOf(description)
      return named === undefined ? [] : { const: named, title: words ? `${named}: ${words}` : named }
    })
  if (choices.length === 0) return { type: 'string', minLength: 1 }
  if (isSeveral === true) return { type: 'array', items: { oneOf: choices }, minItems: 1 }
  return { anyOf: [...choices, { type: 'string', minLength: 1 }] }
}
