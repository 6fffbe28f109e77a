'use client'
import { offers } from '../../model/intervention.ts'
import { definePart, type PartComponent, type PropsOf } from '../part.tsx'
import { useDecisionWords } from '../words.ts'
import { useIntervention } from './InterventionContext.ts'

/** Props of `Intervention.HeldBack`. */
export type HeldBackProps = PropsOf<'button'>

/**
 * Shows all of the arguments, while a press of Approve does not count before that. Place it beside that button. Renders
 * a `<button>`, or nothing.
 */
export const HeldBack: PartComponent<HeldBackProps, 'button'> = /* @__PURE__ */ definePart(
  'button',
  'held_back',
  () => {
    const { card, viewer, isHeldBack, disclosure, secrets, id } = useIntervention()
    const words = useDecisionWords()
    const isOffered = viewer?.mayDecide !== false && offers(card, 'approved')
    if (!isHeldBack || !isOffered) return null
    const { isElided, lines, reveal } = disclosure
    return {
      type: 'button',
      id: `${id}held`,
      onClick: isElided ? reveal : () => secrets.show(true),
      children: isElided ? words.showFirst(lines) : words.revealFirst,
    }
  },
)
