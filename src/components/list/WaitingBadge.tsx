'use client'
import { useId, useRef, useState } from 'react'
import { useWaiting } from '../../hooks/useWaiting.ts'
import { waitingWords } from '../../locales/waitingWords.ts'
import type { WaitingItem } from '../../model/waiting.ts'
import { shortText } from '../../model/visibleText.ts'
import { MenuBox } from '../card/MenuBox.tsx'
import { definePart, type PartComponent, type PropsOf } from '../part.tsx'
import { actorOf, useLanguage, useMessages } from '../words.ts'

/** Props of `WaitingBadge`: its own, and those of a `<button>`. */
export interface WaitingBadgeProps extends PropsOf<'button'> {
  /** Leads to the conversation of a call, such as by your router. Its bar then shows the call. */
  readonly onOpen?: ((item: WaitingItem) => void) | undefined
}

const most = 20

/**
 * The number of calls that wait in any conversation, and a menu that leads to each. It decides nothing. Renders a
 * `<button>`, or nothing while nothing waits.
 *
 * @example
 * <WaitingBadge onOpen={({ conversationId }) => navigate(`/chats/${conversationId}`)} />
 */
export const WaitingBadge: PartComponent<WaitingBadgeProps, 'button'> = /* @__PURE__ */ definePart(
  'button',
  'waiting_badge',
  ({ onOpen, render }: WaitingBadgeProps) => {
    const { items, hasMore, show } = useWaiting()
    const language = useLanguage()
    const messages = useMessages()
    const words = { ...waitingWords, ...messages.waiting }
    const [isOpen, setOpen] = useState(false)
    const button = useRef<HTMLElement>(null)
    const id = useId()
    if (items.length === 0) return null
    function close(isDone: boolean): void {
      setOpen(false)
      if (!isDone) button.current?.focus({ preventScroll: true })
    }
    function open(item: WaitingItem): void {
      close(true)
      onOpen?.(item)
      show(item)
    }
    const draw = (own: React.ReactElement | null): React.ReactElement => (
      <span {...language} data-part="waiting_menu" data-styled="">
        {own}
        {isOpen && (
          <MenuBox id={`${id}menu`} label={words.menu} button={button} close={close}>
            {items.slice(0, most).map((item) => (
              <button
                key={`${item.conversationId} ${item.toolCallId}`}
                type="button"
                role="menuitem"
                tabIndex={-1}
                onClick={() => open(item)}
              >
                <span>
                  <bdi>{shortText(item.title)}</bdi>
                  {item.agent && <small>{actorOf(item.agent, messages).replace(/,$/, '')}</small>}
                </span>
              </button>
            ))}
          </MenuBox>
        )}
      </span>
    )
    return {
      ...language,
      type: 'button',
      'aria-haspopup': 'menu',
      'aria-expanded': isOpen,
      'aria-controls': isOpen ? `${id}menu` : undefined,
      onClick: () => setOpen(!isOpen),
      watch: (element) => {
        button.current = element as HTMLElement | null
      },
      children: words.waiting(items.length, hasMore),
      fixed: { onOpen: undefined },
      // The element of a host keeps the host's look.
      ...(render ? { after: isOpen && draw(null) } : { around: draw }),
    }
  },
)
