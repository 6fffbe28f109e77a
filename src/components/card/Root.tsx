'use client'
import { type KeyboardEvent, useCallback, useContext, useRef } from 'react'
import { useLayoutEffect } from '../../hooks/useLayoutEffect.ts'
import { chordsOf, type Shortcuts } from '../keys/chords.ts'
import { ChordsContext, handleKey, useChords, useIsMac } from '../keys/useChords.ts'
import { useJump } from '../keys/useJump.ts'
import { definePart, type PartComponent, type PropsOf } from '../part.tsx'
import { BarContext, type InterventionScopeProps, useIntervention } from './InterventionContext.ts'
import { useLanguage } from '../words.ts'
import { PlainCard } from './PlainCard.tsx'
import { scopedPart } from './scopedPart.tsx'
import { useSteady } from './useSteady.ts'

/** Props of `Intervention.Root`. */
export interface RootProps extends InterventionScopeProps, PropsOf<'div'> {
  /** Draws the parts in it in the look of the bar. @default false */
  readonly styled?: boolean | undefined
  /** Other key chords, or none. All but `jump` act while focus is in the card. */
  readonly shortcuts?: Shortcuts | undefined
}

// Inside of what gives it its call.
export const CardBox: PartComponent<
  Omit<RootProps, keyof InterventionScopeProps>,
  'div'
> = /* @__PURE__ */ definePart(
  'div',
  'intervention',
  ({ styled, shortcuts, onKeyDown }: Omit<RootProps, keyof InterventionScopeProps>) => {
    const { card, lock, id, focus, isNoting, edit, asked } = useIntervention()
    const language = useLanguage()
    const isInBar = useContext(BarContext) !== null
    // After every render, because any render may remove the focused element.
    useLayoutEffect(() => focus.restore())
    const chords = useSteady({ ...chordsOf(shortcuts), onMac: useIsMac() }, 1)
    const box = useRef<Element | null>(null)
    const press = useChords(box, chords)
    const isWaiting = card.status === 'pending'
    useJump(isInBar ? null : { box, focus, jump: chords.jump, isWaiting, fromComposer: null })
    const watch = useCallback(
      (element: Element | null) => {
        box.current = element
        if (!isInBar) focus.watch(element)
      },
      [focus, isInBar],
    )
    return {
      ...(isInBar ? {} : language),
      around: (element) => <ChordsContext.Provider value={chords}>{element}</ChordsContext.Provider>,
      role: 'group',
      'aria-labelledby': `${id}title`,
      'data-styled': styled || isInBar ? '' : undefined,
      'data-tone': card.tool?.annotations?.destructiveHint === true ? 'danger' : undefined,
      'data-mode': asked ? 'asking' : edit ? 'editing' : isNoting ? 'rejecting' : undefined,
      fixed: {
        styled: undefined,
        shortcuts: undefined,
        ...(!isInBar && {
          onKeyDown: (event: KeyboardEvent<HTMLDivElement>) => {
            onKeyDown?.(event)
            handleKey(event, press, focus)
          },
        }),
      },
      state: { status: card.status, busy: lock !== undefined },
      watch,
    }
  },
)

/**
 * The card of one call. Renders a `<div role="group">` named by its heading.
 *
 * @example
 * <Intervention.Root conversationId={id}>
 *   <Intervention.Title />
 *   <Intervention.Arguments />
 *   <Intervention.Error />
 *   <Intervention.Reject /> <Intervention.RejectContinue /> <Intervention.Approve />
 * </Intervention.Root>
 */
export const Root: PartComponent<RootProps, 'div'> = /* @__PURE__ */ scopedPart(CardBox, <PlainCard />)
