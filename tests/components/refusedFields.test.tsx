import { render, screen, waitFor } from '@testing-library/react'
import { type GatewayClient, GatewayError, GatewayProvider, InterventionBar } from 'intervention-bar'
import type { Failure, PendingIntervention } from 'intervention-bar/core'
import { decide } from 'intervention-bar/mocks'
import { expect, it } from 'vitest'
import { aCard, aConversation } from '../support/fixtures.ts'

const message = `is not what the server takes ${'x'.repeat(300)}`

/** A bar over a server that refuses every decision. */
function refusedBar(
  fields: NonNullable<Failure['fields']>,
  ...interventions: readonly [PendingIntervention, ...PendingIntervention[]]
): HTMLElement {
  const pause = { answering: 'together', siblings: 'independent' } as const
  const gateway: GatewayClient = {
    id: `refused-fields ${fields[0]?.path}`,
    readConversation: async () =>
      aConversation({
        cursor: null,
        operations: [{ id: 'op_1', status: 'waiting_for_human', startedAt: 1, pause }],
        interventions,
      }),
    resume: () => Promise.reject(new GatewayError({ code: 'invalid', applied: 'no', fields })),
  }
  return render(
    <GatewayProvider gateway={gateway}>
      <InterventionBar conversationId="demo" arming={250} />
    </GatewayProvider>,
  ).container
}
const errorIn = (container: Element): Element | null => container.querySelector('[data-part="error"]')

it('a refusal names its fields, whole on the screen and cut where it is spoken', async () => {
  const container = refusedBar([{ path: '/decisions/0/reason', message }], aCard())
  await screen.findByRole('heading', { name: /wants to run/ })
  await decide(container, 'rejected')
  await waitFor(() => expect(errorIn(container)).toHaveTextContent(`reason: ${message}`))
  const spoken = container.querySelector('[aria-live="assertive"]')!.textContent
  expect(spoken).toContain('reason: is not what the server takes')
  expect(spoken.length).toBeLessThan(300)
})

it('a refusal of several decisions names the one that it is about', async () => {
  const paid = aCard({ toolCallId: 'call_2', tool: { name: 'pay', title: 'Pay an invoice' } })
  const container = refusedBar([{ path: '/decisions/1/argsText', message: 'costs too much' }], aCard(), paid)
  await screen.findByRole('heading', { name: /wants to run send_mail/ })
  await decide(container, 'approved')
  await screen.findByRole('heading', { name: /wants to run Pay an invoice/ })
  await decide(container, 'approved')
  await waitFor(() =>
    expect(errorIn(container)).toHaveTextContent(
      "The server couldn't take this decision. Pay an invoice ana@example.com, argsText: costs too much Nothing has run.",
    ),
  )
})
