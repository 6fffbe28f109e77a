import { InterventionBar } from 'intervention-bar'
import { agentThatAsks, calls } from 'intervention-bar/mocks'
import { expect, screen, userEvent, waitFor, within } from 'storybook/test'
import preview from '../.storybook/preview.tsx'
import { coverWithToast } from './support/coverWithToast.ts'
import { onStage, type Stage } from './support/stage.tsx'

const meta = preview.meta({
  title: 'Bar/Presses that do not count',
  component: InterventionBar,
  args: { conversationId: 'demo' },
  parameters: { layout: 'fullscreen' },
})
export default meta

const asks = agentThatAsks(calls.sendMail)
const user = userEvent.setup()
const approve = (): Promise<HTMLElement> => screen.findByRole('button', { name: 'Approve' })
const isArmed = async (): Promise<void> =>
  waitFor(async () => expect(await approve()).toHaveAttribute('data-armed'))
/** Waits until the arguments are drawn and a press would count. */
const isSettled = async (): Promise<void> => {
  await screen.findByRole('button', { name: 'Show exact text' })
  await isArmed()
}
const sent = ({ mock }: Stage): unknown[] => mock.requests.filter((one) => one.route === 'resume')

const early = onStage({ agent: asks })
/** A press in the first half second sends nothing, and the time starts again. */
export const TooEarly = meta.story({
  name: 'A press in the first half second',
  ...early,
  play: async () => {
    const button = await approve()
    await expect(button).not.toHaveAttribute('data-armed')
    await user.click(button)
    await expect(button).not.toHaveAttribute('data-armed')
    await isArmed()
    await expect(sent(early.stage())).toEqual([])
  },
})

const covered = onStage({ agent: asks })
let uncover = (): void => undefined
/** Something covers the call and lets clicks through: the press sends nothing, and the bar says why. */
export const Covered = meta.story({
  name: 'Something on this page covers this request',
  ...covered,
  beforeEach: (context) => {
    const end = covered.beforeEach(context)
    return () => {
      uncover()
      end()
    }
  },
  play: async () => {
    await isSettled()
    uncover = coverWithToast((await screen.findByText('Send an email')).closest('h3')!)
    await user.click(await approve())
    const alert = await screen.findByRole('alert')
    await expect(alert).toHaveTextContent(
      'Something on this page covers this request. Nothing was sent. Move it away, then press again.',
    )
    await expect(
      within(alert.closest('section')!).getByRole('button', { name: 'Approve' }),
    ).not.toHaveAttribute('data-armed')
    await expect(sent(covered.stage())).toEqual([])
  },
})

const uncovered = onStage({ agent: asks })
/** The cover was moved away: the next press counts. */
export const Uncovered = meta.story({
  name: 'The cover was moved away',
  ...uncovered,
  play: async () => {
    await isSettled()
    const remove = coverWithToast((await screen.findByText('Send an email')).closest('h3')!)
    await user.click(await approve())
    await screen.findByRole('alert')
    remove()
    await isArmed()
    await expect(screen.queryByRole('alert')).toBeNull()
    await user.click(await approve())
    await screen.findByText(/You approved Send an email/)
    await expect(sent(uncovered.stage())).toHaveLength(1)
  },
})
