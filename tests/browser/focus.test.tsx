import { render } from '@testing-library/react'
import { GatewayProvider, Intervention, InterventionBar } from 'intervention-bar'
import { ask, calls, createMemoryGateway, createMockGateway, type MockGateway } from 'intervention-bar/mocks'
import type { ReactNode } from 'react'
import 'intervention-bar/styles.css'
import { describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import '../support/cleanup.ts'

const bar = <InterventionBar conversationId="demo" />
const card = (
  <Intervention.Root conversationId="demo">
    <Intervention.Title />
    <Intervention.Reject />
    <Intervention.Approve />
  </Intervention.Root>
)

/** A chat in which the agent asks twice at once. */
function chat(children: ReactNode): MockGateway {
  const mock = createMockGateway({
    agent: function* () {
      yield ask(calls.editFile, calls.sendMail)
    },
  })
  mock.open('demo')
  mock.say('demo', 'go')
  render(
    <GatewayProvider gateway={createMemoryGateway(mock)}>
      {children}
      <textarea aria-label="Message" />
    </GatewayProvider>,
  )
  return mock
}
const approve = () => page.getByRole('button', { name: 'Approve' })
const question = (tool: string) => page.getByRole('heading', { name: new RegExp(`wants to run ${tool}`) })
const composer = () => page.getByRole('textbox', { name: 'Message' })
async function armed(): Promise<void> {
  await expect.element(approve()).toHaveAttribute('data-armed')
}

/** A browser moves focus from removed elements differently than jsdom. */
describe.each([
  ['the bar', bar],
  ['a card of the host', card],
])('focus in %s', (_name, children) => {
  it.each(['mouse', 'keyboard'])('goes to the next question after a press by %s', async (by) => {
    chat(children)
    await armed()
    if (by === 'mouse') await approve().click()
    else {
      ;(approve().element() as HTMLElement).focus()
      await armed()
      await expect.poll(() => document.activeElement).toBe(approve().element())
      await new Promise((resolve) => setTimeout(resolve, 600))
      await userEvent.keyboard('{Enter}')
    }
    await expect.element(question('Send an email')).toHaveFocus()
  })

  it('stays where the person moved it meanwhile', async () => {
    const mock = chat(children)
    await armed()
    ;(approve().element() as HTMLElement).focus()
    await composer().click()
    mock.lapse('demo', 'call_1', 'withdrawn')
    await expect.element(question('Send an email')).toBeVisible()
    await expect.element(composer()).toHaveFocus()
  })

  it('stays on the page if the person left it there', async () => {
    const mock = chat(children)
    await armed()
    ;(approve().element() as HTMLElement).focus()
    ;(approve().element() as HTMLElement).blur()
    mock.lapse('demo', 'call_1', 'withdrawn')
    await expect.element(question('Send an email')).toBeVisible()
    expect(document.activeElement).toBe(document.body)
  })
})

it('goes back to the composer after the last decision in the bar', async () => {
  chat(bar)
  await armed()
  await composer().click()
  await approve().click()
  await expect.element(question('Send an email')).toHaveFocus()
  await armed()
  await approve().click()
  await expect.element(composer()).toHaveFocus()
})
