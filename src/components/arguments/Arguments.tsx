'use client'
import { memo, useCallback, useContext, useMemo, useRef, useState } from 'react'
import { useLayoutEffect } from '../../hooks/useLayoutEffect.ts'
import { type JsonSchema, questionOf } from '../../model/intervention.ts'
import { visibleText } from '../../model/visibleText.ts'
import { type InterventionContextValue, type Secrets, useShownCall } from '../card/InterventionContext.ts'
import { FailSafe } from '../FailSafe.tsx'
import { Icon } from '../icons.tsx'
import { OnDemand } from '../onDemand.ts'
import { definePart, type PartComponent, type PropsOf } from '../part.tsx'
import { useMessages } from '../words.ts'
import { ArgumentList, HiddenContext } from './ArgumentList.tsx'
import { Drawn } from './Drawn.tsx'
import { HiddenValues } from './HiddenValues.tsx'
import { KeepsPlace, PlaceContext, useFreePlace, usePlace } from './KeepsPlace.ts'
import { ElisionContext, LongText, RevealContext } from './LongText.tsx'
import { type ArgumentReading, readInSteps, readShort } from './readArguments.ts'
import { useCut } from './useCut.ts'

/** Props of `Intervention.Arguments`. */
export type ArgumentsProps = PropsOf<'div'>

/**
 * Shows the arguments as inert text: one by one if they are a JSON object, and the exact text byte for byte after one
 * press, with warnings, and with the changes since they were first shown, or the edits with which they ran. Renders a `<div>`.
 */
export const Arguments: PartComponent<ArgumentsProps, 'div'> = definePart('div', 'arguments', () => {
  const { card, disclosure, edit, firstArgsText, shownArgsText, secrets } = useShownCall()
  const words = useMessages()
  const place = usePlace(edit ? '' : (shownArgsText ?? ''))
  useFreePlace(place, `${edit !== null} ${secrets.areShown}`)
  if (card.argsText === null && questionOf(card)) return null
  const edited = card.status === 'approved' ? card.resolution.argsText : undefined
  return {
    watch: place.watch,
    around: (element) => <PlaceContext.Provider value={place}>{element}</PlaceContext.Provider>,
    children:
      card.argsText === null || shownArgsText === null ? (
        <p data-part="not_told">{words.argumentsNotTold}</p>
      ) : edit ? (
        <OnDemand part="Editing" edit={edit} from={card.argsText}>
          <pre data-part="raw">
            <LongText text={edit.text} />
          </pre>
        </OnDemand>
      ) : (
        <>
          <ExplainedArguments
            disclosure={disclosure}
            firstArgsText={edited === undefined ? firstArgsText : card.argsText}
            argsText={edited ?? shownArgsText}
            hidden={secrets.areShown ? nothingHidden : secrets.hidden}
            revision={card.revision}
            schema={card.tool?.inputSchema}
          />
          <HiddenValues isListed={false} />
        </>
      ),
  }
})

const nothingHidden: Secrets['hidden'] = new Map()

interface ExplainedArgumentsProps extends Pick<InterventionContextValue, 'disclosure' | 'firstArgsText'> {
  readonly argsText: string
  readonly hidden: Secrets['hidden']
  readonly revision: string
  readonly schema: JsonSchema | undefined
}

// A decision changes nothing in it, and drawing it again takes the longest of all parts.
const ExplainedArguments = /* @__PURE__ */ memo(function ExplainedArguments({
  argsText,
  hidden,
  revision,
  schema,
  disclosure,
  firstArgsText,
}: ExplainedArgumentsProps): React.ReactElement {
  const words = useMessages()
  const box = useRef<HTMLDivElement>(null)
  const short = useMemo(() => readShort(argsText), [argsText])
  const [read, setRead] = useState<ArgumentReading | null>(null)
  // `drawn`: the arguments that something else than the list showed before.
  const [exactly, setExact] = useState<{ readonly drawn: string } | null>(null)
  const isExact = exactly !== null
  useLayoutEffect(() => (short ? undefined : readInSteps(argsText, setRead)), [argsText, short])
  const reading = short ?? (read?.argsText === argsText ? read : null)
  const { isElided, isRevealed, reveal, setLines, setElisions, changes, markChanges } = disclosure
  const hasChanged = firstArgsText !== null && firstArgsText !== argsText
  const isCut = useCut(box)
  useFreePlace(
    useContext(PlaceContext),
    `${revision} ${argsText === firstArgsText} ${isRevealed} ${isExact} ${changes === 'hidden'}`,
  )
  const exact = (
    <pre data-part="raw">
      <LongText text={argsText} />
    </pre>
  )
  const drawn = useRef('')
  const onDraw = useCallback(() => {
    drawn.current = argsText
  }, [argsText])
  const plain =
    reading?.list && !isExact ? (
      <Drawn {...{ reading, onDraw }} draft={null}>
        <ArgumentList list={reading.list} schema={schema} />
      </Drawn>
    ) : (
      exact
    )
  const failed = (
    <>
      <p data-part="not_explained">{words.notExplained}</p>
      {exact}
    </>
  )
  useLayoutEffect(() => {
    if (isElided) setLines(reading?.lines ?? 0)
  }, [isElided, setLines, reading])
  const wasRevealed = useRef(isRevealed)
  useLayoutEffect(() => {
    // The button is removed: focus moves to the text that it reveals.
    if (isRevealed && !wasRevealed.current) box.current?.focus({ preventScroll: true })
    wasRevealed.current = isRevealed
  }, [isRevealed])

  return (
    <HiddenContext.Provider value={hidden}>
      <RevealContext.Provider value={isRevealed}>
        <div
          data-part="well"
          data-busy={reading ? undefined : ''}
          data-revealed={isRevealed ? '' : undefined}
        >
          <div ref={box} data-part="scroll_box" role="group" aria-label={words.arguments} tabIndex={0}>
            <div data-part="content">
              {reading?.list && (
                <button
                  type="button"
                  data-part="raw_toggle"
                  onClick={() => setExact(isExact ? null : { drawn: drawn.current })}
                >
                  {!exactly
                    ? words.showExactText
                    : exactly.drawn === argsText
                      ? words.showPreview
                      : words.showAsList}
                </button>
              )}
              {reading ? <Cautions reading={reading} /> : <KeepsPlace />}
              <ElisionContext.Provider value={setElisions}>
                <FailSafe of={revision} fallback={failed}>
                  {reading && hasChanged && !isExact && changes !== 'hidden' ? (
                    <OnDemand
                      part="ChangedArguments"
                      from={firstArgsText}
                      to={reading}
                      schema={schema}
                      onMark={markChanges}
                    >
                      {plain}
                    </OnDemand>
                  ) : (
                    plain
                  )}
                </FailSafe>
              </ElisionContext.Provider>
            </div>
          </div>
          {reading && !isRevealed && (isElided || isCut) && (
            <button type="button" data-part="show_all" onClick={reveal}>
              {words.showAll(isExact ? 0 : reading.lines)}
            </button>
          )}
        </div>
      </RevealContext.Provider>
    </HiddenContext.Provider>
  )
})

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
        <li key={status} data-part="caution" data-status={status}>
          <Icon of="warning" />
          <span>{text}</span>
        </li>
      ))}
    </ul>
  )
}
