'use client'
import { Code } from './Code.tsx'
import { Facts, Notes, Shown } from './Facts.tsx'
import { notesOfSql } from './sqlNotes.ts'

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
      <Notes of={notesOfSql(sql)} />
      <Facts of={[['database', database ?? null]]} />
    </>
  )
}
