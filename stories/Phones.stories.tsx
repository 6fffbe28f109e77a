import { expect, waitFor } from 'storybook/test'
import preview from '../.storybook/preview.tsx'
import { barStates, type BarStateName } from './support/barStates.ts'
import { StateScene } from './support/StateScene.tsx'
import './support/phones.css'

interface PhonesProps {
  readonly state: BarStateName
}

/** The same chat on two phones. */
function Phones({ state }: PhonesProps): React.ReactElement {
  return (
    <main className="phones">
      {['large', 'small'].map((size) => (
        <div key={`${size} ${state}`} className="phone" data-size={size}>
          <StateScene state={state} />
        </div>
      ))}
    </main>
  )
}

const meta = preview.meta({
  title: 'Phones',
  component: Phones,
  argTypes: { state: { control: 'select', options: Object.keys(barStates) } },
  parameters: {
    layout: 'fullscreen',
    // Each phone is a page of its own.
    a11y: { options: { rules: { 'landmark-unique': { enabled: false } } } },
  },
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(canvasElement.querySelectorAll('[data-reached]').length).toBe(2))
  },
})
export default meta

/** 375 x 667 and 320 x 568 pixels. */
export const Waiting = meta.story({
  name: 'Assistant wants to send an email',
  args: { state: 'waiting' },
})

/** All of it is one scroll away, and the decisions stay where they are. */
export const Long = meta.story({ name: 'A file of 400 lines', args: { state: 'long' } })

/** The message pushes nothing out of view. */
export const Failed = meta.story({
  name: 'You don’t have permission to approve this',
  args: { state: 'failed' },
})
