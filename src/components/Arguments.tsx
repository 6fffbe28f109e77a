'use client'
import { forwardRef, useMemo, useState } from 'react'
import { Part, type PartProps } from '../internal/Part.tsx'
import { visibleText } from '../internal/visibleText.ts'
import { argumentFields } from './argumentFields.ts'
import { useIntervention } from './InterventionContext.ts'
import { ScrollBox } from './ScrollBox.tsx'
import { useMessages } from './useMessages.ts'

/** Props of `Intervention.Arguments`. */
export interface ArgumentsProps extends PartProps, Omit<React.ComponentProps<'div'>, 'className' | 'ref'> {}

/**
 * Everything that would be executed, as inert text: one by one where it is a JSON object, and raw, byte for byte, one
 * press away. Renders a `<div>`.
 */
export const Arguments: React.ForwardRefExoticComponent<
  ArgumentsProps & React.RefAttributes<HTMLDivElement>
> = forwardRef(function Arguments({ children, ...props }, ref) {
  const { argsText } = useIntervention().view.card
  const words = useMessages()
  const [raw, setRaw] = useState(false)
  const fields = useMemo(() => argumentFields(argsText), [argsText])
  const content = (
    <>
      <ScrollBox label={words.arguments}>
        {raw || fields === null ? (
          <pre data-part="raw">{visibleText(argsText)}</pre>
        ) : fields.length === 0 ? (
          <p>{words.noArguments}</p>
        ) : (
          <dl>
            {fields.map(({ name, text }) => (
              <div key={name}>
                <dt>{visibleText(name)}</dt>
                <dd>{visibleText(text)}</dd>
              </div>
            ))}
          </dl>
        )}
      </ScrollBox>
      {fields === null ? null : (
        <button type="button" data-part="raw_toggle" aria-pressed={raw} onClick={() => setRaw(!raw)}>
          {words.showRaw}
        </button>
      )}
    </>
  )
  return (
    <Part partName="arguments" as="div" {...props} ref={ref}>
      {children ?? content}
    </Part>
  )
})
