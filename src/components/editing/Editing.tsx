'use client'
import { type KeyboardEvent, Suspense, useRef } from 'react'
import { useLayoutEffect } from '../../hooks/useLayoutEffect.ts'
import { useGatewayContext } from '../../hooks/GatewayContext.ts'
import { type EditDraft, isUnfinished } from '../../model/editDraft.ts'
import { useMayBeDrawn } from '../arguments/Drawn.tsx'
import { EditPreview } from '../arguments/EditPreview.tsx'
import { HiddenValues } from '../arguments/HiddenValues.tsx'
import { useIntervention } from '../card/InterventionContext.ts'
import { KeepDraft } from '../card/KeepDraft.tsx'
import { FailSafe } from '../FailSafe.tsx'
import { OnDemand } from '../onDemand.ts'
import { useMessages } from '../words.ts'
import { CodeText } from './CodeText.tsx'
import { Edits } from './Edits.tsx'
import { takeOpening } from './openEditor.ts'

export interface EditingProps {
  readonly edit: EditDraft
  /** The arguments as they are now. */
  readonly from: string
}

/** The arguments to edit, as code until the form is here. After a change of the call, the edits against what it is now. */
export function Editing({ edit, from }: EditingProps): React.ReactElement {
  const { card, setDraft, lock, id } = useIntervention()
  const { editor: Own } = useGatewayContext()
  const words = useMessages()
  const box = useRef<HTMLDivElement>(null)
  const mayBeDrawn = useMayBeDrawn(from)
  const { revision } = edit
  const isStale = revision !== card.revision
  const shown = isStale ? { ...edit, from } : edit
  const change = (next: EditDraft): void => setDraft({ edit: { ...next, revision }, choice: null })

  function leave(event: KeyboardEvent<HTMLElement>): void {
    if (event.key !== 'Escape' || event.nativeEvent.isComposing) return
    event.preventDefault()
    event.stopPropagation()
    // Edits are not lost by a key: it leads to the button that discards them.
    const page = event.currentTarget.getRootNode() as Document | ShadowRoot
    const discard = page.getElementById(`${id}discard`)
    discard?.focus()
    if (edit.text === edit.from && !isUnfinished(edit)) discard?.click()
  }

  const props = {
    schema: card.tool?.inputSchema,
    draft: shown,
    onChange: change,
    label: words.arguments,
    readOnly: lock !== undefined,
    words: words.editor,
  }
  const plain = (
    <PlainEditor
      edit={shown}
      onChange={change}
      focusForm={() => queueMicrotask(() => focusField(box.current))}
    />
  )

  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- Escape leaves every field in it. */}
      <div ref={box} id={`${id}editing`} data-part="editing" onKeyDown={leave}>
        {isStale && (
          <KeepDraft
            of="edit"
            text={words.editChanged}
            label={words.keepEdits}
            onKeep={() => setDraft({ edit: { ...shown, revision: card.revision }, choice: null })}
          />
        )}
        {Own ? (
          <FailSafe of={revision} fallback={plain}>
            <Suspense fallback={plain}>
              <Own {...props} />
            </Suspense>
          </FailSafe>
        ) : (
          <OnDemand part="Editor" {...props}>
            {plain}
          </OnDemand>
        )}
        {/* The fields of the form show theirs themselves. */}
        {(Own || shown.view === 'code') && (
          <Edits asked={shown.from} edited={shown.text} schema={props.schema} />
        )}
      </div>
      {mayBeDrawn && <EditPreview edit={edit} />}
      <HiddenValues isListed />
    </>
  )
}

// Edits the JSON as text, without the form's code.
function PlainEditor({
  edit,
  onChange,
  focusForm,
}: {
  readonly edit: EditDraft
  readonly onChange: (edit: EditDraft) => void
  /** The form takes the place of this one, which had focus. */
  readonly focusForm: () => void
}): React.ReactElement {
  const { lock } = useIntervention()
  const words = useMessages()
  const area = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const { current: plain } = area
    if (takeOpening()) focusField(plain)
    return () => {
      if (plain?.contains(document.activeElement)) focusForm()
    }
    // oxlint-disable-next-line react/exhaustive-deps -- once, with the first one.
  }, [])
  const [problem] = edit.problems
  return (
    <div ref={area} data-part="edit_box">
      <CodeText
        rows={10}
        aria-label={words.arguments}
        aria-invalid={problem !== undefined}
        readOnly={lock !== undefined}
        text={edit.text}
        onEdit={(text) => {
          const problems = isJson(text) ? [] : [{ pointer: '', text: words.notJson }]
          const edits = text === edit.from ? 0 : 1
          onChange({ ...edit, text, problems, edits, unfinished: {}, newNames: {}, view: 'code' })
        }}
      />
      {problem && <p data-part="problem">{problem.text}</p>}
    </div>
  )
}

function focusField(box: HTMLElement | null): void {
  box?.querySelector<HTMLElement>('input, select, textarea')?.focus({ preventScroll: true })
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
