'use client'
import { useEffect, useRef } from 'react'
import { placeAt } from '../placement.ts'

export interface MenuBoxProps {
  /** @default 'menu' */
  readonly kind?: 'menu' | 'dialog'
  readonly id: string
  readonly label: string
  /** The button that opened it. */
  readonly button: React.RefObject<HTMLElement | null>
  /** `isDone` false: focus goes back to the button. */
  readonly close: (isDone: boolean) => void
  readonly children: React.ReactNode
}

/** A box above its button, with the keys of a menu. The first item, or the one that is checked, takes focus. */
export function MenuBox({
  kind = 'menu',
  id,
  label,
  button,
  close,
  children,
}: MenuBoxProps): React.ReactElement {
  const menu = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    const box = menu.current
    if (!box) return
    if (box.showPopover && !box.matches(':popover-open')) box.showPopover()
    const opener = button.current
    // No decision is covered.
    const row = opener?.closest('[data-part="decisions"]')
    if (opener) placeAt(box, opener.getBoundingClientRect(), row?.getBoundingClientRect(), kind === 'dialog')
    const page = box.getRootNode() as Document | ShadowRoot
    if (!box.contains(page.activeElement)) {
      const first = box.querySelector<HTMLElement>('[aria-checked="true"]') ?? itemsIn(box)[0]
      first?.focus({ preventScroll: true })
    }
    const leave = (event: Event): void => {
      // The target of an event in a shadow root is its host here.
      const [target] = event.composedPath()
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
    const items = itemsIn(event.currentTarget)
    const at = items.indexOf(event.target as HTMLElement)
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key]
    if (event.key === 'Escape') close(false)
    else if (to !== undefined) items.at(to % items.length)?.focus()
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    // A span, since a button, and so its menu, may be in a paragraph.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- its role is a menu or a dialog.
    <span
      ref={menu}
      id={id}
      data-part="menu"
      role={kind}
      tabIndex={-1}
      aria-label={label}
      popover="manual"
      onKeyDown={move}
    >
      {children}
    </span>
  )
}

function itemsIn(box: Element): readonly HTMLElement[] {
  return [...box.querySelectorAll<HTMLElement>('[role^="menuitem"], [data-part="close"]')]
}
