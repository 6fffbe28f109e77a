import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

interface Call {
  readonly toolCallId: string
  readonly operationId: string
  readonly revision: string
  readonly status: string
  readonly tool: { readonly name: string; readonly title?: string }
  readonly argsText: string
}

const url = '/agent/conversations/demo'

/** The bar of a chat developer who has the same backend and no kit: one query, one mutation, three buttons. */
export function HandWritten(): React.ReactElement | null {
  const client = useQueryClient()
  const [reason, setReason] = useState('')
  const { data } = useQuery<{ interventions: Call[] }>({
    queryKey: ['demo'],
    queryFn: async () => (await fetch(url)).json(),
  })
  const decide = useMutation({
    mutationFn: async ({ call, decision }: { call: Call; decision: string }) => {
      const { operationId, toolCallId, revision } = call
      const response = await fetch(`${url}/resume`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
        body: JSON.stringify({ operationId, decisions: [{ toolCallId, revision, decision, reason }] }),
      })
      if (!response.ok) throw new Error(`HTTP ${response.status}`)
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['demo'] }),
  })
  const pending = data?.interventions.filter((one) => one.status === 'pending') ?? []
  const [call] = pending
  if (!call) return null

  const button = (decision: string, label: string): React.ReactElement => (
    <button
      type="button"
      data-part={decision}
      disabled={decide.isPending}
      onClick={() => decide.mutate({ call, decision })}
    >
      {decide.isPending && decide.variables.decision === decision ? 'Sending…' : label}
    </button>
  )
  return (
    <section aria-label="Approval" data-part="bar" data-call={call.toolCallId}>
      <h2>{pending.length === 1 ? '1 call waits' : `${pending.length} calls wait`}</h2>
      <h3>The assistant wants to use {call.tool.title ?? call.tool.name}</h3>
      <dl>
        {Object.entries(JSON.parse(call.argsText) as object).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{String(value)}</dd>
          </div>
        ))}
      </dl>
      <label>
        Reason <textarea value={reason} onChange={(event) => setReason(event.target.value)} />
      </label>
      {decide.error && <p role="alert">{decide.error.message}</p>}
      {button('rejected', 'Reject and stop')}
      {button('rejected_continue', 'Reject and continue')}
      {button('approved', 'Approve')}
    </section>
  )
}
