'use client'
import { Facts } from './Facts.tsx'

/** Props of `PaymentPreview`. */
export interface PaymentPreviewProps {
  /** The amount, digit by digit as it is sent. It is neither rounded nor grouped. */
  readonly amount: string
  /** The currency. @default said to be unknown */
  readonly currency?: string | undefined
  /** The person or company that is paid. @default said to be unknown */
  readonly payee?: string | undefined
  /** The account that the money goes to. */
  readonly account?: string | undefined
}

/**
 * A payment.
 *
 * @example
 * <PaymentPreview amount="1284.50" currency="EUR" payee="Ana Silva" />
 */
export function PaymentPreview({
  amount,
  currency,
  payee,
  account,
}: PaymentPreviewProps): React.ReactElement {
  const whole = currency === undefined ? amount : `${amount} ${currency}`
  return (
    <Facts
      of={[
        ['amount', whole, currency === undefined ? [{ note: 'currency_unknown' }] : []],
        ['payee', payee ?? null],
        ['account', account],
      ]}
    />
  )
}
