import { type Fields, fieldsOf, itemsOf, parsed, textOf } from '../../backend/json.ts'
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

/**
 * A permission or a plan of another agent, as the question which of its options to take. The answer is the id of the option.
 * Undefined: it is of another kind, or not in the shape that LobeHub lets through.
 */
export function choiceIn(argsText: string | null): ProviderChoice | undefined {
  const { questions, interactionKind } = fieldsOf(parsed(argsText ?? ''))
  const [only, ...more] = itemsOf(questions).map(fieldsOf)
  if ((interactionKind !== 'permission' && interactionKind !== 'plan') || !only || more.length > 0)
    return undefined
  const message = textOf(only['question'])
  const options = itemsOf(only['options']).map(fieldsOf)
  const choices = options.flatMap((option) => {
    const id = textOf(option['id'])
    const titled = titleOf(option)
    return id === undefined || titled === undefined ? [] : [{ const: id, title: titled }]
  })
  const isWhole =
    choices.length === options.length && new Set(choices.map((one) => one.const)).size === options.length
  if (message === undefined || choices.length === 0 || !isWhole) return undefined
  const field = { title: textOf(only['header']) ?? message, oneOf: choices }
  return {
    question: {
      kind: 'form',
      message,
      schema: { type: 'object', properties: { option: field }, required: ['option'] },
    },
    optionOf: (answerText) => String(fieldsOf(parsed(answerText))['option']),
  }
}

export interface ProviderChoice {
  readonly question: Question
  readonly optionOf: (answerText: string) => string
}

function titleOf({ label, description }: Fields): string | undefined {
  const named = textOf(label)
  const words = textOf(description)
  return named !== undefined && words ? `${named}: ${words}` : named
}

function fieldFor(options: unknown, isSeveral: unknown): JsonSchema {
  const choices = itemsOf(options)
    .map(fieldsOf)
    .flatMap((option) => {
      const title = titleOf(option)
      return title === undefined ? [] : { const: textOf(option['label'])!, title }
    })
  if (choices.length === 0) return { type: 'string', minLength: 1 }
  if (isSeveral === true) return { type: 'array', items: { oneOf: choices }, minItems: 1 }
  return { anyOf: [...choices, { type: 'string', minLength: 1 }] }
}
