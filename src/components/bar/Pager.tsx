'use client'
import type { ActiveCall } from '../../hooks/useBarView.ts'
import { useMessages } from '../words.ts'

export function Pager({ place, showPrevious, showNext }: ActiveCall): React.ReactElement | null {
  const words = useMessages()
  if (!showPrevious && !showNext) return null
  const way = (name: 'previous' | 'next', go: (() => void) | undefined): React.ReactElement => (
    <button
      type="button"
      data-part={name}
      aria-label={words[name]}
      aria-disabled={go ? undefined : true}
      onClick={go}
    >
      <span aria-hidden="true">{name === 'previous' ? '‹' : '›'}</span>
    </button>
  )
  return (
    <div data-part="pager" role="group" aria-label={words.pager}>
      {way('previous', showPrevious)}
      {place.of > 1 && <p data-part="position">{words.position(place.at, place.of)}</p>}
      {way('next', showNext)}
    </div>
  )
}
