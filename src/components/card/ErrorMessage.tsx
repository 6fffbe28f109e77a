'use client'
import { maskedFailure } from '../../model/maskedCall.ts'
import { targetOf } from '../../model/callTarget.ts'
import { findCall } from '../../model/conversation.ts'
import type { Failure } from '../../model/decision.ts'
import { visibleText, wholeCharacter } from '../../model/visibleText.ts'
import { Icon } from '../icons.tsx'
import { definePart, type PartComponent, type PropsOf } from '../part.tsx'
import { shortName, useMessages } from '../words.ts'
import { useIntervention } from './InterventionContext.ts'

/** Props of `Intervention.Error`. */
export type ErrorMessageProps = PropsOf<'div'>

/**
 * The failure of the last decision: its cause, and whether the tool ran. The button of that decision says **Try again**.
 * Stays until it is resolved. Renders a `<div>`, or nothing.
 */
export const ErrorMessage: PartComponent<ErrorMessageProps, 'div'> = /* @__PURE__ */ definePart(
  'div',
  'error',
  () => {
    const { card, memory, group, id } = useIntervention()
    const words = useMessages()
    const failed = card.status === 'pending' && memory?.status === 'failed' ? memory : undefined
    const made = findCall(failed?.request.decisions, card.toolCallId)
    if (!failed || !made) return null
    const { decisions } = failed.request
    const itemAt = (index: number): string | undefined => {
      const item = decisions.length > 1 ? decisions[index]?.toolCallId : undefined
      const call = group.calls.find(({ toolCallId }) => toolCallId === item)
      // Several calls of one tool have the same name.
      return call && `${shortName(call)} ${targetOf(call)}`
    }
    const children = (
      <>
        <Icon of="warning" />
        <p>
          {words.failure(
            visibleFailure(maskedFailure(failed.failure, [card, ...group.calls]), itemAt),
            made.decision,
          )}
        </p>
      </>
    )
    return { id: `${id}error`, state: { status: failed.failure.code }, children }
  },
)

/**
 * Escapes hidden characters in the texts of the server, and names what each is about. `itemAt`: the name of the decision
 * with this index, where there are several. `longest`: the characters of each text that are said.
 */
export function visibleFailure(
  failure: Failure,
  itemAt?: (index: number) => string | undefined,
  longest: number = Number.POSITIVE_INFINITY,
): Failure {
  const { fields, ...rest } = failure
  return fields
    ? {
        ...rest,
        // An untyped host may leave out the message.
        fields: fields.map(
          ({ path = '', message = '' }: { readonly path?: string; readonly message?: string }) => ({
            path,
            message: [nameIn(path, itemAt), shortened(visibleText(message), longest)]
              .filter(Boolean)
              .join(': '),
          }),
        ),
      }
    : rest
}

// Names the item and the field that a JSON Pointer into the request points to.
function nameIn(path: string, itemAt: ((index: number) => string | undefined) | undefined): string {
  const [, index, field] = /^\/decisions\/(\d+)(?:\/(?:.*\/)?([^/]+))?$/.exec(path) ?? []
  const item = index === undefined ? undefined : itemAt?.(Number(index))
  const named = field ?? (index === undefined ? path.split('/').at(-1) : undefined)
  return [item, named && visibleText(named)].filter(Boolean).join(', ')
}

function shortened(text: string, longest: number): string {
  return text.length > longest ? `${text.slice(0, wholeCharacter(text, longest))}…` : text
}
