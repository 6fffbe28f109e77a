'use client'
import { useContext } from 'react'
import { shortcutWords } from '../../locales/shortcutWords.ts'
import { MenuBox, type MenuBoxProps } from '../card/MenuBox.tsx'
import { BarContext, useShownCall } from '../card/InterventionContext.ts'
import { useMessages } from '../words.ts'
import { labelOf } from './chords.ts'
import { ChordsContext } from './useChords.ts'

// Props of the list of key chords.
export type ShortcutListProps = Pick<MenuBoxProps, 'button' | 'close'>

/** The key chords that the card has, and what each does. */
export function ShortcutList({ button, close }: ShortcutListProps): React.ReactElement {
  const chords = useContext(ChordsContext)
  const isPaged = useContext(BarContext)?.active.showNext !== undefined
  const { id, card } = useShownCall()
  const { keys, keyNames } = useMessages()
  const words = { ...shortcutWords, ...keys }
  const { move, leave, ...named } = words.does
  const rows = Object.entries(named).flatMap(([name, does]) => {
    const chord = chords?.[name as keyof typeof named]
    return chord && (name !== 'edit' || card.editable)
      ? [[does, labelOf(chord, chords.onMac, keyNames)] as const]
      : []
  })
  if (isPaged) rows.push([move, '← →'])
  rows.push([leave, keyNames?.['Escape'] ?? 'Esc'])
  return (
    <MenuBox kind="dialog" id={`${id}keys`} label={words.heading} button={button} close={close}>
      <p data-part="keys_heading" aria-hidden="true">
        {words.heading}
      </p>
      <dl>
        {rows.map(([does, keysOfRow]) => (
          <div key={does}>
            <dt>{does}</dt>
            <dd>
              <kbd dir="ltr">{keysOfRow}</kbd>
            </dd>
          </div>
        ))}
      </dl>
      <button type="button" data-part="close" onClick={() => close(false)}>
        {words.close}
      </button>
    </MenuBox>
  )
}
