'use client'
import { Address } from './Address.tsx'
import { Facts } from './Facts.tsx'

/** Props of `BrowserPreview`. */
export interface BrowserPreviewProps {
  /** The page, as its whole address. @default said to be unknown */
  readonly url?: string | undefined
  /** The action, such as `click`. */
  readonly action?: string | undefined
  /** The element that it is done to. */
  readonly target?: string | undefined
  /** The text that is typed. */
  readonly text?: string | undefined
}

/**
 * An action in a browser.
 *
 * @example
 * <BrowserPreview action="click" url="https://example.com/cart" target="#pay" />
 */
export function BrowserPreview({ url, action, target, text }: BrowserPreviewProps): React.ReactElement {
  return (
    <Facts
      of={[
        ['action', action],
        ['address', url === undefined ? null : <Address key="url" text={url} />],
        ['target', target],
        ['text', text],
      ]}
    />
  )
}
