'use client'
import { useState } from 'react'
import { definePart, type PartComponent, type PropsOf } from '../internal/definePart.tsx'
import { visibleText } from '../internal/visibleText.ts'
import { argumentFields } from './argumentFields.ts'
import { useIntervention } from './InterventionContext.ts'
import { useMessages } from './useMessages.ts'

/** Props of `Intervention.Arguments`. */
export type ArgumentsProps = PropsOf<'div'>

/**
 * Everything that would be executed, as inert text: one by one where it is a JSON object, and raw, byte for byte, one
 * press away. Renders a `<div>`.
 */
export const Arguments: PartComponent<ArgumentsProps, 'div'> = definePart('div', 'arguments', () => {
  const { argsText } = useIntervention().card
  const words = useMessages()
  const [raw, setRaw] = useState(false)
  const fields = argumentFields(argsText)
  const children = (
    <>
      <div data-part="scroll_box" role="group" aria-label={words.arguments} tabIndex={0}>
        {raw || !fields ? (
          <pre data-part="raw">{visibleText(argsText)}</pre>
        ) : fields.length === 0 ? (
          <p>{words.noArguments}</p>
        ) : (
          <dl>
            {fields.map(([name, text]) => (
              <div key={name}>
                <dt>{visibleText(name)}</dt>
                <dd>{visibleText(text)}</dd>
              </div>
            ))}
          </dl>
        )}
      </div>
      {fields && (
        <button type="button" data-part="raw_toggle" aria-pressed={raw} onClick={() => setRaw(!raw)}>
          {words.showRaw}
        </button>
      )}
    </>
  )
  return { children }
})
