'use client'
import { Facts, type NoteOf, Several } from './Facts.tsx'

/** Props of `MessagePreview`. */
export interface MessagePreviewProps {
  /** Everybody that gets it. */
  readonly to: readonly string[]
  /** Everybody that gets a copy. */
  readonly cc?: readonly string[] | undefined
  /** Everybody that gets a copy unseen by the others. */
  readonly bcc?: readonly string[] | undefined
  /** The sender. */
  readonly from?: string | undefined
  /** The address that answers go to. */
  readonly replyTo?: string | undefined
  /** The subject of a mail. */
  readonly subject?: string | undefined
  /** The text. */
  readonly body?: string | undefined
  /** The names of the files that go with it. */
  readonly attachments?: readonly string[] | undefined
}

/**
 * A mail or a message.
 *
 * @example
 * <MessagePreview to={['ana@example.com']} subject="Thursday" body="At ten?" />
 */
export function MessagePreview({ to, cc, bcc, from, ...rest }: MessagePreviewProps): React.ReactElement {
  const { replyTo } = rest
  const [home] = domainsOf(from ?? '').slice(-1)
  const people = (texts: readonly string[] | undefined): React.ReactElement | undefined =>
    texts && texts.length > 0 ? <Several texts={texts} /> : undefined
  const notes = (texts: readonly string[] = []): readonly NoteOf[] => {
    const isAway = texts.some((one) => domainsOf(one).some((domain) => domain !== home))
    return home !== undefined && isAway ? [{ note: 'foreign_host', about: home }] : []
  }
  return (
    <Facts
      of={[
        ['from', from],
        ['replyTo', replyTo, replyTo === undefined ? [] : notes([replyTo])],
        ['to', people(to) ?? null, notes(to)],
        ['cc', people(cc), notes(cc)],
        ['bcc', people(bcc), notes(bcc)],
        ['subject', rest.subject],
        ['body', rest.body],
        ['attachments', people(rest.attachments)],
      ]}
    />
  )
}

// One text may have several addresses, and a name or a comment that looks like one.
function domainsOf(text: string): readonly string[] {
  return Array.from(text.matchAll(/@\s*([^\s@,;:<>()"]+)/g), ([, domain]) => domain!.toLowerCase())
}
