'use client'
import { useCallback, useEffect, useState } from 'react'
import type { EditDraft } from '../../model/editDraft.ts'
import { FailSafe } from '../FailSafe.tsx'
import { useMessages } from '../words.ts'
import { Drawn } from './Drawn.tsx'
import { KeepsPlace } from './KeepsPlace.ts'
import { RevealContext } from './LongText.tsx'
import { type ArgumentReading, readInSteps } from './readArguments.ts'

export interface EditPreviewProps {
  readonly edit: EditDraft
}

// The edited arguments as a renderer or a preview shows them, after a press.
export function EditPreview({ edit }: EditPreviewProps): React.ReactElement | null {
  const words = useMessages()
  const [reading, setReading] = useState<ArgumentReading | null>(null)
  const [isDrawn, setDrawn] = useState(false)
  useEffect(() => readInSteps(edit.text, setReading), [edit.text])
  const onDraw = useCallback(() => setDrawn(true), [])
  if (!reading?.list) return null
  return (
    <>
      {!isDrawn && <KeepsPlace />}
      <details data-part="edit_preview" hidden={!isDrawn}>
        <summary>{words.showPreview}</summary>
        <div data-part="well">
          <div data-part="scroll_box" role="group" aria-label={words.showPreview} tabIndex={0}>
            <RevealContext.Provider value>
              {/* The edits themselves are in the editor. */}
              <FailSafe of={edit.text} fallback={null}>
                <Drawn reading={reading} draft={edit} onDraw={onDraw}>
                  <></>
                </Drawn>
              </FailSafe>
            </RevealContext.Provider>
          </div>
        </div>
      </details>
    </>
  )
}
