'use client'
import { visibleText } from '../../model/visibleText.ts'
import { callName, useDecisionWords } from '../words.ts'
import { useShownCall } from './InterventionContext.ts'

/** The call without anything of the host: the tool, its exact arguments, and what decides. */
export function PlainCall({
  text,
  children,
}: {
  /** @default all of the arguments, as their exact text */
  readonly text?: React.ReactNode
  readonly children: React.ReactNode
}): React.ReactElement {
  const { card, shownArgsText: argsText, id } = useShownCall()
  const words = useDecisionWords()
  return (
    <div
      data-part="intervention"
      data-status={card.status}
      role="group"
      aria-labelledby={`${id}title`}
      data-styled=""
    >
      <p data-part="not_explained">{words.notExplained}</p>
      <h3 id={`${id}title`} data-part="title" tabIndex={-1}>
        {callName(card)}
      </h3>
      <pre data-part="raw">
        {text ?? (argsText === null ? words.argumentsNotTold : visibleText(argsText))}
      </pre>
      {children}
    </div>
  )
}
