'use client'
import { definePart, type PartComponent, type PropsOf } from '../internal/definePart.tsx'
import { longerThan, shortText } from '../internal/shortText.ts'
import { useIntervention } from './InterventionContext.ts'
import { retryBarDetails, useBarDetails } from './useBarDetails.ts'
import { useFolded } from './useFolded.ts'
import { useMessages } from './useMessages.ts'

/** Props of `Intervention.Arguments`. */
export type ArgumentsProps = PropsOf<'div'>

/**
 * Everything that would be executed, as inert text: one by one where it is a JSON object, and raw, byte for byte, one
 * press away; with what to beware of, and what changed since it was first shown. Renders a `<div>`.
 */
export const Arguments: PartComponent<ArgumentsProps, 'div'> = definePart('div', 'arguments', () => {
  const { argsText } = useIntervention().card
  const words = useMessages()
  const details = useBarDetails()
  const raw = <RawStart argsText={argsText} />
  if (details && details !== 'failed') {
    return { children: <details.ExplainedArguments>{raw}</details.ExplainedArguments> }
  }
  const children = (
    <>
      {details && (
        <p data-part="not_explained">
          {words.notExplained}{' '}
          <button type="button" data-part="explain" onClick={retryBarDetails}>
            {words.tryAgain}
          </button>
        </p>
      )}
      <div data-part="scroll_box">{raw}</div>
    </>
  )
  return { children }
})

/** The raw arguments, with head and tail in view. */
function RawStart({ argsText }: { readonly argsText: string }): React.ReactElement {
  const words = useMessages()
  useFolded(argsText.length > longerThan)
  return <pre data-part="raw">{shortText(argsText, words.more)}</pre>
}
