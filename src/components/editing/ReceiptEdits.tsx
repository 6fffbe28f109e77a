'use client'
import { useEffect, useState } from 'react'
import type { JsonSchema, SettledIntervention } from '../../model/intervention.ts'
import { visibleText } from '../../model/visibleText.ts'
import { RevealContext } from '../arguments/LongText.tsx'
import { type ArgumentReading, readInSteps } from '../arguments/readArguments.ts'
import { OnDemand } from '../onDemand.ts'
import { useMessages } from '../words.ts'

/** The difference between what was asked for and what ran, on a receipt. Nothing, if they are the same. */
export function ReceiptEdits({ card }: { readonly card: SettledIntervention }): React.ReactElement | null {
  const words = useMessages()
  const [isOpen, setOpen] = useState(false)
  const { argsText: asked, tool, status, resolution } = card
  const ran = resolution.argsText
  if (status !== 'approved' || asked === null || ran === undefined || ran === asked) return null
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
              <Edits asked={asked} ran={ran} schema={tool?.inputSchema} />
            </div>
          </div>
        </div>
      )}
    </>
  )
}

function Edits({
  asked,
  ran,
  schema,
}: {
  readonly asked: string
  readonly ran: string
  readonly schema: JsonSchema | undefined
}): React.ReactElement {
  const [reading, setReading] = useState<ArgumentReading | null>(null)
  useEffect(() => readInSteps(ran, setReading), [ran])
  const whole = <pre data-part="raw">{visibleText(ran)}</pre>
  if (!reading) return whole
  return (
    <RevealContext.Provider value>
      <OnDemand part="ChangedArguments" from={asked} to={reading} schema={schema} onMark={markNothing}>
        {whole}
      </OnDemand>
    </RevealContext.Provider>
  )
}

const markNothing = () => (): void => undefined
