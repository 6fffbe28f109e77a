'use client'
import { memo, useContext, useMemo } from 'react'
import { chunk } from './chunk.ts'
import { fold } from './fold.ts'
import { visibleText } from '../../model/visibleText.ts'
import { RevealContext } from './RevealContext.ts'
import { useMessages } from '../useMessages.ts'
import { useFold } from './useFold.ts'

/** A text that hides nothing: its head and tail with the amount between them in words, or all of it. */
export function LongText({ text }: { readonly text: string }): React.ReactElement {
  const isRevealed = useContext(RevealContext)
  const words = useMessages()
  const pieces = useMemo(() => (isRevealed ? chunk(text) : fold(text)), [text, isRevealed])
  useFold(pieces.some((piece) => 'lines' in piece))
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

const Chunk = memo(function Chunk({ text }: { readonly text: string }): React.ReactElement {
  return <span data-part="chunk">{visibleText(text)}</span>
})
