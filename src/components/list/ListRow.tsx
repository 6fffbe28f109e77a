'use client'
import type { ListWords } from '../../locales/listWords.ts'
import type { LeftOut } from '../../model/batch.ts'
import type { PendingIntervention } from '../../model/intervention.ts'
import { targetOf } from '../../model/callTarget.ts'
import { visibleText } from '../../model/visibleText.ts'
import { Icon, iconOf } from '../icons.tsx'
import { shortName } from '../words.ts'

interface ListRowProps {
  readonly call: PendingIntervention
  readonly at: number
  readonly of: number
  readonly top: number
  readonly isCurrent: boolean
  readonly isActive: boolean
  readonly isTicked: boolean
  readonly isDeciding: boolean
  readonly leftOut: LeftOut | null
  readonly mayTick: boolean
  readonly actor: string
  readonly words: ListWords
  readonly tick: (call: PendingIntervention, isTicked: boolean) => void
  readonly open: (call: PendingIntervention) => void
  readonly move: (event: React.KeyboardEvent) => void
}

/** A text of more characters has no place in a row, so that it is not read there. */
const longestInRow = 400

/** The exact text of the arguments as far as a row shows it, and whether that is all. */
export function rowText(argsText: string | null): { readonly text: string; readonly isWhole: boolean } {
  if (argsText === null) return { text: '', isWhole: false }
  const isWhole = argsText.length <= longestInRow
  return { text: visibleText(isWhole ? argsText : `${argsText.slice(0, longestInRow)}…`), isWhole }
}

export function ListRow({
  call,
  at,
  of,
  top,
  isCurrent,
  isActive,
  isTicked,
  isDeciding,
  leftOut,
  mayTick,
  actor,
  words,
  tick,
  open,
  move,
}: ListRowProps): React.ReactElement {
  const { text, isWhole } = rowText(call.argsText)
  const name = shortName(call)
  const note = isDeciding ? words.deciding : leftOut && mayTick ? words.leftOut[leftOut] : ''
  const tabIndex = isActive ? 0 : -1
  return (
    <li
      data-part="list_item"
      data-index={at}
      data-status={leftOut ?? (isTicked ? 'ticked' : undefined)}
      data-busy={isDeciding ? '' : undefined}
      aria-setsize={of}
      aria-posinset={at + 1}
      aria-current={isCurrent || undefined}
      style={{ insetBlockStart: top }}
    >
      <label data-part="list_tick">
        {mayTick && !leftOut && !isDeciding && (
          <input
            type="checkbox"
            tabIndex={tabIndex}
            checked={isTicked}
            aria-label={words.tick(name, targetOf(call))}
            onKeyDown={move}
            onChange={({ target }) => tick(call, target.checked)}
          />
        )}
      </label>
      <button
        type="button"
        data-part="list_open"
        tabIndex={tabIndex}
        onKeyDown={move}
        onClick={() => open(call)}
      >
        <span data-part="list_title">
          <Icon of={iconOf(call)} />
          <strong>
            <bdi>{name}</bdi>
          </strong>
          {call.agent && <bdi data-part="agent">{actor}</bdi>}
        </span>
        <code data-part="list_args" data-whole={isWhole ? call.toolCallId : undefined} dir="auto">
          {text}
        </code>
        {note && (
          <span data-part="list_note" data-status={leftOut ?? undefined}>
            {leftOut === 'destructive' && <Icon of="warning" />}
            {note}
          </span>
        )}
      </button>
    </li>
  )
}
