'use client'
import { useRef, useState } from 'react'
import { Icon } from '../icons.tsx'
import { openers } from '../keys/chords.ts'
import { OnDemand, prepare } from '../onDemand.ts'
import { definePart, type PartComponent, type PropsOf } from '../part.tsx'
import { useMessages } from '../words.ts'
import { useShownCall } from './InterventionContext.ts'

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
      onPointerEnter: prepareMenu,
      onFocus: prepareMenu,
      onClick: () => setOpen(open ? null : 'menu'),
      watch: (element) => {
        button.current = element as HTMLElement | null
        if (element) openers.set(element, () => setOpen('keys'))
      },
      children: <Icon of="more" />,
      after:
        open === 'menu' ? (
          <OnDemand key="menu" part="Menu" {...{ button, close }} showKeys={() => setOpen('keys')}>
            <></>
          </OnDemand>
        ) : (
          open && (
            <OnDemand key="keys" part="ShortcutList" {...{ button, close }}>
              <></>
            </OnDemand>
          )
        ),
    }
  },
)

const prepareMenu = (): void => prepare('Menu')
