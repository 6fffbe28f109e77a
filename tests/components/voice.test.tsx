import { act, screen, waitFor } from '@testing-library/react'
import { ApproveButton, Intervention, InterventionBar } from 'intervention-bar'
import { GatewayError } from 'intervention-bar'
import type { GatewayClient } from 'intervention-bar/core'
import { useState } from 'react'
import { expect, it } from 'vitest'
import { aCard, aConversation, parked } from '../support/fixtures.ts'
import { renderChat, type TestChat } from '../support/renderChat.tsx'

/** Everything that the live regions say from now on. */
function listen({ container }: TestChat): string[] {
  const heard: string[] = []
  const observer = new MutationObserver((changes) => {
    for (const { addedNodes } of changes) heard.push(...[...addedNodes].map((one) => one.textContent ?? ''))
  })
  for (const region of container.querySelectorAll('[data-part="announcer"]'))
    observer.observe(region, { childList: true })
  return heard
}

/** A bar, a second one that comes later, a card of the host's own, and a lone button, all of one conversation. */
function Everything(): React.ReactElement {
  const [isWhole, setWhole] = useState(false)
  return (
    <>
      <InterventionBar conversationId="demo" arming={250} />
      <button type="button" onClick={() => setWhole(true)}>
        Show all
      </button>
      {isWhole && (
        <>
          <InterventionBar conversationId="demo" />
          <Intervention.Root conversationId="demo">
            <Intervention.Title />
            <Intervention.Notice />
          </Intervention.Root>
          <ApproveButton conversationId="demo" />
        </>
      )}
    </>
  )
}
const count = (heard: readonly string[], words: RegExp): number =>
  heard.filter((one) => words.test(one)).length

it('announces everything of one conversation once, wherever its parts are mounted', async () => {
  const chat = renderChat({ children: <Everything /> })
  const heard = listen(chat)
  await chat.asked()
  await waitFor(() => expect(count(heard, /^Approval needed/)).toBe(1))
  await chat.user.click(screen.getByRole('button', { name: 'Show all' }))
  await chat.armed()
  await chat.decide('approved')
  await waitFor(() => expect(count(heard, /^Approved\. No approvals left\.$/)).toBe(1))
  // Longer than any of them waits before it speaks.
  await act(() => new Promise((resolve) => setTimeout(resolve, 1_500)))
  expect(heard.filter((one, index) => heard.indexOf(one) !== index)).toEqual([])
})

it('announces a failure and a notice once, and again when they come again', async () => {
  let mayDecide = true
  const gateway: GatewayClient = {
    id: 'voice',
    readConversation: async () => ({
      ...aConversation({ cursor: null, operations: [parked()], interventions: [aCard()] }),
      viewer: { mayDecide, why: 'Ask Bo.' },
    }),
    resume: async () => {
      throw new GatewayError({ code: 'forbidden', applied: 'no' })
    },
  }
  const chat = renderChat({ gateway, children: <Everything /> })
  const heard = listen(chat)
  await screen.findByRole('heading', { name: /wants to run/ })
  await chat.user.click(screen.getByRole('button', { name: 'Show all' }))
  for (const times of [1, 2]) {
    await waitFor(() => expect(chat.container.querySelector('[data-part="approve"]')).toBeVisible())
    await chat.armed()
    await chat.decide('approved')
    await waitFor(() => expect(count(heard, /^You don't have permission/)).toBe(times))
    mayDecide = false
    act(() => void window.dispatchEvent(new Event('online')))
    await waitFor(() => expect(count(heard, /You can't approve this/)).toBe(times))
    mayDecide = true
    act(() => void window.dispatchEvent(new Event('online')))
    await waitFor(() => expect(chat.container.querySelector('[data-part="notice"]')).toBeNull())
  }
})
