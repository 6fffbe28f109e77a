'use client'
import { useMemo, useRef, useState } from 'react'
import { fold } from './fold.ts'
import { LongText } from './LongText.tsx'
import { RevealContext } from './RevealContext.ts'
import { useMessages } from '../useMessages.ts'

/** The agent's words; where they are long, with a button of their own that shows them all, in a box that scrolls. */
export function LongWords({ text }: { readonly text: string }): React.ReactElement {
  const words = useMessages()
  const box = useRef<HTMLElement>(null)
  const [revealed, setRevealed] = useState<string | null>(null)
  const isLong = useMemo(() => fold(text).some((piece) => 'lines' in piece), [text])
  const isRevealed = revealed === text
  if (!isLong) {
    return (
      <bdi>
        <LongText text={text} />
      </bdi>
    )
  }
  return (
    <RevealContext.Provider value={isRevealed}>
      <span ref={box} data-part="long_words" role="group" aria-label={words.why} tabIndex={0} dir="auto">
        <LongText text={text} />
      </span>
      {!isRevealed && (
        <button
          type="button"
          data-part="show_all"
          onClick={() => {
            box.current?.focus({ preventScroll: true })
            setRevealed(text)
          }}
        >
          {words.showAll}
        </button>
      )}
    </RevealContext.Provider>
  )
}
