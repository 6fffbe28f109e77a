import { screen, waitFor, within } from '@testing-library/react'
import { agentThatAsks, agentThatOpens, questions } from 'intervention-bar/mocks'
import { expect, it } from 'vitest'
import { InterventionBar } from '../../stories/registry/intervention-bar.tsx'
import { renderChat } from '../support/renderChat.tsx'

it('the item for `shadcn add` decides with the button of its host', async () => {
  const chat = renderChat({ children: <InterventionBar conversationId="demo" /> })
  const bar = within(await screen.findByRole('region', { name: 'Approvals' }))
  const approve = await bar.findByRole('button', { name: 'Approve' })
  expect(approve).toHaveAttribute('data-slot', 'button')
  expect(bar.getByRole('button', { name: 'Reject and continue' })).toHaveAttribute('data-variant', 'outline')
  await waitFor(() => expect(approve).toHaveAttribute('data-armed'))
  await chat.user.click(approve)
  await bar.findByText(/^You approved send_mail/)
  expect(chat.mock.executions.map(({ tool }) => tool)).toEqual(['send_mail'])
})

it('the item opens the address of a question as a link', async () => {
  renderChat({
    agent: agentThatOpens(questions.signIn),
    children: <InterventionBar conversationId="demo" />,
  })
  const bar = within(await screen.findByRole('region', { name: 'Approvals' }))
  const link = await bar.findByRole('link', { name: 'Open and continue' })
  expect(link).toHaveAttribute('href', expect.stringContaining('https://accounts.example.com/'))
  await waitFor(() => expect(link).toHaveAttribute('data-armed'))
})

it('the item lets a person leave an edit that a key opened', async () => {
  const chat = renderChat({
    agent: agentThatAsks({ tool: 'send_mail', args: { to: 'ana@example.com' }, editable: true }),
    children: <InterventionBar conversationId="demo" />,
  })
  const bar = within(await screen.findByRole('region', { name: 'Approvals' }))
  ;(await bar.findByRole('button', { name: 'Approve' })).focus()
  await chat.user.keyboard('{Control>}e{/Control}')
  await chat.user.click(await bar.findByRole('button', { name: 'Discard changes' }))
  expect(await bar.findByRole('button', { name: 'Reject and stop' })).toBeVisible()
})
