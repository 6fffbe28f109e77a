'use client'
import { useContext } from 'react'
import { isTooEarly } from '../../hooks/cardView.ts'
import { useGatewayContext } from '../../hooks/GatewayContext.ts'
import { startEdit } from '../../model/editDraft.ts'
import { mayAnswerInstead } from '../../model/intervention.ts'
import { openEditor } from '../editing/openEditor.ts'
import { Drawing, Icon } from '../icons.tsx'
import { ariaOf, labelOf } from '../keys/chords.ts'
import { ChordsContext, mayEdit } from '../keys/useChords.ts'
import { useMessages } from '../words.ts'
import { BarContext, useIntervention } from './InterventionContext.ts'
import { MenuBox, type MenuBoxProps } from './MenuBox.tsx'

const drawings = {
  edit: 'M3 13l.6-2.6 7.2-7.2 2 2-7.2 7.2Z',
  copy: 'M6 6h7.5v7.5H6zM10 6V2.5H2.5V10H6',
  keyboard: 'M1.5 4h13v8h-13zM4.5 9.5h7M4.2 6.5h.1M6.7 6.5h.1M9.2 6.5h.1M11.7 6.5h.1',
}

export interface MenuProps extends Pick<MenuBoxProps, 'button' | 'close'> {
  readonly showKeys: () => void
}

/** The rare entries: copying the details, the key chords, and in a bar deciding later. */
export function Menu({ button, close, showKeys }: MenuProps): React.ReactElement {
  const view = useIntervention()
  const { card, viewer, lock, group, edit, isAnswering, setDraft, id } = view
  const chords = useContext(ChordsContext)
  const decideLater = useContext(BarContext)?.decideLater
  const { announcer } = useGatewayContext()
  const words = useMessages()
  const isFree = viewer?.mayDecide !== false && !lock && !isTooEarly(group) && !edit && !isAnswering

  function answerInstead(): void {
    close(true)
    setDraft({ answer: { ...startEdit(card.revision, ''), isInstead: true }, choice: null })
    setTimeout(() => {
      const fields = document.getElementById(`${id}question`)
      fields?.querySelector<HTMLElement>('textarea, input')?.focus({ preventScroll: true })
    })
  }

  async function copy(): Promise<void> {
    close(false)
    const { name, server } = card.tool ?? {}
    const details = [
      server === undefined ? name : `${name} (${server})`,
      card.question?.message,
      card.argsText,
    ]
    const isCopied = await navigator.clipboard?.writeText(details.filter(Boolean).join('\n')).then(
      () => true,
      () => false,
    )
    announcer.say(words.copied[isCopied ? 'yes' : 'no'])
  }

  return (
    <MenuBox id={`${id}menu`} label={words.overflow} button={button} close={close}>
      {mayEdit(view) && (
        <button
          type="button"
          role="menuitem"
          tabIndex={-1}
          aria-keyshortcuts={chords?.edit ? ariaOf(chords.edit, chords.onMac) : undefined}
          title={chords?.edit ? labelOf(chords.edit, chords.onMac, words.keyNames) : undefined}
          onClick={() => {
            close(false)
            setDraft({ ...openEditor(card), choice: null })
          }}
        >
          <Drawing path={drawings.edit} />
          {words.edit}
        </button>
      )}
      {isFree && mayAnswerInstead(card) && (
        <button type="button" role="menuitem" tabIndex={-1} onClick={answerInstead}>
          <Icon of="note" />
          {words.answerForTool}
        </button>
      )}
      <button type="button" role="menuitem" tabIndex={-1} onClick={() => void copy()}>
        <Drawing path={drawings.copy} />
        {words.copyDetails}
      </button>
      {chords && (
        <button
          type="button"
          role="menuitem"
          tabIndex={-1}
          aria-keyshortcuts={chords.help ?? undefined}
          title={chords.help ? labelOf(chords.help, chords.onMac, words.keyNames) : undefined}
          onClick={() => {
            close(false)
            showKeys()
          }}
        >
          <Drawing path={drawings.keyboard} />
          {words.shortcuts}
        </button>
      )}
      {decideLater && (
        <button
          type="button"
          role="menuitem"
          tabIndex={-1}
          onClick={() => {
            close(true)
            decideLater()
          }}
        >
          <Icon of="clock" />
          <span>
            {words.later}
            <small>{words.laterHint}</small>
          </span>
        </button>
      )}
    </MenuBox>
  )
}
