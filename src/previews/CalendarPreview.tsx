'use client'
import type { PreviewWords } from '../locales/previewWords.ts'
import { Facts, type NoteOf, Several, Shown, usePreviewWords } from './Facts.tsx'

/** Props of `CalendarPreview`. */
export interface CalendarPreviewProps {
  /** The name of the event. */
  readonly title?: string | undefined
  /** The beginning, in ISO 8601. */
  readonly start: string
  /** The end, in ISO 8601. */
  readonly end?: string | undefined
  /** The name of the time zone, such as `Europe/Berlin`. */
  readonly timeZone?: string | undefined
  /** The place. */
  readonly place?: string | undefined
  /** Everybody that is invited. */
  readonly guests?: readonly string[] | undefined
}

/**
 * An entry in a calendar. Times are shown as they are sent, and in the person's own zone.
 *
 * @example
 * <CalendarPreview title="Review" start="2026-12-03T10:00:00+01:00" guests={['ana@example.com']} />
 */
export function CalendarPreview(props: CalendarPreviewProps): React.ReactElement {
  const { title, start, end, timeZone, place, guests } = props
  const startNotes = notesOf(start, timeZone)
  // Once is enough.
  const notesOfEnd = end === undefined || startNotes.length > 0 ? [] : notesOf(end, timeZone)
  const invited = guests && guests.length > 0 ? <Several texts={guests} /> : undefined
  return (
    <Facts
      of={[
        ['title', title],
        ['starts', <Time key="start" text={start} zone={timeZone} />, startNotes],
        ['ends', end === undefined ? null : <Time key="end" text={end} zone={timeZone} />, notesOfEnd],
        ['place', place],
        ['guests', invited],
      ]}
    />
  )
}

const withZone = /T.*(?:Z|[+-]\d\d(?::?\d\d)?)(?:\[[^\]]*\])?$/i
const isDate = /^\d{4}-\d\d-\d\d$/

function notesOf(text: string, zone: string | undefined): readonly NoteOf[] {
  return withZone.test(text) || isDate.test(text) || zone !== undefined ? [] : [{ note: 'no_zone' }]
}

function Time({
  text,
  zone,
}: {
  readonly text: string
  readonly zone: string | undefined
}): React.ReactElement {
  const words = usePreviewWords()
  const local = localOf(text, words)
  return (
    <>
      <Shown text={text} />
      {zone !== undefined && (
        <>
          {' '}
          <Shown text={zone} />
        </>
      )}
      {local !== null && <span data-part="local_time">{local}</span>}
    </>
  )
}

// Null: its moment is not certain. The day of a date is the same everywhere.
function localOf(text: string, { day, localTime }: PreviewWords): string | null {
  const at = Date.parse(text)
  // There is no such day, though a browser may take another for it.
  const dayOfMonth = new Date(`${text.slice(0, 10)}T00:00Z`).getUTCDate()
  if (Number.isNaN(at) || dayOfMonth !== Number(text.slice(8, 10))) return null
  return isDate.test(text) ? day(at) : withZone.test(text) ? localTime(at) : null
}
