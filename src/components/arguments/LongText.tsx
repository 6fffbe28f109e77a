'use client'
import { createContext, memo, useContext, useMemo } from 'react'
import { useLayoutEffect } from '../../hooks/useLayoutEffect.ts'
import { visibleText } from '../../model/visibleText.ts'
import { useMessages } from '../words.ts'
import { chunk, elide, isWhole } from './elide.ts'

export const RevealContext: React.Context<boolean> = createContext(false)

export const ElisionContext: React.Context<React.Dispatch<React.SetStateAction<number>>> = createContext(
  (_change: React.SetStateAction<number>): void => undefined,
)

export function useElision(isElided: boolean): void {
  const setElisions = useContext(ElisionContext)
  // Before the paint, so that nobody approves hidden text.
  useLayoutEffect(() => {
    if (!isElided) return
    setElisions((count) => count + 1)
    return () => setElisions((count) => count - 1)
  }, [isElided, setElisions])
}

/** A text, which is rarely long: a short one is no component. */
export function drawText(text: string): React.ReactNode {
  return isWhole(text) ? visibleText(text) : <LongText text={text} />
}

export function LongText({ text }: { readonly text: string }): React.ReactElement {
  const isRevealed = useContext(RevealContext)
  const words = useMessages()
  const pieces = useMemo(() => (isRevealed ? chunk(text) : elide(text)), [text, isRevealed])
  useElision(pieces.some((piece) => 'lines' in piece))
  return (
    <>
      {pieces.map((piece) =>
        'lines' in piece ? (
          <span key={piece.at} data-part="hidden_amount">
            {words.hidden(piece)}
          </span>
        ) : pieces.length > 1 && isRevealed ? (
          <Chunk key={piece.at} text={piece.text} />
        ) : (
          visibleText(piece.text)
        ),
      )}
    </>
  )
}

const Chunk = /* @__PURE__ */ memo(function Chunk({ text }: { readonly text: string }): React.ReactElement {
  return <span data-part="chunk">{visibleText(text)}</span>
})
