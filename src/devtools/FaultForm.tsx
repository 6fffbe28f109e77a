import { type SyntheticEvent, useState } from 'react'
import type { MockGateway } from '../mocks/createMockGateway.ts'
import type { Fault, FaultName, FaultTarget } from '../mocks/faults.ts'
import { looks } from './Table.tsx'

const faults: Readonly<Record<FaultName, string>> = {
  slow: 'answers late',
  refused: '403',
  signed_out: '401',
  rate_limited: '429 with Retry-After',
  unreachable: 'fails before anything is done',
  server_error: '500',
  drops_answer: 'acts, then fails',
  never_answers: 'never answers',
  garbage: '2xx with a wrong body',
  never_starts: '202, but nothing starts',
  loses_end: 'the end of a run is not sent',
  silences_stream: 'streams send nothing',
  doubles_events: 'every event twice',
  reorders_events: 'two events swapped',
  drops_stream: 'cuts the streams, now',
  restarts: 'restarts the server, now',
}

const targets = {
  resume: 'a decision',
  read: 'a read',
  events: 'the stream',
  stop: 'a stop',
  messages: 'a message',
  settings: 'a read of the settings',
  change: 'a change of the settings',
  waiting: 'the list of waiting calls',
} as const satisfies Readonly<Record<FaultTarget, string>>

const atOnce: ReadonlySet<FaultName> = new Set<FaultName>(['drops_stream', 'restarts'])

// Forces faults on a mock gateway.
export function FaultForm({
  mock,
}: {
  readonly mock: Pick<MockGateway, 'fault' | 'clearFaults'>
}): React.ReactElement {
  const [name, setName] = useState<FaultName>('server_error')
  const [on, setOn] = useState<FaultTarget>('resume')
  const [times, setTimes] = useState('')
  const [ms, setMs] = useState('')
  const [acts, setActs] = useState(false)
  const [done, setDone] = useState('')
  const optional = (text: string): number | undefined => (text === '' ? undefined : Number(text))

  function add(event: SyntheticEvent): void {
    event.preventDefault()
    const [count, delay] = [optional(times), optional(ms)]
    const fault: Fault = {
      ...{ name, on, acts },
      ...(count !== undefined && { times: count }),
      ...(delay !== undefined && { ms: delay }),
    }
    mock.fault(fault)
    setDone(atOnce.has(name) ? `Done: ${name}.` : `Planned: ${name}, on ${targets[on]}.`)
  }

  return (
    <form style={looks.line} onSubmit={add}>
      <label style={looks.field}>
        Fault
        <select
          style={looks.control}
          value={name}
          // SAFETY: its options are these names.
          onChange={(event) => setName(event.target.value as FaultName)}
        >
          {Object.entries(faults).map(([one, about]) => (
            <option key={one} value={one}>{`${one}: ${about}`}</option>
          ))}
        </select>
      </label>
      <label style={looks.field}>
        On
        <select
          style={looks.control}
          value={on}
          // SAFETY: its options are these targets.
          onChange={(event) => setOn(event.target.value as FaultTarget)}
        >
          {Object.entries(targets).map(([one, about]) => (
            <option key={one} value={one}>
              {about}
            </option>
          ))}
        </select>
      </label>
      <NumberField title="Times" value={times} onChange={setTimes} />
      <NumberField title="Milliseconds" value={ms} onChange={setMs} />
      <label style={looks.line}>
        <input type="checkbox" checked={acts} onChange={(event) => setActs(event.target.checked)} />
        The request still takes effect
      </label>
      <button type="submit" style={looks.control}>
        Force the fault
      </button>
      <button
        type="button"
        style={looks.control}
        onClick={() => {
          mock.clearFaults()
          setDone('No fault is planned.')
        }}
      >
        Clear the faults
      </button>
      <output>{done}</output>
    </form>
  )
}

function NumberField({
  title,
  value,
  onChange,
}: {
  readonly title: string
  readonly value: string
  readonly onChange: (value: string) => void
}): React.ReactElement {
  return (
    <label style={looks.field}>
      {title}
      <input
        type="number"
        min={1}
        placeholder="default"
        style={{ ...looks.control, width: '7rem' }}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </label>
  )
}
