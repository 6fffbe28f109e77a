import { InterventionBar } from 'intervention-bar'
import { agentThatAsks, calls, decide } from 'intervention-bar/mocks'
import { expect, screen, userEvent, waitFor, within } from 'storybook/test'
import preview from '../.storybook/preview.tsx'
import { leaveDecision, otherApproval, tellAsOtherTab } from './support/otherPages.ts'
import { onStage, type Stage, type StageOptions } from './support/stage.tsx'

const meta = preview.meta({
  title: 'Bar/Other tabs and reload',
  component: InterventionBar,
  args: { conversationId: 'demo' },
  parameters: { layout: 'fullscreen' },
})
export default meta

const asks = agentThatAsks(calls.sendMail)
const user = userEvent.setup()
const bar = (): Promise<HTMLElement> => screen.findByRole('region', { name: /approval|activity/i })
const shows = async (text: string | RegExp): Promise<HTMLElement> => within(await bar()).findByText(text)
const requestIds = ({ mock }: Stage): readonly (string | null)[] =>
  mock.requests.filter((one) => one.route === 'resume').map((one) => one.requestId)
/** A decision was sent before a reload, and its result is unknown. */
const reloaded: StageOptions = {
  agent: asks,
  paceMs: 0,
  prepare: (_mock, gateway) => leaveDecision(gateway),
}

const otherTab = onStage({ agent: asks })
/** Another tab of this browser decides: the bar says so, and nothing is sent from here. */
export const BeingDecidedInAnotherTab = meta.story({
  name: 'Being decided in another tab…',
  ...otherTab,
  play: async () => {
    await shows('Send an email')
    tellAsOtherTab(otherTab.stage().gateway, { isOver: false })
    await shows('Being decided in another tab…')
    await expect(requestIds(otherTab.stage())).toEqual([])
  },
})

const otherTabDecided = onStage({ agent: asks })
/** Another tab has decided: the receipt is shown here as well. */
export const DecidedInAnotherTab = meta.story({
  name: 'Another tab approved',
  ...otherTabDecided,
  play: async () => {
    const { gateway, mock } = otherTabDecided.stage()
    await shows('Send an email')
    tellAsOtherTab(gateway, { isOver: false })
    await shows('Being decided in another tab…')
    await gateway.resume(otherApproval, { signal: AbortSignal.timeout(5_000) })
    tellAsOtherTab(gateway, { isOver: true })
    await shows(/You approved Send an email/)
    await expect(mock.executions).toHaveLength(1)
  },
})

const earlier = onStage(reloaded)
/** A decision was sent before a reload, and its result is unknown: the bar says so, and nothing is sent. */
export const DecidedBeforeReload = meta.story({
  name: 'Your earlier decision may still arrive',
  ...earlier,
  play: async () => {
    await shows('Your earlier decision may still arrive. Until then you can decide again.')
    await waitFor(() => expect(screen.getByRole('button', { name: 'Approve' })).toHaveAttribute('data-armed'))
    await expect(requestIds(earlier.stage())).toEqual([])
  },
})

const checking = onStage({ ...reloaded, faults: [{ name: 'never_answers', times: 9 }], timeoutMs: 600 })
/** The same decision after the reload continues the earlier one: its result is checked. */
export const CheckingAfterReload = meta.story({
  name: 'Checking, after a reload',
  ...checking,
  play: async () => {
    await shows(/Your earlier decision may still arrive/)
    await decide(document.body, 'approved', { user })
    await shows(/Checking whether your decision arrived/)
    await waitFor(() =>
      expect(new Set(requestIds(checking.stage()))).toEqual(new Set([otherApproval.requestId])),
    )
  },
})
