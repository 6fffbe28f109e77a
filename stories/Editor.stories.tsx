import {
  type EditDraft,
  Editor,
  type EditorProps,
  resultOfEdit,
  startAnswer,
  startEdit,
} from 'intervention-bar/editor'
import { useState } from 'react'
import { agentThatAsks } from 'intervention-bar/mocks'
import { expect, screen, userEvent, waitFor, within } from 'storybook/test'
import preview from '../.storybook/preview.tsx'
import { onStage } from './support/stage.tsx'

const meta = preview.meta({ title: 'Editor', component: Editor })
export default meta

const user = userEvent.setup()

/** The editor in a card, with what it would send below. */
function Sheet({
  start,
  ...props
}: { readonly start: EditDraft } & Partial<EditorProps>): React.ReactElement {
  const [draft, setDraft] = useState(start)
  const result = resultOfEdit(draft)
  return (
    <div data-part="bar" style={{ maxInlineSize: '47.5rem' }}>
      <div data-part="intervention" style={{ padding: '0.75rem' }}>
        <Editor {...props} label="Arguments" draft={draft} onChange={setDraft} />
        <pre data-testid="result" style={{ whiteSpace: 'pre-wrap', fontSize: '0.75rem' }}>
          {'argsText' in result
            ? result.argsText
            : `Not sent: ${result.invalid.map(({ text }) => text).join(' ')}`}
        </pre>
      </div>
    </div>
  )
}

const mail = {
  type: 'object',
  required: ['to', 'subject', 'body'],
  properties: {
    to: { type: 'string', format: 'email', title: 'To' },
    cc: { type: 'array', title: 'Cc', items: { type: 'string', format: 'email' } },
    subject: { type: 'string', title: 'Subject', maxLength: 60 },
    body: { type: 'string', title: 'Body' },
    priority: { type: 'integer', title: 'Priority', minimum: 1, maximum: 5 },
    format: { enum: ['plain', 'html'], title: 'Format' },
    receipt: { type: 'boolean', title: 'Read receipt', description: 'Asks the reader for a notice.' },
    sendAt: { type: 'string', format: 'date', title: 'Send on', default: '2026-12-01' },
  },
}
const mailText =
  '{"to":"ana@example.com","subject":"Moving the review to Thursday","body":"Hi Ana,\\ncan we move the review to Thursday at 10:00?","priority":3,"format":"plain","receipt":true,"thread":1192837465019283746}'

const result = (): Promise<HTMLElement> => screen.findByTestId('result')

/** One value is changed: every other byte is sent as it came. */
export const Form = meta.story({
  render: () => <Sheet schema={mail} start={startEdit('r1', mailText)} />,
  play: async () => {
    const subject = await screen.findByLabelText('Subject')
    await user.clear(subject)
    await user.type(subject, 'The review is on Thursday')
    await user.clear(screen.getByLabelText('Priority'))
    await user.type(screen.getByLabelText('Priority'), '2')
    await expect(await screen.findByText('2 edited by you')).toBeVisible()
    await expect(await result()).toHaveTextContent(
      mailText
        .replace('Moving the review to Thursday', 'The review is on Thursday')
        .replace('"priority":3', '"priority":2'),
    )
  },
})

/** What the tool's schema refuses is said beside the field, and nothing is sent. */
export const Refused = meta.story({
  render: () => <Sheet schema={mail} start={startEdit('r1', mailText)} />,
  play: async () => {
    const priority = await screen.findByLabelText('Priority')
    await user.clear(priority)
    await user.type(priority, '12')
    await expect(priority).toHaveAccessibleDescription('Too large: 5 or less. Was: 3')
    await expect(await result()).toHaveTextContent('Not sent: Too large: 5 or less.')
  },
})

/** The exact text, as it will be sent. */
export const Code = meta.story({
  render: () => <Sheet schema={mail} start={{ ...startEdit('r1', mailText), view: 'code' }} />,
  play: async () => {
    const code = await screen.findByLabelText('Code')
    await expect(code).toHaveValue(mailText)
    await user.type(code, '!')
    await expect(await result()).toHaveTextContent("This isn't JSON yet. See line 1.")
  },
})

const booking = {
  type: 'object',
  required: ['guests'],
  properties: {
    guests: {
      type: 'array',
      title: 'Guests',
      items: {
        type: 'object',
        required: ['name'],
        properties: { name: { type: 'string', title: 'Name' }, age: { type: 'integer', title: 'Age' } },
      },
    },
    meals: { type: 'array', title: 'Meals', items: { enum: ['breakfast', 'lunch', 'dinner'] } },
  },
}

/** Objects and lists, with values to add and to remove. */
export const Nested = meta.story({
  render: () => (
    <Sheet
      schema={booking}
      start={startEdit('r1', '{"guests":[{"name":"Ana","age":41},{"name":"Ben"}],"meals":["dinner"]}')}
    />
  ),
  play: async () => {
    await user.click(await screen.findByRole('button', { name: 'Remove Number 1' }))
    await user.click(screen.getByLabelText('lunch'))
    await expect(await result()).toHaveTextContent('{"guests":[{"name":"Ben"}],"meals":["dinner","lunch"]}')
  },
})

const question = {
  type: 'object',
  required: ['day', 'name'],
  properties: {
    day: {
      title: 'Which day suits you?',
      oneOf: [
        { const: 'thu', title: 'Thursday, 3 December, 10:00' },
        { const: 'fri', title: 'Friday, 4 December, 14:00' },
      ],
    },
    name: { type: 'string', title: 'Your name' },
    seats: { type: 'integer', title: 'Seats', default: 2 },
  },
}

/** The form of a question starts with its defaults and asks for the rest. */
export const Answer = meta.story({
  render: () => <Sheet isAnswer schema={question} start={startAnswer('r1', question)} />,
  play: async () => {
    const days = within(await screen.findByRole('radiogroup', { name: 'Which day suits you?' }))
    await user.click(days.getByLabelText(/Friday/))
    await user.type(screen.getByLabelText('Your name'), 'Ana')
    await expect(await result()).toHaveTextContent('{"seats":2,"day":"fri","name":"Ana"}')
  },
})

const editable = onStage({
  agent: agentThatAsks({
    tool: { name: 'send_mail', title: 'Send an email', server: 'mail', inputSchema: mail },
    argsText: mailText,
    editable: true,
  }),
  message: 'Go ahead.',
})

/** The bar while the arguments are edited: one way back, and one that sends exactly what is in view. */
export const InTheBar = meta.story({
  ...editable,
  play: async () => {
    await user.click(await screen.findByRole('button', { name: 'More' }))
    await user.click(await screen.findByRole('menuitem', { name: 'Edit before approving' }))
    const subject = await screen.findByRole('textbox', { name: 'Subject' })
    await waitFor(() => expect(screen.getByRole('textbox', { name: 'To' })).toHaveFocus())
    await user.clear(subject)
    await user.type(subject, 'The review is on Thursday')
    const approve = await screen.findByRole('button', { name: 'Approve with 1 edit' })
    await waitFor(() => expect(approve).toHaveAttribute('data-armed'))
  },
})

/** The difference of what is edited as code. */
export const EditsInCode = meta.story({
  name: 'Show edits',
  ...onStage({
    agent: agentThatAsks({
      tool: { name: 'send_mail', inputSchema: mail },
      argsText: mailText,
      editable: true,
    }),
  }),
  play: async () => {
    await user.click(await screen.findByRole('button', { name: 'More' }))
    await user.click(await screen.findByRole('menuitem', { name: 'Edit before approving' }))
    await user.click(await screen.findByRole('button', { name: 'Code' }))
    const code = await screen.findByLabelText('Code')
    await user.clear(code)
    await user.paste(mailText.replace('Moving the review', 'The review is').replace('3', '2'))
    await user.click(await screen.findByRole('button', { name: 'Show edits' }))
    await expect((await screen.findAllByText('Now'))[0]).toBeVisible()
  },
})
