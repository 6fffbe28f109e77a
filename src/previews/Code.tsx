'use client'
import { useContext, useEffect, useRef } from 'react'
import { RevealContext } from '../components/arguments/LongText.tsx'
import { type Language, markSyntax } from './syntax.ts'

// A program whose words are coloured. Its text stays text: the colours are laid over it.
export function Code({
  language,
  children,
}: {
  readonly language: Language
  readonly children: React.ReactNode
}): React.ReactElement {
  const box = useRef<HTMLPreElement>(null)
  const isRevealed = useContext(RevealContext)
  useEffect(
    () => (box.current ? markSyntax(box.current, language) : undefined),
    [children, isRevealed, language],
  )
  return (
    <pre ref={box} data-part="code">
      {children}
    </pre>
  )
}
