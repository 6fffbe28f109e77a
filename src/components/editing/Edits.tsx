'use client'
import { useState } from 'react'
import type { JsonSchema, SettledIntervention } from '../../model/intervention.ts'
import { visibleText } from '../../model/visibleText.ts'
import { OnDemand } from '../onDemand.ts'
import { useMessages } from '../words.ts'

interface EditsProps {
  readonly asked: string
  readonly edited: string
  readonly schema: JsonSchema | undefined
}

/** Shows the difference between what was asked for and what a person made of it, after a press. Nothing, if they are the same. */
export function Edits({ asked, edited, schema }: EditsProps): React.ReactElement | null {
  const words = useMessages()
  const [isOpen, setOpen] = useState(false)
  if (asked === edited) return null
  return (
    <>
      <button
        type="button"
        data-part="edits_toggle"
        aria-expanded={isOpen}
        onClick={({ detail }) => detail <= 1 && setOpen(!isOpen)}
      >
        {isOpen ? words.showLess : words.showEdits}
      </button>
      {isOpen && (
        <div data-part="edits">
          <div data-part="well">
            <div data-part="scroll_box" role="group" aria-label={words.showEdits} tabIndex={0}>
              <OnDemand part="EditedArguments" asked={asked} edited={edited} schema={schema}>
                <pre data-part="raw">{visibleText(edited)}</pre>
              </OnDemand>
            </div>
          </div>
        </div>
      )}
    </>
  )
}

/** The edits of a call that is settled. */
export function SettledEdits({ card }: { readonly card: SettledIntervention }): React.ReactElement | null {
  const { argsText, tool, status, resolution } = card
  const edited = resolution.argsText
  if (status !== 'approved' || argsText === null || edited === undefined) return null
  return <Edits asked={argsText} edited={edited} schema={tool?.inputSchema} />
}
