import { act, fireEvent, render, screen, waitFor } from '@testing-library/react'
import {
  GatewayError,
  GatewayProvider,
  Intervention,
  InterventionBar,
  useApprove,
  useConversation,
} from 'intervention-bar'
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
  const { reread } = useConversation('demo')
  return (
    <button type="button" onClick={() => approve.mutate({ toolCallId: 'call_1' }, { onSuccess: reread })}>
      by the host
    </button>
  )
}

async function showRunning(
  desk: Desk,
  children = <InterventionBar conversationId="demo" />,
  locale?: string,
): Promise<void> {
  render(
    <GatewayProvider gateway={desk.gateway} messages={locale === undefined ? undefined : { locale }}>
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

it('the strips work without a bar, in the language of their texts, with attributes and classes of the host', async () => {
  await showRunning(
    aDesk(),
    <>
      <Intervention.Connection conversationId="demo" />
      <Intervention.Receipts conversationId="demo" className="mine" />
      <Intervention.Busy conversationId="demo" title="mine" />
    </>,
    'en-GB',
  )
  expect(screen.getByTitle('mine')).toHaveAttribute('lang', 'en-GB')
  expect(screen.getByTitle('mine')).toHaveTextContent('Assistant is working…')
  expect(document.querySelector('.mine')).toHaveTextContent(/^You approved send_mail/)
  expect(document.querySelector('[data-part="connection"]')).toBeNull()
  fireEvent.click(screen.getByRole('button', { name: 'Hide' }), { detail: 1 })
  expect(document.querySelector('[data-part="receipts"]')).toBeNull()
})

describe('a run that ends with an error after a decision', () => {
  async function showError(message: string, secretKeys?: readonly string[]): Promise<HTMLElement> {
    const card = aCard({ argsText: '{"token":"swordfish"}' })
    let isDecided = false
    const gateway: GatewayClient = {
      id: `strips-${(desks += 1)}`,
      readConversation: async () => {
        if (!isDecided) return aConversation({ cursor: null, operations: [parked()], interventions: [card] })
        return aConversation({
          cursor: null,
          operations: [
            {
              id: 'op_2',
              resumes: 'op_1',
              startedAt: 2,
              status: 'error',
              endedAt: 3,
              error: { code: 'agent_failed', message },
            },
          ],
          interventions: [{ ...card, status: 'approved', resolution: { at: Date.now() } }],
        })
      },
      resume: async () => {
        isDecided = true
        return { outcome: 'accepted', operationId: 'op_2' }
      },
    }
    render(
      <GatewayProvider gateway={gateway} {...(secretKeys && { secretKeys })}>
        <InterventionBar conversationId="demo" />
        <Approve />
      </GatewayProvider>,
    )
    fireEvent.click(await screen.findByRole('button', { name: 'by the host' }))
    return screen.findByText(
      /Assistant has failed\./,
      { selector: '[data-part="busy"] *' },
      { timeout: 20_000 },
    )
  }

  it.each([
    ['without words', '', 'Assistant has failed.'],
    ['with words', 'The quota is used up.', 'Assistant has failed. The quota is used up.'],
    ['on several lines', 'no\n\n  quota', 'Assistant has failed. no quota'],
    ['with markup', '<img src=x onerror=alert(1)>', 'Assistant has failed. <img src=x onerror=alert(1)>'],
    ['with hidden characters', 'safe\u202Etxt\uD800', 'Assistant has failed. safe⟦U+202E⟧txt⟦U+D800⟧'],
    ['of a megabyte', 'x'.repeat(1_000_000), `Assistant has failed. ${'x'.repeat(200)}…`],
    ['with a hidden value', 'bad token swordfish', 'Assistant has failed. bad token ⟦•••⟧'],
  ])('is told %s', async (_title, message, told) => {
    expect(await showError(message, ['token'])).toHaveTextContent(told, { normalizeWhitespace: true })
    expect(document.querySelector('[data-part="busy"]')).toHaveAttribute('data-status', 'error')
    expect(document.querySelector('img')).toBeNull()
  })
})
