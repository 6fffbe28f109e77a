import type { CSSProperties, ReactNode } from 'react'

// Inline, so that a panel for developers needs no stylesheet; React sets it through the DOM, which a strict CSP allows.
type Look =
  | 'panel'
  | 'title'
  | 'scrolled'
  | 'table'
  | 'cell'
  | 'head'
  | 'line'
  | 'field'
  | 'control'
  | 'entry'
  | 'detail'

export const looks: Readonly<Record<Look, CSSProperties>> = {
  panel: {
    boxSizing: 'border-box',
    display: 'grid',
    gap: '0.75rem',
    gridTemplateColumns: 'minmax(0, 1fr)',
    minWidth: 0,
    padding: '0.75rem',
    border: '1px solid GrayText',
    borderRadius: '0.5rem',
    background: 'Canvas',
    color: 'CanvasText',
    font: '0.75rem/1.5 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace',
    overflowWrap: 'anywhere',
  },
  title: { margin: 0, font: 'inherit', fontWeight: 700 },
  scrolled: { overflow: 'auto', maxHeight: '18rem' },
  table: { width: '100%', borderCollapse: 'collapse' },
  cell: {
    padding: '0.125rem 0.75rem 0.125rem 0',
    textAlign: 'start',
    verticalAlign: 'top',
    whiteSpace: 'nowrap',
    borderBottom: '1px solid color-mix(in srgb, CanvasText 15%, transparent)',
  },
  head: { fontWeight: 400, color: 'color-mix(in srgb, CanvasText 70%, transparent)' },
  line: { display: 'flex', flexWrap: 'wrap', gap: '0.5rem', alignItems: 'end' },
  field: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: '0.125rem', maxWidth: '100%' },
  control: {
    font: 'inherit',
    maxWidth: '100%',
    boxSizing: 'border-box',
    minHeight: '1.75rem',
    padding: '0.125rem 0.5rem',
  },
  entry: {
    font: 'inherit',
    color: 'inherit',
    padding: '0 0.25rem',
    minHeight: '1.5rem',
    border: 0,
    background: 'none',
    textAlign: 'start',
    textDecoration: 'underline',
    cursor: 'pointer',
  },
  detail: { margin: 0, whiteSpace: 'pre-wrap' },
}

interface Column<Item> {
  readonly title: string
  readonly cell: (item: Item) => ReactNode
  // The cell is a button.
  readonly onPress?: (item: Item) => void
}

export function Part({
  title,
  children,
}: {
  readonly title: string
  readonly children: ReactNode
}): React.ReactElement {
  return (
    <details open>
      <summary style={looks.title}>{title}</summary>
      {children}
    </details>
  )
}

export function Table<Item>({
  title,
  items,
  keyOf,
  columns,
}: {
  readonly title: string
  readonly items: readonly Item[]
  readonly keyOf: (item: Item) => string
  readonly columns: readonly Column<Item>[]
}): React.ReactElement {
  if (items.length === 0) return <div>None.</div>
  return (
    <div style={looks.scrolled} role="group" aria-label={title} tabIndex={0}>
      <table style={looks.table}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.title} scope="col" style={{ ...looks.cell, ...looks.head }}>
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={keyOf(item)}>
              {columns.map((column) => (
                <td key={column.title} style={looks.cell}>
                  {column.onPress ? (
                    <button type="button" style={looks.entry} onClick={() => column.onPress?.(item)}>
                      {column.cell(item)}
                    </button>
                  ) : (
                    column.cell(item)
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const longest = 80

export function shortText(text: string | null | undefined): string {
  return text && text.length > longest ? `${text.slice(0, longest)}…` : (text ?? '')
}

export function timeText(at: number | null | undefined): string {
  return at ? new Date(at).toISOString().slice(11, 23) : ''
}
