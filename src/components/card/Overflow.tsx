'use client'
import { useContext, useRef, useState } from 'react'
import { isTooEarly } from '../../hooks/cardView.ts'
import { useGatewayContext } from '../../hooks/GatewayContext.ts'
import { startEdit } from '../../model/editDraft.ts'
import { mayAnswerInstead } from '../../model/intervention.ts'
import { openEditor } from '../editing/Editing.tsx'
import { Icon } from '../icons.tsx'
import { ariaOf, labelOf, openers } from '../keys/chords.ts'
import { ChordsContext, mayEdit } from '../keys/useChords.ts'
import { OnDemand } from '../onDemand.ts'
import { definePart, type PartComponent, type PropsOf } from '../part.tsx'
import { useMessages } from '../words.ts'
import { BarContext, useIntervention, useShownCall } from './InterventionContext.ts'
import { MenuBox } from './MenuBox.tsx'

/** Props of `Intervention.Overflow`. */
export type OverflowProps = PropsOf<'button'>

/** The menu with what is rare: copying the details, the key chords, and in a bar deciding later. Renders a `<button>`. */
export const Overflow: PartComponent<OverflowProps, 'button'> = /* @__PURE__ */ definePart(
  'button',
  'more',
  () => {
    const words = useMessages()
    const { id } = useShownCall()
    const [open, setOpen] = useState<'menu' | 'keys' | null>(null)
    const button = useRef<HTMLElement>(null)
    function close(isDone: boolean): void {
      setOpen(null)
      if (!isDone) button.current?.focus({ preventScroll: true })
    }
    return {
      type: 'button',
      'aria-label': words.overflow,
      'aria-haspopup': 'menu',
      'aria-expanded': open !== null,
      'aria-controls': open ? `${id}${open}` : undefined,
      onClick: () => setOpen(open ? null : 'menu'),
      watch: (element) => {
        button.current = element as HTMLElement | null
        if (element) openers.set(element, () => setOpen('keys'))
      },
      children: <Icon of="more" />,
      after:
        open === 'menu' ? (
          <Menu id={`${id}menu`} button={button} close={close} showKeys={() => setOpen('keys')} />
        ) : (
          open && (
            <OnDemand part="ShortcutList" button={button} close={close}>
              <></>
            </OnDemand>
          )
        ),
    }
  },
)

function Menu({
  id,
  button,
  close,
  showKeys,
}: {
  readonly id: string
  readonly button: React.RefObject<HTMLElement | null>
  readonly close: (isDone: boolean) => void
  readonly showKeys: () => void
}): React.ReactElement {
  const view = useIntervention()
  const { card, viewer, lock, group, edit, isAnswering, setDraft, id: cardId } = view
  const chords = useContext(ChordsContext)
  const decideLater = useContext(BarContext)?.decideLater
  const { announcer } = useGatewayContext()
  const words = useMessages()
  const isFree = viewer?.mayDecide !== false && !lock && !isTooEarly(group) && !edit && !isAnswering

  function answerInstead(): void {
    close(true)
    setDraft({ answer: { ...startEdit(card.revision, ''), isInstead: true }, choice: null })
    setTimeout(() => {
      const fields = document.getElementById(`${cardId}question`)
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
    <MenuBox id={id} label={words.overflow} button={button} close={close}>
      {mayEdit(view) && (
        <button
          type="button"
          role="menuitem"
          tabIndex={-1}
          aria-keyshortcuts={chords?.edit ? ariaOf(chords.edit, chords.onMac) : undefined}
          title={chords?.edit ? labelOf(chords.edit, chords.onMac, words.keyNames) : undefined}
          onClick={() => {
            close(true)
            setDraft({ ...openEditor(card), choice: null })
          }}
        >
          <Icon of="edit" />
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
        <Icon of="copy" />
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
          <Icon of="keyboard" />
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
