import { Intervention, useApprove } from 'intervention-bar'
import {
  type Agent,
  agentThatAsks,
  ask,
  askTogether,
  calls,
  createMemoryGateway,
  createMockGateway,
  type Fault,
  type MockGateway,
  questions,
  work,
} from 'intervention-bar/mocks'
import { cloneElement, useEffect, useState } from 'react'
import { expect, screen, userEvent, waitFor } from 'storybook/test'
import preview from '../.storybook/preview.tsx'
import { longCall } from './support/barStates.ts'
import { propsOf } from './support/propsOf.ts'
import { StoryProvider } from './support/StoryProvider.tsx'

interface PartProps {
  /** The part, inside of a card. */
  readonly part: React.ReactElement
  readonly agent?: Agent
  readonly faults?: readonly Fault[]
  readonly prepare?: (mock: MockGateway) => void
  /** Approves the first call at once. */
  readonly approves?: boolean
  /** The host's own frame around the card. */
  readonly frame?: React.CSSProperties
}

/** One part of the card alone, in the look of the bar. */
function Part({
  part,
  agent,
  faults,
  prepare,
  approves = false,
  frame,
  ...props
}: PartProps): React.ReactElement {
  const [gateway] = useState(() => {
    const mock = createMockGateway({
      agent: agent ?? agentThatAsks(calls.sendMail),
      faults: faults ?? [],
    })
    prepare?.(mock)
    mock.say('demo', 'Tell Ana that the review moves to Thursday.')
    return createMemoryGateway(mock, { timeoutMs: 600 })
  })
  return (
    <StoryProvider gateway={gateway}>
      <div style={{ maxInlineSize: '44rem', ...frame }}>
        <Intervention.Root conversationId="demo" styled aria-label="The part" aria-labelledby={undefined}>
          {cloneElement(part, props)}
        </Intervention.Root>
      </div>
      {approves && <Approval />}
    </StoryProvider>
  )
}

/** Approves as soon as the call is there. */
function Approval(): null {
  const { mutate } = useApprove('demo')
  useEffect(() => {
    const timer = setTimeout(() => mutate({ toolCallId: 'call_1' }), 200)
    return () => clearTimeout(timer)
  }, [mutate])
  return null
}

const hidden = { table: { disable: true } }
const meta = preview.meta({
  title: 'Parts',
  component: Part,
  tags: ['autodocs'],
  args: { part: <Intervention.Title /> },
  argTypes: { part: hidden, agent: hidden, faults: hidden, prepare: hidden, approves: hidden, frame: hidden },
})
export default meta

const user = userEvent.setup()
const shows = (text: string | RegExp): Promise<HTMLElement> => screen.findByText(text)
const hasButton = (name: string | RegExp): Promise<HTMLElement> => screen.findByRole('button', { name })

/** The sentence, the tool's name and its server. */
export const Title = meta.story({
  name: 'Title: Assistant wants to run Send an email',
  argTypes: propsOf('Intervention.Title'),
  play: async () => void (await shows('Send an email')),
})

/** The tool's own claims. They are not checked. */
export const Risks = meta.story({
  name: 'Risks: May delete or overwrite',
  argTypes: propsOf('Intervention.Risks'),
  args: { part: <Intervention.Risks />, agent: agentThatAsks(calls.runCommand) },
  play: async () => void (await shows('May delete or overwrite')),
})

/** The reason that was given for the call, in two lines. */
export const Why = meta.story({
  name: 'Why: Assistant’s reason',
  argTypes: propsOf('Intervention.Why'),
  args: { part: <Intervention.Why />, agent: agentThatAsks(longCall) },
  play: async () => void (await shows(/Assistant's reason:/)),
})

/** The time until which the call can be decided. */
export const Expiry = meta.story({
  name: 'Expiry: 0:48 left, then it won’t run',
  argTypes: propsOf('Intervention.Expiry'),
  args: { part: <Intervention.Expiry />, agent: agentThatAsks({ ...calls.sendMail, expiresInMs: 48_500 }) },
  play: async () => void (await shows(/left/)),
})

/** What stands in the way of a decision. */
export const Notice = meta.story({
  name: 'Notice: You can’t approve this',
  argTypes: propsOf('Intervention.Notice'),
  args: {
    part: <Intervention.Notice />,
    prepare: (mock) => mock.allow(false, 'Ask an owner of Acme Shop.'),
  },
  play: async () => void (await shows(/You can't approve this/)),
})

/** What would run: a list of values, or the exact text. */
export const Arguments = meta.story({
  name: 'Arguments: to, subject, body',
  argTypes: propsOf('Intervention.Arguments'),
  args: { part: <Intervention.Arguments /> },
  play: async () => void (await shows('ana@example.com')),
})

/** A quiet line that opens a field. */
export const Reason = meta.story({
  name: 'Reason: Tell Assistant what to do instead…',
  argTypes: propsOf('Intervention.Reason'),
  args: { part: <Intervention.Reason /> },
  play: async () => {
    await user.click(await hasButton(/Tell Assistant what to do instead/))
    await expect(await screen.findByRole('textbox')).toHaveFocus()
  },
})

/** What failed, whether the call ran, and what to do next. */
export const ErrorMessage = meta.story({
  name: 'Error: You don’t have permission to approve this',
  argTypes: propsOf('Intervention.Error'),
  args: {
    part: (
      <>
        <Intervention.Error />
        <Intervention.Approve />
      </>
    ),
    faults: [{ name: 'refused', times: 9 }],
    approves: true,
  },
  play: async () => void (await hasButton('Try again')),
})

/** A call that may destroy, and was not shown in full. */
export const HeldBack = meta.story({
  name: 'HeldBack: open all lines to approve',
  argTypes: propsOf('Intervention.HeldBack'),
  args: {
    part: (
      <>
        <Intervention.Arguments />
        <Intervention.HeldBack />
      </>
    ),
    agent: agentThatAsks({
      ...longCall,
      tool: { name: 'write_file', annotations: { destructiveHint: true } },
    }),
  },
  play: async () => void (await hasButton(/Open all .* to approve/)),
})

/** What a decision means for the other calls of the same pause. */
export const Siblings = meta.story({
  name: 'Siblings: sent together with the others',
  argTypes: propsOf('Intervention.Siblings'),
  args: {
    part: <Intervention.Siblings />,
    agent: function* () {
      const pause = { answering: 'together', siblings: 'reject_voids_approvals' } as const
      yield askTogether(pause, calls.sendMail, calls.editFile)
    },
  },
  play: async () => void (await shows(/sent together/)),
})

/** What a wider scope than this call allows, once it is chosen. */
export const Grant = meta.story({
  name: 'Grant: what is allowed with it',
  argTypes: propsOf('Intervention.Grant'),
  args: {
    part: (
      <>
        <Intervention.Grant />
        <Intervention.Approve />
        <Intervention.Remember />
      </>
    ),
    agent: agentThatAsks({ ...calls.sendMail, remember: ['session', 'always'] }),
  },
  play: async () => {
    await user.click(await hasButton('Once'))
    await user.click(await screen.findByRole('menuitemradio', { name: /in this chat/ }))
    await hasButton('Change to just this one')
  },
})

/** What happens to a question without an answer. */
export const Hint = meta.story({
  name: "Hint: don't answer",
  argTypes: propsOf('Intervention.Hint'),
  args: { part: <Intervention.Hint />, agent: agentThatAsks(questions.day) },
  play: async () => void (await shows(/goes on without an answer/)),
})

/** The decisions that the call offers. */
export const Actions = meta.story({
  name: 'Actions: the reason entry and the decisions',
  argTypes: propsOf('Intervention.Actions'),
  args: { part: <Intervention.Actions /> },
  play: async () => void (await hasButton('Approve')),
})

/** Rejects, and ends the task. */
export const Reject = meta.story({
  name: 'Reject: Reject and stop',
  argTypes: propsOf('Intervention.Reject'),
  args: { part: <Intervention.Reject /> },
  play: async () => void (await hasButton('Reject and stop')),
})

/** Rejects, and the agent goes on. */
export const RejectContinue = meta.story({
  name: 'RejectContinue: Reject and continue',
  argTypes: propsOf('Intervention.RejectContinue'),
  args: { part: <Intervention.RejectContinue /> },
  play: async () => void (await hasButton('Reject and continue')),
})

/** Lets the call run. */
export const Approve = meta.story({
  name: 'Approve',
  argTypes: propsOf('Intervention.Approve'),
  args: { part: <Intervention.Approve /> },
  play: async () => void (await hasButton('Approve')),
})

/** Ends the task where the backend has no Reject and stop. */
export const Stop = meta.story({
  name: 'Stop: Stop the run',
  argTypes: propsOf('Intervention.Stop'),
  args: {
    part: <Intervention.Stop />,
    agent: agentThatAsks({ ...calls.sendMail, decisions: ['approved', 'rejected_continue'] }),
  },
  play: async () => void (await hasButton(/^Stop the/)),
})

/** What is rare. */
export const Overflow = meta.story({
  name: 'Overflow: Copy details',
  argTypes: propsOf('Intervention.Overflow'),
  args: { part: <Intervention.Overflow /> },
  play: async () => {
    await user.click(await hasButton('More'))
    await screen.findByRole('menuitem', { name: /Copy details/ })
  },
})

/** The outcome of the call. */
export const Receipt = meta.story({
  name: 'Receipt: You approved Send an email',
  argTypes: propsOf('Intervention.Receipt'),
  args: { part: <Intervention.Receipt />, approves: true },
  play: async () => void (await shows(/You approved/)),
})

/** What was decided, one line each. */
export const Receipts = meta.story({
  name: 'Receipts: You approved Send an email',
  argTypes: propsOf('Intervention.Receipts'),
  args: { part: <Intervention.Receipts conversationId="demo" />, approves: true },
  play: async () => void (await shows(/You approved/)),
})

/** A run works. */
export const Busy = meta.story({
  name: 'Busy: the agent is working…',
  argTypes: propsOf('Intervention.Busy'),
  args: {
    part: <Intervention.Busy conversationId="demo" />,
    agent: function* () {
      yield ask(calls.sendMail)
      yield work(600_000)
    },
    approves: true,
  },
  play: async () => void (await shows(/working…/)),
})

/** What is shown may be out of date. */
export const Connection = meta.story({
  name: 'Connection: Not live',
  argTypes: propsOf('Intervention.Connection'),
  args: {
    part: <Intervention.Connection conversationId="demo" />,
    agent: function* () {
      yield ask(calls.sendMail)
      yield work(600_000)
    },
    prepare: (mock) => {
      setTimeout(() => {
        mock.fault({ name: 'server_error', on: 'events', times: 999 })
        mock.fault({ name: 'drops_stream' })
      }, 300)
    },
  },
  play: async () => void (await shows(/Not live/)),
})

/** A question of the agent, with its field. */
export const Question = meta.story({
  name: 'Question: Which day should the mail name?',
  argTypes: propsOf('Intervention.Question'),
  args: { part: <Intervention.Question />, agent: agentThatAsks(questions.day) },
  play: async () => void (await screen.findByLabelText('Your answer')),
})

/** Sends the written answer. */
export const Answer = meta.story({
  name: 'Answer',
  argTypes: propsOf('Intervention.Answer'),
  args: {
    part: (
      <>
        <Intervention.Question />
        <Intervention.Answer />
      </>
    ),
    agent: agentThatAsks(questions.day),
  },
  play: async () => void (await hasButton('Answer')),
})

/** The menu of scopes beside Approve. */
export const Remember = meta.story({
  name: 'Remember: Once',
  argTypes: propsOf('Intervention.Remember'),
  args: {
    part: (
      <>
        <Intervention.Approve />
        <Intervention.Remember />
      </>
    ),
    agent: agentThatAsks({ ...calls.sendMail, remember: ['session', 'always'] }),
  },
  play: async () => void (await hasButton('Once')),
})

/** Leaves the form of the arguments. */
export const Discard = meta.story({
  name: 'Discard: leave the form',
  argTypes: propsOf('Intervention.Discard'),
  args: {
    part: (
      <>
        <Intervention.Arguments />
        <Intervention.Overflow />
        <Intervention.Discard />
        <Intervention.Approve />
      </>
    ),
    agent: agentThatAsks({ ...calls.sendMail, editable: true }),
  },
  play: async () => {
    await user.click(await hasButton('More'))
    await user.click(await screen.findByRole('menuitem', { name: /^Edit/ }))
    await waitFor(() => expect(document.querySelector('[data-part="discard"]')).toBeVisible())
  },
})

/** A card of a host: its own frame, order and classes around the parts. */
export const OwnCard = meta.story({
  name: 'A card of your own',
  args: {
    part: (
      <>
        <Intervention.Title />
        <Intervention.Risks />
        <Intervention.Why />
        <Intervention.Notice />
        <Intervention.Arguments />
        <Intervention.Error />
        <Intervention.HeldBack />
        <div style={{ display: 'flex', flexWrap: 'wrap', gap: '0.5rem' }}>
          <Intervention.Approve />
          <Intervention.RejectContinue />
        </div>
        <Intervention.Reason />
      </>
    ),
    frame: {
      padding: '1rem',
      border: '1px solid color-mix(in oklab, CanvasText 16%, Canvas)',
      borderRadius: '0.75rem',
    },
    agent: function* () {
      yield ask(calls.queryDatabase)
    },
  },
  play: async () => void (await hasButton('Approve')),
})
