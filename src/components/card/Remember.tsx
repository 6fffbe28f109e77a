'use client'
import { useContext, useRef, useState } from 'react'
import { isTooEarly } from '../../hooks/cardView.ts'
import { offers } from '../../model/intervention.ts'
import { Icon } from '../icons.tsx'
import { OnDemand } from '../onDemand.ts'
import { definePart, type PartComponent, type PropsOf } from '../part.tsx'
import { useMessages } from '../words.ts'
import { RowContext, useIntervention } from './InterventionContext.ts'

/** Props of `Intervention.Remember`. */
export type RememberProps = PropsOf<'button'>

/**
 * Opens the menu of how long an approval holds. It decides nothing: Approve says what was chosen, and sends it. Renders
 * a `<button>`, or nothing if the call offers no scope.
 */
export const Remember: PartComponent<RememberProps, 'button'> = /* @__PURE__ */ definePart(
  'button',
  'remember',
  (given: RememberProps) => {
    const { card, viewer, group, lock, remember, isConfirming, id } = useIntervention()
    const isInRow = useContext(RowContext)
    const words = useMessages()
    const [isOpen, setOpen] = useState(false)
    const button = useRef<HTMLElement>(null)
    const isOffered = card.status === 'pending' && viewer?.mayDecide !== false && offers(card, 'approved')
    if (!isOffered || card.remember.length === 0 || isTooEarly(group)) return null

    function close(isDone: boolean): void {
      setOpen(false)
      if (!isDone) button.current?.focus({ preventScroll: true })
    }

    return {
      type: 'button',
      'aria-haspopup': 'menu',
      'aria-expanded': isOpen,
      'aria-controls': isOpen ? `${id}scopes` : undefined,
      'aria-disabled': lock ? true : undefined,
      'data-scope': remember ?? 'once',
      title: words.howLong,
      onClick: () => setOpen(!isOpen && !lock),
      watch: (element) => {
        button.current = element as HTMLElement | null
      },
      children: (
        <>
          {words.scopes[remember ?? 'once']}
          <Icon of="down" />
        </>
      ),
      after: isOpen && !lock && (
        <OnDemand part="RememberItems" {...{ button, close }}>
          <></>
        </OnDemand>
      ),
      // In a row the second step takes the place of the rejections only.
      fixed: isConfirming && isInRow ? { style: { ...given.style, visibility: 'hidden' } } : {},
    }
  },
)
