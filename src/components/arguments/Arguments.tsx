'use client'
import { memo, startTransition, useLayoutEffect, useRef, useState } from 'react'
import { type InterventionContextValue, useIntervention } from '../card/InterventionContext.ts'
import { FailSafe } from '../FailSafe.tsx'
import { definePart, type PartComponent, type PropsOf } from '../part.tsx'
import { useMessages } from '../words.ts'
import { ArgumentChange } from './ArgumentChange.tsx'
import { elidedText, longestWhole } from './elide.ts'
import { ArgumentList } from './ArgumentList.tsx'
import { ElisionContext, LongText, RevealContext, useElision } from './LongText.tsx'
import { type ArgumentReading, readInSteps } from './readArguments.ts'
import { visibleText } from '../../model/visibleText.ts'

/** Props of `Intervention.Arguments`. */
export type ArgumentsProps = PropsOf<'div'>

/**
 * Shows the arguments as inert text: one by one if they are a JSON object, and the raw text byte for byte after one
 * press, with warnings, and with the changes since they were first shown. Renders a `<div>`.
 */
export const Arguments: PartComponent<ArgumentsProps, 'div'> = definePart('div', 'arguments', () => {
  const { card, firstArgsText, isElided, setElisions } = useIntervention()
  const words = useMessages()
  return {
    children:
      card.argsText === null ? (
        <p data-part="not_told">{words.argumentsNotTold}</p>
      ) : (
        <ExplainedArguments
          {...{ firstArgsText, isElided, setElisions }}
          argsText={card.argsText}
          revision={card.revision}
        />
      ),
  }
})

interface ExplainedArgumentsProps extends Pick<
  InterventionContextValue,
  'firstArgsText' | 'isElided' | 'setElisions'
> {
  readonly argsText: string
  readonly revision: string
}

// A decision changes nothing in it, and drawing it again takes the longest of all parts.
const ExplainedArguments = /* @__PURE__ */ memo(function ExplainedArguments({
  argsText,
  revision,
  firstArgsText,
  isElided,
  setElisions,
}: ExplainedArgumentsProps): React.ReactElement {
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
    // The button is removed: focus moves to the text that it reveals.
    box.current?.focus({ preventScroll: true })
    // Drawing a long text takes time: the page stays responsive meanwhile.
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
        <ElisionContext.Provider value={setElisions}>
          {reading ? (
            <FailSafe of={revision} fallback={failed}>
              {firstArgsText !== null && firstArgsText !== argsText && (
                <ArgumentChange from={firstArgsText} to={reading} />
              )}
              {reading.list && !isRaw ? (
                <ArgumentList list={reading.list} />
              ) : (
                <pre data-part="raw">
                  <LongText text={argsText} />
                </pre>
              )}
            </FailSafe>
          ) : (
            raw
          )}
        </ElisionContext.Provider>
      </div>
      <div data-part="views">
        {reading && isElided && (
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
})

function RawStart({ argsText }: { readonly argsText: string }): React.ReactElement {
  const words = useMessages()
  useElision(argsText.length > longestWhole)
  return <pre data-part="raw">{elidedText(argsText, words.more)}</pre>
}

export function Cautions({ reading }: { readonly reading: ArgumentReading }): React.ReactElement | null {
  const words = useMessages()
  const { invisible, flaws } = reading
  const hosts = reading.hosts.map(({ host, address }) => ({ host: visibleText(host), address }))
  const cautions = [
    ...(invisible > 0 ? [['invisible', words.invisible(invisible)] as const] : []),
    ...(hosts.length > 0 ? [['hosts', words.hosts(hosts)] as const] : []),
    ...[...flaws].map(([flaw, places]) => [flaw, words.flaws[flaw]([...places].map(visibleText))] as const),
  ]
  if (cautions.length === 0) return null
  return (
    <ul data-part="cautions">
      {cautions.map(([status, text]) => (
        <li key={status} data-status={status}>
          {text}
        </li>
      ))}
    </ul>
  )
}
