'use client'
import { useIntervention } from '../card/InterventionContext.ts'
import { definePart, type PartComponent, type PropsOf } from '../part.tsx'
import { useMessages } from '../words.ts'

/** Props of `Intervention.Discard`. */
export type DiscardProps = PropsOf<'button'>

/** Leaves the editor without the edits, or the answer for a tool. Renders a `<button>`, or nothing while nobody writes. */
export const Discard: PartComponent<DiscardProps, 'button'> = /* @__PURE__ */ definePart(
  'button',
  'discard',
  () => {
    const { edit, isAnswering, lock, setDraft, id } = useIntervention()
    const words = useMessages()
    if (!edit && !isAnswering) return null
    return {
      type: 'button',
      id: `${id}discard`,
      'aria-disabled': lock ? true : undefined,
      onClick: ({ currentTarget }: React.MouseEvent<HTMLElement>) => {
        if (lock) return
        const card = currentTarget.closest('[data-part="intervention"]')
        setDraft({ edit: null, answer: null, choice: null })
        // Back to where the editor was opened.
        setTimeout(() =>
          card?.querySelector<HTMLElement>('[data-part="more"]')?.focus({ preventScroll: true }),
        )
      },
      children: isAnswering ? words.cancel : words.discardEdits,
    }
  },
)
