'use client'
import { startTransition, useLayoutEffect, useRef, useState } from 'react'
import { FailSafe } from './FailSafe.tsx'
import type { ArgumentReading } from './readArguments.ts'
import { readInSteps } from './readInSteps.ts'
import { ArgumentText } from './ArgumentText.tsx'
import { Cautions } from './Cautions.tsx'
import { useIntervention } from '../card/InterventionContext.ts'
import { RawStart } from './RawStart.tsx'
import { RevealContext } from './RevealContext.ts'
import { useMessages } from '../useMessages.ts'

/** The arguments once they were read: what to beware of, what changed, all of them, and how to see more. */
export function ExplainedArguments(): React.ReactElement {
  const { card, isFolded } = useIntervention()
  const { argsText } = card
  const words = useMessages()
  const box = useRef<HTMLDivElement>(null)
  const [read, setRead] = useState<ArgumentReading | null>(null)
  const [isRaw, setRaw] = useState(false)
  const [revealed, setRevealed] = useState<string | null>(null)
  useLayoutEffect(() => readInSteps(argsText, setRead), [argsText])
  const reading = read?.argsText === argsText ? read : null
  const isRevealed = revealed === argsText
  const raw = <RawStart argsText={argsText} />
  const failed = (
    <>
      <p data-part="not_explained">{words.notExplained}</p>
      {raw}
    </>
  )

  function reveal(): void {
    // The button goes away: focus moves on to what it shows.
    box.current?.focus({ preventScroll: true })
    // A long text takes its time: the page stays alive meanwhile.
    startTransition(() => setRevealed(argsText))
  }

  return (
    <RevealContext.Provider value={isRevealed}>
      {reading && <Cautions reading={reading} />}
      <div
        ref={box}
        data-part="scroll_box"
        data-revealed={isRevealed ? '' : undefined}
        role="group"
        aria-label={words.arguments}
        tabIndex={0}
      >
        {reading ? (
          <FailSafe key={card.revision} fallback={failed}>
            <ArgumentText reading={reading} isRaw={isRaw} />
          </FailSafe>
        ) : (
          raw
        )}
      </div>
      <div data-part="views">
        {reading && isFolded && (
          <button type="button" data-part="show_all" onClick={reveal}>
            {words.showAll}
          </button>
        )}
        {reading?.list && (
          <button type="button" data-part="raw_toggle" aria-pressed={isRaw} onClick={() => setRaw(!isRaw)}>
            {words.showRaw}
          </button>
        )}
      </div>
    </RevealContext.Provider>
  )
}
