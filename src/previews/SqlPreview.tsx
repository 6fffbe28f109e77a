'use client'
import { Code } from './Code.tsx'
import { Facts, Notes, type NoteOf, Shown } from './Facts.tsx'

/** Props of `SqlPreview`. */
export interface SqlPreviewProps {
  /** One statement, or several. */
  readonly sql: string
  /** The database that it runs in. @default said to be unknown */
  readonly database?: string | undefined
}

/**
 * SQL, with words about the data that it deletes.
 *
 * @example
 * <SqlPreview sql="delete from carts" database="shop" />
 */
export function SqlPreview({ sql, database }: SqlPreviewProps): React.ReactElement {
  return (
    <>
      <Code language="sql">
        <Shown text={sql} />
      </Code>
      <Notes of={notesOf(sql)} />
      <Facts of={[['database', database ?? null]]} />
    </>
  )
}

// A WHERE in a comment or a string is not a condition.
const noProgram = /--[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^']|'')*'/g

function notesOf(sql: string): readonly NoteOf[] {
  const statements = sql.replace(noProgram, ' ').split(';')
  const deletes = statements.some((one) => /\b(?:delete|drop|truncate)\b/i.test(one))
  const every = statements.some((one) => /\b(?:delete\s+from|update)\s/i.test(one) && !/\bwhere\b/i.test(one))
  return [
    ...(deletes ? [{ note: 'deletes_data' as const }] : []),
    ...(every ? [{ note: 'every_row' as const }] : []),
  ]
}
