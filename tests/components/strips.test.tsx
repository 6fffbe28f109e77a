import { act, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { GatewayError, GatewayProvider, Intervention, InterventionBar, useApprove } from 'intervention-bar'
import type { Conversation, GatewayClient } from 'intervention-bar/core'
import { describe, expect, it } from 'vitest'
import { aCard, aConversation, parked, running } from '../support/fixtures.ts'

let desks = 0

interface Desk {
  readonly gateway: GatewayClient
  readonly stopped: readonly string[]
}

/** A server that runs on after a decision. */
function aDesk({ viewer, fails = false }: { viewer?: Conversation['viewer']; fails?: boolean } = {}): Desk {
  const stopped: string[] = []
  let isDecided = false
  const card = aCard({})
  const gateway: GatewayClient = {
    id: `strips-${(desks += 1)}`,
    readConversation: async () =>
      isDecided
        ? aConversation({
            cursor: null,
            operations: [parked(), running('op_2')],
            interventions: [{ ...card, status: 'approved', resolution: { at: Date.now() } }],
            ...(viewer && { viewer }),
          })
        : aConversation({ cursor: null, operations: [parked()], interventions: [card] }),
    resume: async () => {
      isDecided = true
      return { outcome: 'accepted', operationId: 'op_2' }
    },
    stop: async ({ operationId }) => {
      stopped.push(operationId)
      if (fails) throw new GatewayError({ code: 'forbidden', applied: 'no' })
      return { outcome: 'stopped' }
    },
  }
  return { gateway, stopped }
}

function Approve(): React.ReactElement {
  const approve = useApprove('demo')
  return (
    <button type="button" onClick={() => approve.mutate({ toolCallId: 'call_1' })}>
      by the host
    </button>
  )
}

async function showRunning(desk: Desk, children = <InterventionBar conversationId="demo" />): Promise<void> {
  render(
    <GatewayProvider gateway={desk.gateway}>
      {children}
      <Approve />
    </GatewayProvider>,
  )
  fireEvent.click(await screen.findByRole('button', { name: 'by the host' }))
  await screen.findByText('Assistant is working…')
}

const stop = (): Promise<HTMLElement> => screen.findByRole('button', { name: 'Stop the task' })

describe('while a run works', () => {
  it('the bar stops it', async () => {
    const desk = aDesk()
    await showRunning(desk)
    fireEvent.click(await stop(), { detail: 1 })
    await waitFor(() => expect(desk.stopped).toEqual(['op_2']))
  })

  it('the second of two clicks on what was there before does not stop it', async () => {
    const desk = aDesk()
    await showRunning(desk)
    fireEvent.click(await stop(), { detail: 2 })
    await act(() => Promise.resolve())
    expect(desk.stopped).toEqual([])
  })

  it('the bar says that it was not stopped, and can try again', async () => {
    const desk = aDesk({ fails: true })
    await showRunning(desk)
    fireEvent.click(await stop(), { detail: 1 })
    expect(await screen.findByRole('alert')).toHaveTextContent("The task wasn't stopped. Try again.")
    fireEvent.click(await stop(), { detail: 1 })
    await waitFor(() => expect(desk.stopped).toEqual(['op_2', 'op_2']))
  })

  it('a viewer who may not decide cannot stop it', async () => {
    await showRunning(aDesk({ viewer: { mayDecide: false } }))
    expect(screen.queryByRole('button', { name: 'Stop the task' })).toBeNull()
  })
})

it('the strips work without a bar, with attributes and classes of the host', async () => {
  await showRunning(
    aDesk(),
    <>
      <Intervention.Connection conversationId="demo" />
      <Intervention.Receipts conversationId="demo" className="mine" />
      <Intervention.Busy conversationId="demo" title="mine" />
    </>,
  )
  expect(screen.getByTitle('mine')).toHaveTextContent('Assistant is working…')
  expect(document.querySelector('.mine')).toHaveTextContent(/^You approved send_mail/)
  expect(document.querySelector('[data-part="connection"]')).toBeNull()
  fireEvent.click(screen.getByRole('button', { name: 'Hide' }), { detail: 1 })
  expect(document.querySelector('[data-part="receipts"]')).toBeNull()
})
