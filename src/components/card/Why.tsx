'use client'
import { definePart, type PartComponent, type PropsOf } from '../part.tsx'
import { useIntervention } from './InterventionContext.ts'
import { LongWords } from '../arguments/LongText.tsx'
import { useMessages } from '../useMessages.ts'

/** Props of `Intervention.Why`. */
export type WhyProps = PropsOf<'p'>

/** The reason of the call, with its source. Renders a `<p>`, or nothing. */
export const Why: PartComponent<WhyProps, 'p'> = definePart('p', 'why', () => {
  const { why } = useIntervention().card
  const words = useMessages()
  if (why === undefined) return null
  return {
    state: { status: why.by },
    children: (
      <>
        <span data-part="why_label">{words.why[why.by]}</span>{' '}
        <LongWords text={why.text} label={words.why[why.by] ?? ''} />
      </>
    ),
  }
})
