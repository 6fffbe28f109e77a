import { screen, waitFor, within } from '@testing-library/react'
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
