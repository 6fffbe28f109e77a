'use client'
import { Fragment, useContext, useRef, useState } from 'react'
import { useLayoutEffect } from '../../hooks/useLayoutEffect.ts'
import { questionOf, type Tool } from '../../model/intervention.ts'
import { shortText } from '../../model/visibleText.ts'
import { longestWhole } from '../arguments/elide.ts'
import { LongText, RevealContext } from '../arguments/LongText.tsx'
import { Icon, type IconName } from '../icons.tsx'
import { definePart, type PartComponent, type PropsOf } from '../part.tsx'
import { useMessages } from '../words.ts'
import { useShownCall } from './InterventionContext.ts'

/** Props of `Intervention.Risks`. */
export type RisksProps = PropsOf<'ul'>

type Risk = 'destructive' | 'outside' | 'read_only' | 'unknown'

const icons: Readonly<Record<Risk, IconName>> = {
  destructive: 'warning',
  outside: 'globe',
  read_only: 'eye',
  unknown: 'info',
}

/** The effects of the call, as its tool says of itself, marked as its claim. Renders a `<ul>`. */
export const Risks: PartComponent<RisksProps, 'ul'> = /* @__PURE__ */ definePart('ul', 'risks', () => {
  const { card } = useShownCall()
  const words = useMessages()
  if (!card.tool || questionOf(card)) return null
  const risks = risksOf(card.tool)
  const isClaimed = risks[0] !== 'unknown'
  return {
    children: (
      <>
        {risks.map((risk, index) => (
          <Fragment key={risk}>
            <li data-part="risk" data-status={risk}>
              <span data-part="risk_words">
                <Icon of={icons[risk]} />
                {words.risks[risk]}
              </span>
              {index + 1 < risks.length ? ' ·' : !isClaimed && words.fullStop}
            </li>{' '}
          </Fragment>
        ))}
        {isClaimed && (
          <>
            <li data-part="risk_claim">
              {words.riskClaim}
              {words.fullStop}
            </li>{' '}
          </>
        )}
      </>
    ),
  }
})

function risksOf({ annotations = {} }: Tool): readonly Risk[] {
  const { destructiveHint, openWorldHint, readOnlyHint } = annotations
  const said: Risk[] = []
  if (destructiveHint === true) said.push('destructive')
  if (openWorldHint === true) said.push('outside')
  if (readOnlyHint === true && !said.includes('destructive')) said.push('read_only')
  return said.length > 0 ? said : ['unknown']
}

/** Props of `Intervention.Why`. */
export type WhyProps = PropsOf<'p'>

/** The reason of the call in at most two lines, with its source, and the rest after a press. Renders a `<p>`, or nothing. */
export const Why: PartComponent<WhyProps, 'p'> = /* @__PURE__ */ definePart('p', 'why', () => {
  const { why, agent, revision } = useShownCall().card
  const words = useMessages()
  const [revealed, setRevealed] = useState<string | null>(null)
  if (why === undefined) return null
  const isRevealed = revealed === revision
  const label =
    why.by === 'agent' ? words.agentReason(shortText(agent?.name || words.assistant)) : words.why[why.by]
  return {
    state: { status: why.by },
    'data-revealed': isRevealed ? '' : undefined,
    children: (
      <RevealContext.Provider value={isRevealed}>
        <WhyWords text={why.text} label={label} reveal={() => setRevealed(revision)} />
      </RevealContext.Provider>
    ),
  }
})

function WhyWords({
  text,
  label,
  reveal,
}: {
  readonly text: string
  readonly label: string
  readonly reveal: () => void
}): React.ReactElement {
  const words = useMessages()
  const isRevealed = useContext(RevealContext)
  const box = useRef<HTMLElement>(null)
  const isClamped = useIsClamped(box, text)
  return (
    <>
      <span
        ref={box}
        data-part="why_text"
        {...(isRevealed && { role: 'group', 'aria-label': label, tabIndex: 0 })}
      >
        <span data-part="why_label">{unbroken(label)}</span>
        {'\u00A0'}
        <bdi>
          <LongText text={text} />
        </bdi>
      </span>{' '}
      {!isRevealed && (isClamped || text.length > longestWhole) && (
        <button
          type="button"
          data-part="why_more"
          onClick={() => {
            // The button is removed: focus moves to the text that it reveals.
            reveal()
            box.current?.setAttribute('tabindex', '0')
            box.current?.focus({ preventScroll: true })
          }}
        >
          {words.showMore}
        </button>
      )}
    </>
  )
}

// The line does not end after the label: a first word that is longer than a line is broken itself.
function unbroken(label: string): string {
  return label.length > longestLabel ? label : label.replaceAll(' ', '\u00A0')
}

const longestLabel = 32

/** True while lines of the text are cut off. */
function useIsClamped(box: React.RefObject<HTMLElement | null>, text: string): boolean {
  const [isClamped, setClamped] = useState(false)
  useLayoutEffect(() => {
    const element = box.current
    if (!element || typeof ResizeObserver === 'undefined') return
    const observer = new ResizeObserver(() => setClamped(element.scrollHeight > element.clientHeight + 1))
    observer.observe(element)
    return () => observer.disconnect()
  }, [box, text])
  return isClamped
}
