'use client'
import { useContext, useEffect, useRef, useState } from 'react'
import { isTooEarly } from '../../hooks/cardView.ts'
import { useGatewayContext } from '../../hooks/GatewayContext.ts'
import { offers } from '../../model/intervention.ts'
import { openEditor } from '../editing/Editing.tsx'
import { Icon } from '../icons.tsx'
import { definePart, type PartComponent, type PropsOf } from '../part.tsx'
import { placeAt } from '../placement.ts'
import { useMessages } from '../words.ts'
import { BarContext, useIntervention } from './InterventionContext.ts'

/** Props of `Intervention.Overflow`. */
export type OverflowProps = PropsOf<'button'>

/** The menu with what is rare: copying the details, and in a bar deciding later. Renders a `<button>`. */
export const Overflow: PartComponent<OverflowProps, 'button'> = /* @__PURE__ */ definePart(
  'button',
  'more',
  () => {
    const words = useMessages()
    const { id } = useIntervention()
    const [isOpen, setOpen] = useState(false)
    const button = useRef<HTMLElement>(null)
    function close(isDone: boolean): void {
      setOpen(false)
      if (!isDone) button.current?.focus({ preventScroll: true })
    }
    return {
      type: 'button',
      'aria-label': words.overflow,
      'aria-haspopup': 'menu',
      'aria-expanded': isOpen,
      'aria-controls': isOpen ? `${id}menu` : undefined,
      onClick: () => setOpen(!isOpen),
      watch: (element) => {
        button.current = element as HTMLElement | null
      },
      children: <Icon of="more" />,
      after: isOpen && <Menu id={`${id}menu`} button={button} close={close} />,
    }
  },
)

function Menu({
  id,
  button,
  close,
}: {
  readonly id: string
  readonly button: React.RefObject<HTMLElement | null>
  readonly close: (isDone: boolean) => void
}): React.ReactElement {
  const { card, viewer, lock, group, edit, setDraft } = useIntervention()
  const decideLater = useContext(BarContext)?.decideLater
  const { announcer } = useGatewayContext()
  const words = useMessages()
  const menu = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const box = menu.current
    if (!box) return
    if (box.showPopover && !box.matches(':popover-open')) box.showPopover()
    if (button.current) placeAt(box, button.current.getBoundingClientRect())
    box.querySelector<HTMLElement>('[role="menuitem"]')?.focus({ preventScroll: true })
    const leave = ({ target }: Event): void => {
      const isInside = target instanceof Node && (box.contains(target) || button.current?.contains(target))
      if (!isInside) close(true)
    }
    document.addEventListener('pointerdown', leave, true)
    document.addEventListener('focusin', leave)
    return () => {
      document.removeEventListener('pointerdown', leave, true)
      document.removeEventListener('focusin', leave)
    }
  })

  function move(event: React.KeyboardEvent<HTMLElement>): void {
    const items = [...event.currentTarget.querySelectorAll<HTMLElement>('[role="menuitem"]')]
    const at = items.indexOf(event.target as HTMLElement)
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key]
    if (event.key === 'Escape') close(false)
    else if (to !== undefined) items.at(to % items.length)?.focus()
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  const canEdit =
    card.status === 'pending' &&
    card.editable &&
    offers(card, 'approved') &&
    viewer?.mayDecide !== false &&
    !lock &&
    !isTooEarly(group)

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
    <div
      ref={menu}
      id={id}
      data-part="menu"
      role="menu"
      tabIndex={-1}
      aria-label={words.overflow}
      popover="manual"
      onKeyDown={move}
    >
      {canEdit && !edit && (
        <button
          type="button"
          role="menuitem"
          tabIndex={-1}
          onClick={() => {
            close(true)
            setDraft({ ...openEditor(card), choice: null })
          }}
        >
          <Icon of="edit" />
          {words.edit}
        </button>
      )}
      <button type="button" role="menuitem" tabIndex={-1} onClick={() => void copy()}>
        <Icon of="copy" />
        {words.copyDetails}
      </button>
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
    </div>
  )
}
