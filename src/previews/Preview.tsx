'use client'
import { type ComponentType, createElement, useEffect, useMemo, useState } from 'react'
import { useLayoutEffect } from '../hooks/useLayoutEffect.ts'
import { ArgumentList } from '../components/arguments/ArgumentList.tsx'
import { KeepsPlace } from '../components/arguments/KeepsPlace.ts'
import type { ArgumentReading } from '../components/arguments/readArguments.ts'
import { FailSafe } from '../components/FailSafe.tsx'
import { useMessages } from '../components/words.ts'
import type { Tool } from '../model/intervention.ts'
import { parsedJson } from '../model/parsedJson.ts'
import { usePreviewWords } from './Facts.tsx'
import { guessPreview } from './guess.ts'
import { loaders, type PreviewProps } from './previews.ts'

export interface PreviewOfCallProps {
  readonly tool: Tool
  readonly reading: ArgumentReading
  // Called when a preview takes the place of the list.
  readonly onDraw: () => void
  // The list of the arguments.
  readonly children: React.ReactElement
}

// The arguments as people in the trade look at them, if it is certain what they are; all that it does not draw is listed.
export function Preview({ tool, reading, onDraw, children }: PreviewOfCallProps): React.ReactElement {
  const { argsText, list } = reading
  // Digit by digit, so that no amount changes.
  const args = useMemo(() => parsedJson(argsText, (source) => source), [argsText])
  const guess = useMemo(() => {
    const sourceOf = (wanted: string): string | undefined => list?.find(({ name }) => name === wanted)?.source
    return args === undefined ? null : guessPreview(tool, args, sourceOf)
  }, [args, list, tool])
  const rest = useMemo(() => (list ?? []).filter(({ name }) => !guess?.used.has(name ?? '')), [guess, list])
  const words = usePreviewWords()
  if (!guess) return children
  return (
    <FailSafe of={argsText} fallback={children}>
      <Loaded kind={guess.kind} props={guess.props} onDraw={onDraw} instead={children}>
        {rest.length > 0 && (
          <div data-part="also_sent">
            <p data-part="also_sent_label">{words.alsoSent}</p>
            <ArgumentList list={rest} schema={tool.inputSchema} />
          </div>
        )}
      </Loaded>
    </FailSafe>
  )
}

const here = new Map<keyof PreviewProps, ComponentType<object>>()

function Loaded({
  kind,
  props,
  onDraw,
  instead,
  children,
}: {
  readonly kind: keyof PreviewProps
  readonly props: object
  readonly onDraw: () => void
  readonly instead: React.ReactElement
  readonly children: React.ReactNode
}): React.ReactElement {
  const words = useMessages()
  const [attempt, setAttempt] = useState({ count: 0, hasFailed: false })
  const { count, hasFailed } = attempt
  useEffect(() => {
    if (here.has(kind)) return
    let isLeft = false
    loaders[kind]().then(
      (component) => {
        // SAFETY: it gets the props of this kind.
        here.set(kind, component as ComponentType<object>)
        if (!isLeft) setAttempt({ count: count + 1, hasFailed: false })
      },
      () => {
        if (!isLeft) setAttempt({ count, hasFailed: true })
      },
    )
    return () => {
      isLeft = true
    }
  }, [kind, count])
  const Component = here.get(kind)
  const isHere = Component !== undefined
  useLayoutEffect(() => {
    if (isHere) onDraw()
  }, [isHere, onDraw])
  if (Component)
    return (
      <div data-part="preview" data-kind={kind}>
        {createElement(Component, props)}
        {children}
      </div>
    )
  if (!hasFailed) return <KeepsPlace>{instead}</KeepsPlace>
  return (
    <>
      {instead}
      <p data-part="not_loaded" role="status">
        {words.notLoaded}{' '}
        <button type="button" onClick={() => setAttempt({ count: count + 1, hasFailed: false })}>
          {words.tryAgain}
        </button>
      </p>
    </>
  )
}
