'use client'
import { useContext, useEffect, useRef } from 'react'
import { loadSeeCard } from '../onDemand.ts'
import { BarContext, useShownCall } from './InterventionContext.ts'

/** Notes that this call was in view, so that it can be decided together with others. Draws nothing. */
export function Seeing(): React.ReactElement {
  const { card, disclosure, edit } = useShownCall()
  const scope = useContext(BarContext)?.followed.scope ?? ''
  const place = useRef<HTMLSpanElement>(null)
  const { toolCallId, revision } = card
  const isWhole = !disclosure.isElided && !edit && card.argsText !== null
  useEffect(() => {
    const box = place.current?.closest('[data-part="intervention"]')
    if (!isWhole || !box) return
    let end: (() => void) | null = null
    let isLeft = false
    loadSeeCard().then(
      (seeCard) => {
        if (!isLeft) end = seeCard(box, scope, { toolCallId, revision })
      },
      // Then the call is decided alone.
      () => undefined,
    )
    return () => {
      isLeft = true
      end?.()
    }
  }, [scope, toolCallId, revision, isWhole])
  return <span ref={place} hidden />
}
