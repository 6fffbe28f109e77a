'use client'
import { type ReceiptView, tellsOfFailure } from '../../hooks/cardView.ts'
import type { DecisionWords } from '../../locales/decisionWords.ts'
import { questionOf } from '../../model/intervention.ts'
import { SettledEdits } from '../editing/Edits.tsx'
import { Icon, type IconName } from '../icons.tsx'
import { definePart, type PartComponent, type PropsOf } from '../part.tsx'
import { callName, shortName, useMessages } from '../words.ts'
import { useIntervention } from './InterventionContext.ts'

interface ReceiptLineProps {
  readonly receipt: ReceiptView
  readonly hidden: boolean
}

export const receiptIcons: Readonly<Record<ReceiptView['card']['status'], IconName>> = {
  approved: 'check',
  answered: 'check',
  rejected: 'cross',
  rejected_continue: 'cross',
  expired: 'lapsed',
  withdrawn: 'lapsed',
}

export const ReceiptLine: React.ComponentType<ReceiptLineProps> = /* @__PURE__ */ definePart(
  'div',
  'receipt',
  ({ receipt }: ReceiptLineProps) => {
    const words = useMessages()
    const { status, text } = writtenReceipt(receipt, words)
    // It appears in the place of a button, so the second of two clicks on that button is not meant for it.
    const children = (
      <>
        <Icon of={tellsOfFailure(receipt) ? 'warning' : receiptIcons[receipt.card.status]} />
        <p>{text}</p>
        <SettledEdits card={receipt.card} />
        <button type="button" data-part="dismiss" onClick={({ detail }) => detail <= 1 && receipt.dismiss()}>
          {words.dismiss}
        </button>
      </>
    )
    const fails = tellsOfFailure(receipt) ? 'failed' : undefined
    return { state: { status }, children, 'data-tone': fails, fixed: { receipt: undefined } }
  },
)

/** Props of `Intervention.Receipt`. */
export type ReceiptProps = PropsOf<'p'>

/**
 * The outcome of the call, for a card that stays after the decision: the person, the time, and whether the agent went on.
 * A bar has a receipt for it. Renders a `<p>`, or nothing while the call waits.
 */
export const Receipt: PartComponent<ReceiptProps, 'p'> = /* @__PURE__ */ definePart('p', 'receipt', () => {
  const { receipt } = useIntervention()
  const words = useMessages()
  if (!receipt) return null
  const { status, text } = writtenReceipt(receipt, words)
  return { state: { status }, children: text }
})

function writtenReceipt(
  { card, own, notStarted }: ReceiptView,
  words: DecisionWords,
): { readonly status: string; readonly text: string } {
  return notStarted
    ? { status: 'not_started', text: words.notStarted(notStarted, words.assistant) }
    : { status: card.status, text: words.receipt(card, callName(card), own, words.assistant) }
}

export function spokenReceipt(
  { card, own, notStarted }: ReceiptView,
  words: DecisionWords,
  left: number,
  count = 1,
  next?: string,
): string {
  if (notStarted) return words.notStarted(notStarted, words.assistant)
  const hasFailed = card.resolution.execution?.ok === false
  return own && !hasFailed && !questionOf(card)
    ? words.settled(card.status, left, words.assistant, count, next)
    : words.receipt(card, shortName(card), own, words.assistant)
}

export function keyOfReceipt({ card, notStarted, settledAt }: ReceiptView): string {
  const { toolCallId, status, resolution } = card
  return [toolCallId, settledAt, status, resolution.execution?.ok === false, notStarted].join(' ')
}
