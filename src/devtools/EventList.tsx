import { useMemo, useState } from 'react'
import type { Recording } from './recorder.ts'
import { type Row, rowsOf } from './summary.ts'
import { looks, Table, timeText } from './Table.tsx'
import type { Trace } from './trace.ts'

// The events of a recording, newest first. `createTrace`: what is shown of the selected one, and copied or saved.
export function EventList({
  recording,
  createTrace,
}: {
  readonly recording: Recording
  readonly createTrace: () => Trace
}): React.ReactElement {
  const rows = useMemo(() => rowsOf(recording.steps), [recording])
  const [selected, setSelected] = useState<{ readonly row: Row; readonly text: string } | null>(null)
  const [done, setDone] = useState('')

  function show(row: Row): void {
    setSelected({ row, text: JSON.stringify(createTrace().steps[row.index], null, 2) })
  }

  return (
    <>
      <div style={looks.line}>
        <button
          type="button"
          style={looks.control}
          onClick={() => {
            copy(createTrace()).then(
              () => setDone('The trace is in the clipboard.'),
              () => setDone('The clipboard cannot be used here. Save the trace instead.'),
            )
          }}
        >
          Copy trace
        </button>
        <button
          type="button"
          style={looks.control}
          onClick={() => {
            save(createTrace())
            setDone('The trace was saved.')
          }}
        >
          Save trace
        </button>
        <output>{done}</output>
      </div>
      <Table
        title="Events"
        items={rows}
        keyOf={({ index }) => String(index)}
        columns={[
          { title: 'time (UTC)', cell: ({ at }) => timeText(at) },
          {
            title: 'event',
            cell: ({ name, count }) => (count > 1 ? `${name} ×${count}` : name),
            onPress: show,
          },
          { title: 'about', cell: ({ detail }) => detail },
        ]}
      />
      {selected && (
        <div style={looks.scrolled} role="group" aria-label={`Event ${selected.row.name}`} tabIndex={0}>
          <pre style={looks.detail}>{selected.text}</pre>
        </div>
      )}
    </>
  )
}

async function copy(trace: Trace): Promise<void> {
  await navigator.clipboard.writeText(textOf(trace))
}

function save(trace: Trace): void {
  const address = URL.createObjectURL(new Blob([textOf(trace)], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = address
  link.download = 'intervention-bar-trace.json'
  link.click()
  URL.revokeObjectURL(address)
}

function textOf(trace: Trace): string {
  return `${JSON.stringify(trace, null, 2)}\n`
}
