import { agentThatAsks, ask, askTogether, calls, decide, say, work } from 'intervention-bar/mocks'
import { InterventionBar } from 'intervention-bar'
import { expect, screen, userEvent, waitFor, within } from 'storybook/test'
import preview from '../.storybook/preview.tsx'
import { Chat } from './support/Chat.tsx'
import { propsOf } from './support/propsOf.ts'
import { onStage } from './support/stage.tsx'

const meta = preview.meta({
  title: 'Bar',
  component: InterventionBar,
  args: { conversationId: 'demo' },
  tags: ['autodocs'],
  argTypes: propsOf('InterventionBar'),
  parameters: {
    layout: 'fullscreen',
    docs: {
      story: { inline: false, height: '480px' },
      description: {
        component:
          'One waiting call above the composer, its decisions, and the state of the run. Renders a `<section>`, or nothing.',
      },
    },
  },
})
export default meta

const asks = agentThatAsks(calls.sendMail)
const user = userEvent.setup()
const bar = (): Promise<HTMLElement> => screen.findByRole('region', { name: /approval|activity/i })
const shows = async (text: string | RegExp): Promise<HTMLElement> => within(await bar()).findByText(text)
const isIdle = async (): Promise<void> =>
  waitFor(() => expect(document.querySelector('[data-part="busy"]')).toBeNull())

const waiting = onStage({ agent: asks })
/** One call waits. Focus stays where it was. */
export const Waiting = meta.story({
  name: 'Assistant wants to run Send an email',
  ...waiting,
  render: (props) => {
    const { gateway, mock } = waiting.stage()
    return <Chat key={gateway.id} gateway={gateway} bar={props} say={(text) => void mock.say('demo', text)} />
  },
  play: async () => {
    const composer = screen.getByRole('textbox', { name: 'Message' })
    composer.focus()
    await shows('Send an email')
    await waitFor(() => expect(screen.getByRole('button', { name: 'Approve' })).toHaveAttribute('data-armed'))
    await isIdle()
    await expect(document.activeElement).toBe(composer)
  },
})

const nothing = onStage({ agent: asks, message: null })
/** No call waits: the bar is not in the page. */
export const NothingPending = meta.story({
  name: 'Nothing waits: no bar',
  ...nothing,
  play: async () => {
    await waitFor(() => expect(nothing.stage().mock.streams()).toBeGreaterThan(0))
    await expect(screen.queryByRole('region')).toBeNull()
  },
})

const running = onStage({
  agent: function* () {
    yield say('Let me look that up. ')
    yield work(60_000)
  },
})
/** The agent works and no call waits: the chat shows that, and the bar is not in the page. */
export const Running = meta.story({
  name: 'The agent works: no bar',
  ...running,
  play: async () => {
    await screen.findByText(/Let me look that up/)
    await expect(screen.queryByRole('region')).toBeNull()
  },
})

const severalWaiting = onStage({ agent: agentThatAsks(calls.editFile, calls.runCommand, calls.sendMail) })
/** Several calls wait: the oldest is shown, with its position and buttons to the others. */
export const SeveralWaiting = meta.story({
  name: 'Request 1 of 3',
  ...severalWaiting,
  play: async () => {
    await shows('Request 1 of 3')
    await decide(document.body, 'approved', { user })
    await shows('Request 1 of 2')
    await shows('Run a command')
  },
})

const together = onStage({
  agent: function* () {
    const pause = { answering: 'together', siblings: 'reject_voids_approvals' } as const
    yield askTogether(pause, calls.editFile, calls.runCommand, calls.sendMail)
  },
})
/** The backend takes the decisions only together: choices can be changed until the last one sends them all. */
export const SentTogether = meta.story({
  name: '2 left, sent together',
  ...together,
  play: async () => {
    await decide(document.body, 'approved', { user })
    await shows(/2 left/)
    await user.click(await screen.findByRole('button', { name: 'Previous request' }))
    await shows(/You chose “Approve”. You can still change it./)
    await expect(together.stage().mock.requests.filter((one) => one.route === 'resume')).toHaveLength(0)
  },
})

const inOrder = onStage({
  agent: function* () {
    const pause = { answering: 'in_order', siblings: 'reject_rejects_rest' } as const
    yield askTogether(pause, calls.editFile, calls.runCommand)
  },
})
/** The backend takes the decisions in order: only the first call can be decided. */
export const DecidedInOrder = meta.story({
  name: 'Decide on Edit a file first',
  ...inOrder,
  play: async () => {
    await shows(/Rejecting this one also rejects the other\./)
    await user.click(await screen.findByRole('button', { name: 'Next request' }))
    await shows('Decide on Edit a file first.')
    await expect(screen.queryByRole('button', { name: 'Approve' })).toBeNull()
  },
})

const deciding = onStage({ agent: asks, faults: [{ name: 'slow', ms: 60_000 }], timeoutMs: 60_000 })
/** A decision is in flight: the button says so, nothing is disabled, and focus stays. */
export const Deciding = meta.story({
  name: 'Approving…',
  ...deciding,
  play: async () => {
    await decide(document.body, 'approved', { user })
    const button = await screen.findByRole('button', { name: 'Approving…' })
    await expect(button).toHaveAttribute('aria-disabled', 'true')
    await expect(button).toHaveFocus()
  },
})

const approved = onStage({ agent: asks, paceMs: 30 })
/** Approved: the spinner continues with the new run and ends with it. */
export const ApprovedAndCarriedOn = meta.story({
  name: 'You approved, and the agent goes on',
  ...approved,
  play: async () => {
    await decide(document.body, 'approved', { user })
    await shows('Assistant is working…')
    await shows(/You approved Send an email/)
    await isIdle()
    await expect(approved.stage().mock.executions).toHaveLength(1)
  },
})

const rejected = onStage({ agent: asks })
/** Rejected and stopped: the run has ended, and nothing ran. */
export const RejectedAndHalted = meta.story({
  name: 'You rejected, and the task ended',
  ...rejected,
  play: async () => {
    await decide(document.body, 'rejected', { user })
    await shows(/You rejected Send an email/)
    await isIdle()
    await expect(rejected.stage().mock.executions).toHaveLength(0)
  },
})

const continued = onStage({ agent: asks })
/** Rejected with a reason: the agent is told and continues. */
export const RejectedAndContinued = meta.story({
  name: 'You rejected, and the agent was told',
  ...continued,
  play: async () => {
    await decide(document.body, 'rejected_continue', { user, reason: 'Call her instead.' })
    await shows(/It has not run/)
    await screen.findByText(/You said: Call her instead./)
    await isIdle()
  },
})

const reasonRequired = onStage({
  agent: agentThatAsks({ ...calls.pay, decisions: ['approved', 'rejected'] }),
})
/** A rejection that requires a reason: the first press opens the box. */
export const ReasonRequired = meta.story({
  name: 'Write a reason, then reject again',
  ...reasonRequired,
  play: async () => {
    await user.click(await screen.findByRole('button', { name: 'Reject and stop' }))
    const box = await screen.findByRole('textbox', { name: /^Tell Assistant what to do instead/ })
    await expect(box).toHaveFocus()
    await shows('Write a reason, then reject again.')
  },
})

const stopped = onStage({
  agent: agentThatAsks({ ...calls.sendMail, decisions: ['approved', 'rejected_continue'] }),
})
/** The backend has no Reject and stop, but can stop a run: the call is withdrawn, and nothing ran. */
export const StoppedWithoutADecision = meta.story({
  name: 'Stop the run',
  ...stopped,
  play: async () => {
    const stop = await screen.findByRole('button', { name: 'Stop the task' })
    await waitFor(() => expect(stop).toHaveAttribute('data-armed'))
    await user.click(stop)
    await shows(/Assistant no longer needs Send an email/)
    await isIdle()
    await expect(stopped.stage().mock.executions).toHaveLength(0)
  },
})

const failed = onStage({ agent: asks, faults: [{ name: 'refused' }] })
/** The server refused: the card stays and says so, and trying again sends the same request. */
export const ResumeFailedThenRetried = meta.story({
  name: 'Try again, after a refusal',
  ...failed,
  play: async () => {
    await decide(document.body, 'approved', { user })
    await shows(/You don't have permission.*Nothing has run/)
    await isIdle()
    await decide(document.body, 'try_again', { user })
    await shows(/You approved Send an email/)
    await isIdle()
  },
})

const refused = onStage({ agent: asks, faults: [{ name: 'refused', times: 99 }] })
/** The server refused, and nobody has tried again yet. */
export const ResumeFailed = meta.story({
  name: 'You don’t have permission to approve this',
  ...refused,
  play: async () => {
    await decide(document.body, 'approved', { user })
    await shows(/You don't have permission/)
    await expect(screen.getByRole('button', { name: 'Try again' })).not.toHaveAttribute('aria-disabled')
  },
})

const unknown = onStage({ agent: asks, faults: [{ name: 'drops_answer', times: 9 }] })
/** The answer was lost three times: a read finds the result. */
export const ResumeUnknownThenFound = meta.story({
  name: 'The answer was lost, and found',
  ...unknown,
  play: async () => {
    await decide(document.body, 'approved', { user })
    await shows(/You approved Send an email/)
    await isIdle()
    await expect(unknown.stage().mock.executions).toHaveLength(1)
  },
})

const mayHaveRun = onStage({ agent: asks, faults: [{ name: 'never_answers', times: 9 }], timeoutMs: 600 })
/** The result is unknown: the bar says so, and that trying again is safe. */
export const ResumeUnknown = meta.story({
  name: 'It may have run',
  ...mayHaveRun,
  play: async () => {
    await decide(document.body, 'approved', { user })
    await shows(/Checking whether your decision arrived/)
    await waitFor(async () => shows(/It may have run/))
  },
})

const endLost = onStage({ agent: asks, faults: [{ name: 'loses_end', times: 1 }] })
/** The stream lost the end of the run: a read finds it, and the spinner ends. */
export const EndLostThenFound = meta.story({
  name: 'The end of the run was lost, and found',
  ...endLost,
  play: async () => {
    await shows('Send an email')
    // The end of the park was lost. The next event shows the gap, and a read fills it.
    endLost.stage().mock.change('demo', 'call_1', { why: 'You asked me to.' })
    await isIdle()
  },
})

const neverStarts = onStage({ agent: asks, faults: [{ name: 'never_starts' }] })
/** Accepted, but Assistant did not start: after 10 s the bar says so. */
export const AcceptedButNotStarted = meta.story({
  name: 'Approved, but the agent did not start',
  ...neverStarts,
  play: async () => {
    await decide(document.body, 'approved', { user })
    await waitFor(async () => shows('Approved, but Assistant did not start.'))
    await isIdle()
  },
})

const elsewhere = onStage({ agent: asks })
/** Another person decided. */
export const DecidedElsewhere = meta.story({
  name: 'Maya rejected Send an email',
  ...elsewhere,
  play: async () => {
    await shows('Send an email')
    elsewhere.stage().mock.decideElsewhere('demo', 'call_1', 'rejected', { id: 'maya', name: 'Maya' })
    await shows(/Maya rejected Send an email/)
  },
})

/** A call that expires: the bar says when. Nothing is decided by itself. */
export const ExpiresSoon = meta.story({
  name: '0:25 left, then it won’t run',
  ...onStage({ agent: agentThatAsks({ ...calls.sendMail, expiresInMs: 25_000 }) }),
  play: async () => {
    await shows(/then it won't run/)
    await screen.findByText('Send an email expires in 20 seconds.')
  },
})

/** A call that expires, on a backend that can give it more time. */
export const KeptOpen = meta.story({
  name: 'Give me more time',
  ...onStage({
    agent: agentThatAsks({ ...calls.sendMail, expiresInMs: 15_000 }),
    also: (mock) => ({
      extend: async ({ conversationId, toolCallId }) => ({
        expiresAt: mock.extend(conversationId, toolCallId, 600_000),
      }),
    }),
  }),
  play: async () => {
    await user.click(await screen.findByRole('button', { name: 'Give me more time' }))
    await shows(/10 min left/)
  },
})

/** The time until which a call can be decided. */
export const ExpiresLater = meta.story({
  name: 'It expires in ten minutes',
  ...onStage({ agent: agentThatAsks({ ...calls.sendMail, expiresInMs: 600_000 }) }),
  play: async () => void (await shows(/10 min left/)),
})

const gone = onStage({ agent: asks })
/** The call expired while it was shown. */
export const Gone = meta.story({
  name: 'Send an email expired',
  ...gone,
  play: async () => {
    await shows('Send an email')
    gone.stage().mock.lapse('demo', 'call_1', 'expired')
    await shows(/Send an email expired at .* It has not run/)
  },
})

const changed = onStage({ agent: asks })
/** The call changed while it was shown: nothing was sent, and it is shown again. */
export const ChangedWhileLooking = meta.story({
  name: 'This request changed',
  ...changed,
  play: async () => {
    await shows('Send an email')
    changed.stage().mock.change('demo', 'call_1', { argsText: '{"to":"everybody@example.com"}' })
    await shows(/This request changed/)
    await shows('Hide changes')
    await expect((await bar()).querySelector('ins')).toHaveTextContent('Now everybody@example.com')
  },
})

const noPermission = onStage({
  agent: asks,
  prepare: (mock) => mock.allow(false, 'Ask an owner of the workspace.'),
})
/** The viewer may not decide. */
export const NoPermission = meta.story({
  name: 'You can’t approve this',
  ...noPermission,
  play: async () => {
    await shows(/You can't approve this. Ask an owner of the workspace./)
    await expect(screen.queryByRole('button', { name: 'Approve' })).toBeNull()
  },
})

const offline = onStage({ agent: asks })
/** Offline: nothing was sent, and nothing will be sent by itself. */
export const Offline = meta.story({
  name: 'You’re offline',
  ...offline,
  play: async () => {
    await shows('Send an email')
    Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => false })
    try {
      await decide(document.body, 'approved', { user })
      await shows(/You're offline. Your decision hasn't been sent./)
    } finally {
      Reflect.deleteProperty(navigator, 'onLine')
    }
    await expect(offline.stage().mock.requests.filter((request) => request.route === 'resume')).toHaveLength(
      0,
    )
  },
})

const failing = onStage({
  agent: function* () {
    yield ask(calls.sendMail)
    throw new Error('The mail server did not answer within 30 s.')
  },
})
/** The run after a decision ended with an error: the bar says so, with the words of the error. */
export const RunFailed = meta.story({
  name: 'Assistant has failed',
  ...failing,
  play: async () => {
    await decide(document.body, 'approved', { user })
    await shows(/^Assistant has failed\.$/)
    await shows('Error: The mail server did not answer within 30 s.')
  },
})

const stale = onStage({
  agent: function* () {
    yield say('Working on it. ')
    yield work(600_000)
  },
  faults: [{ name: 'server_error', on: 'events', times: 999 }],
})
/** The agent runs and the stream is down: the bar says that it may be out of date. */
export const StaleStream = meta.story({
  name: 'Not live',
  ...stale,
  play: async () => {
    await waitFor(async () => shows(/Not live/))
  },
})
