'use client'
import { type KeyboardEvent, useContext, useRef } from 'react'
import { useLayoutEffect } from '../../hooks/useLayoutEffect.ts'
import { Icon } from '../icons.tsx'
import { prepare } from '../onDemand.ts'
import { definePart, type PartComponent, type PropsOf } from '../part.tsx'
import { useMessages } from '../words.ts'
import { BarContext } from './InterventionContext.ts'

/** Props of `Intervention.Pager`. */
export type PagerProps = PropsOf<'div'>

/** The position of the call among those that wait, and the way to the others. In a bar only. Renders a `<div>`, or nothing. */
export const Pager: PartComponent<PagerProps, 'div'> = /* @__PURE__ */ definePart('div', 'pager', () => {
  const words = useMessages()
  const bar = useContext(BarContext)
  const { place, showPrevious, showNext, showFirst, showLast } = bar?.active ?? {}
  const pressed = bar?.pressedWay
  const box = useRef<Element | null>(null)
  useLayoutEffect(() => {
    // The card was drawn anew by a press here: focus stays on that button.
    if (pressed?.current)
      box.current?.querySelector<HTMLElement>(pressed.current)?.focus({ preventScroll: true })
    if (pressed) pressed.current = null
  }, [pressed])
  if (!place || (!showPrevious && !showNext)) return null
  const way = (name: 'previous' | 'next', go: (() => void) | undefined): React.ReactElement => (
    <button
      type="button"
      data-part={name}
      aria-label={words[name]}
      aria-disabled={go ? undefined : true}
      onClick={() => {
        if (pressed && go) pressed.current = `[data-part="${name}"]`
        go?.()
      }}
    >
      <Icon of={name} />
    </button>
  )
  // Focus stays on the button that has it.
  function move(event: KeyboardEvent<HTMLElement>): void {
    const { currentTarget, target, key, ctrlKey, metaKey, altKey, shiftKey } = event
    if (ctrlKey || metaKey || altKey || shiftKey) return
    const isRtl = getComputedStyle(currentTarget).direction === 'rtl'
    const [left, right] = isRtl ? [showNext, showPrevious] : [showPrevious, showNext]
    const ways = { ArrowLeft: left, ArrowRight: right, Home: showFirst, End: showLast }
    if (!Object.hasOwn(ways, key)) return
    event.preventDefault()
    event.stopPropagation()
    const go = ways[key as keyof typeof ways]
    if (go && pressed) pressed.current = `[data-part="${(target as HTMLElement).dataset['part']}"]`
    go?.()
  }

  return {
    watch: (element) => {
      box.current = element
    },
    role: 'group',
    onKeyDown: move,
    'aria-label': words.pager,
    children: (
      <>
        {way('previous', showPrevious)}
        <button
          type="button"
          data-part="position"
          aria-label={`${words.position(place.at, place.of)}. ${words.seeAll}`}
          title={words.seeAll}
          onPointerEnter={prepareList}
          onFocus={prepareList}
          onClick={bar?.openList}
        >
          {words.position(place.at, place.of)}
        </button>
        {way('next', showNext)}
      </>
    ),
  }
})

const prepareList = (): void => prepare('List')
