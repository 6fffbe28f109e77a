import { act, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { GatewayProvider, InterventionBar, type Messages } from 'intervention-bar'
import type { Asker, GatewayClient, InterventionCall, PendingIntervention } from 'intervention-bar/core'
import { describe, expect, it } from 'vitest'
import { aCard, aConversation, parked } from '../support/fixtures.ts'

let desks = 0

/** The bar over one call that this agent asks for. */
function show(
  agent: Asker | undefined,
  change: Partial<PendingIntervention> = {},
  messages?: Partial<Messages>,
) {
  let card: InterventionCall = aCard({
    tool: { name: 'send_mail', title: 'Send an email' },
    ...(agent && { agent }),
    ...change,
  })
  const gateway: GatewayClient = {
    id: `agents-${(desks += 1)}`,
    readConversation: async () =>
      aConversation({ cursor: null, operations: [parked()], interventions: [card] }),
    resume: async () => ({ outcome: 'accepted', operationId: null }),
  }
  const { container } = render(
    <GatewayProvider gateway={gateway} messages={messages}>
      <InterventionBar conversationId="demo" />
    </GatewayProvider>,
  )
  return {
    container,
    heading: () => within(container).findByRole('heading', { name: /Send an email/ }),
    becomes: (next: InterventionCall) => {
      card = next
      act(() => void window.dispatchEvent(new Event('online')))
    },
    card,
  }
}

const subAgent = (path: readonly string[], name = 'Researcher'): Asker => ({
  name,
  relation: 'sub_agent',
  path,
})

describe('the sentence of a call', () => {
  it.each<[string, Asker | undefined, string]>([
    ['of the assistant itself', undefined, 'Assistant wants to run Send an email'],
    ['of a sub-agent', subAgent([]), 'Researcher, working for Assistant, wants to run Send an email'],
    [
      'of one below another',
      subAgent(['Planner']),
      'Researcher, working for Planner, wants to run Send an email',
    ],
    [
      'of one far below',
      subAgent(['Editor', 'Planner']),
      'Researcher, working for Editor › Planner, wants to run Send an email',
    ],
    [
      'after a handoff',
      { name: 'Researcher', relation: 'handoff', path: [] },
      'Researcher wants to run Send an email',
    ],
    ['of an agent without a name', subAgent([], ' '), 'Assistant wants to run Send an email'],
  ])('%s names who asks', async (_case, agent, sentence) => {
    expect(await show(agent).heading()).toHaveTextContent(new RegExp(`^${sentence}`))
  })

  it('tells two agents of one name apart by their path', async () => {
    const one = await show(subAgent(['Editor', 'Planner'])).heading()
    const other = await show(subAgent(['Writer', 'Planner'])).heading()
    expect(one.textContent).not.toBe(other.textContent)
  })

  it('draws hidden characters of a name as escapes, and keeps its direction to itself', async () => {
    const { heading, container } = show(subAgent(['As\u202Esistant'], 'Re\u200Bsearcher'))
    expect(await heading()).toHaveTextContent('Re⟦U+200B⟧searcher, working for As⟦U+202E⟧sistant, wants to')
    expect(container.querySelector('bdi[data-part="agent"]')).toHaveTextContent('Re⟦U+200B⟧searcher')
  })

  it('is short for a long name, and whole after a press', async () => {
    const name = `Researcher ${'x'.repeat(200)} of the end`
    const { heading, container } = show(subAgent([], name))
    expect((await heading()).textContent).toMatch(/^Researcher x{49}…, working for/)
    await userEvent.click(container.querySelector('[data-part="title_more"]')!)
    expect(await heading()).toHaveTextContent(name)
  })

  it('gives the words of the host the name of who asks', async () => {
    const sentence: Messages['sentence'] = (_tool, actor) => [`${actor} would like to `, 'send an email', '']
    const { container } = show(subAgent([]), {}, { sentence })
    await screen.findByRole('heading', { name: /send an email/ })
    expect(container).toHaveTextContent('Researcher, working for Assistant, would like to send an email')
  })
})

describe('the reason of a call', () => {
  it('is said to be that of the agent that asks', async () => {
    const { container, heading } = show(subAgent([]), { why: { text: 'It is due.', by: 'agent' } })
    await heading()
    expect(container.querySelector('[data-part="why"]')).toHaveTextContent("Researcher's reason: It is due.")
  })

  it('of a policy is said to be that of the policy', async () => {
    const { container, heading } = show(subAgent([]), { why: { text: 'Over 100.', by: 'policy' } })
    await heading()
    expect(container.querySelector('[data-part="why"]')).toHaveTextContent('Policy: Over 100.')
  })
})

describe('the receipt of a call', () => {
  it.each([
    ['approved', /approved Send an email for Researcher, \d/],
    ['rejected', /rejected Send an email for Researcher, \d/],
    ['withdrawn', /^Researcher no longer needs Send an email\./],
  ] as const)('that was %s names who asked', async (status, words) => {
    const { heading, becomes, card, container } = show(subAgent([]))
    await heading()
    becomes({ ...card, status, resolution: { at: 5 } })
    await waitFor(() => expect(container.querySelector('[data-part="receipt"] p')).toHaveTextContent(words))
  })
})
