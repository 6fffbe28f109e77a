import { agentThatAsks, ask, type CallDraft, calls } from 'intervention-bar/mocks'
import { InterventionBar } from 'intervention-bar'
import { expect, screen, userEvent, waitFor, within } from 'storybook/test'
import preview from '../.storybook/preview.tsx'
import { onStage } from './support/stage.tsx'

const meta = preview.meta({
  title: 'List',
  component: InterventionBar,
  args: { conversationId: 'demo' },
  parameters: { layout: 'fullscreen' },
})
export default meta

const user = userEvent.setup()
const mail = (name: string, change: Partial<CallDraft> = {}): CallDraft => ({
  ...calls.sendMail,
  args: { to: `${name}@example.com`, subject: 'Moving the review' },
  ...change,
})
const researcher = { name: 'Researcher', relation: 'sub_agent', path: [] } as const
const mixed: readonly CallDraft[] = [
  mail('ana'),
  mail('ben'),
  mail('cleo', { agent: researcher }),
  calls.runCommand,
  calls.queryDatabase,
  calls.sendMail,
]
const rows = async (): Promise<HTMLElement[]> =>
  within(await screen.findByRole('list', { name: 'Requests that wait' })).findAllByRole('listitem')

async function openList(): Promise<void> {
  await user.click(await screen.findByRole('button', { name: /See all/ }))
  await screen.findByRole('list', { name: 'Requests that wait' })
}

async function tick(...names: readonly string[]): Promise<void> {
  for (const name of names) {
    const box = await screen.findByRole('checkbox', { name: new RegExp(`${name}@`) }, { timeout: 5_000 })
    await user.click(box)
  }
}

const opened = onStage({ agent: agentThatAsks(...mixed) })
/** The pager opens the list. A row says who asks, and why it cannot be decided with others. */
export const Opened = meta.story({
  name: '6 approvals needed',
  ...opened,
  play: async () => {
    await openList()
    await screen.findByRole('checkbox', { name: /ana@/ }, { timeout: 5_000 })
    await expect((await rows())[3]).toHaveTextContent('May delete or overwrite')
  },
})

const ticked = onStage({ agent: agentThatAsks(...mixed) })
/** Calls of one kind are ticked. The line above the buttons names each, and one request decides them. */
export const Ticked = meta.story({
  name: 'Approve these 3',
  ...ticked,
  play: async () => {
    await openList()
    await tick('ana', 'ben', 'cleo')
    await screen.findByRole('button', { name: 'Approve these 3' })
  },
})

const approved = onStage({ agent: agentThatAsks(...mixed) })
/** After the press the others are still there. */
export const Approved = meta.story({
  name: 'Approved together',
  ...approved,
  play: async () => {
    await openList()
    await tick('ana', 'ben')
    const button = await screen.findByRole('button', { name: 'Approve these 2' })
    await waitFor(() => expect(button).toHaveAttribute('data-armed'), { timeout: 5_000 })
    await user.click(button)
    await screen.findByRole('heading', { name: '4 approvals needed', level: 3 })
    await expect(approved.stage().mock.requests.filter(({ route }) => route === 'resume')).toHaveLength(1)
  },
})

const refused = onStage({ agent: agentThatAsks(...mixed), faults: [{ name: 'refused' }] })
/** A batch is all or nothing: what was refused keeps waiting, with its ticks. */
export const Refused = meta.story({
  name: "You don't have permission to approve this",
  ...refused,
  play: async () => {
    await openList()
    await tick('ana', 'ben')
    const button = await screen.findByRole('button', { name: 'Approve these 2' })
    await waitFor(() => expect(button).toHaveAttribute('data-armed'), { timeout: 5_000 })
    await user.click(button)
    await screen.findByText(/permission to approve this/)
    await expect(screen.getByRole('button', { name: 'Approve these 2' })).toBeVisible()
  },
})

const many = Array.from({ length: 1_000 }, (_, at) => mail(`person${at}`))
const thousand = onStage({
  message: null,
  agent: function* () {
    yield ask(...many)
  },
})
/** A list of a thousand draws the rows in view. */
export const AThousand = meta.story({
  name: '1,000 approvals needed',
  ...thousand,
  play: async () => {
    const { mock } = thousand.stage()
    await waitFor(() => expect(mock.streams()).toBeGreaterThan(0))
    mock.say('demo', 'Tell everybody')
    await screen.findByText('Request 1 of 1000')
    await openList()
    const [first] = await rows()
    await expect(first).toHaveAttribute('aria-setsize', '1000')
    const all = screen.getByRole('region', { name: /approvals needed/ }).querySelectorAll('*')
    await expect(all.length).toBeLessThan(400)
    await user.click(within(first!).getByRole('button'))
    await screen.findByText('Request 1 of 1000')
  },
})
