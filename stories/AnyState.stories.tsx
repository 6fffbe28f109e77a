import { type CallDraft, calls } from 'intervention-bar/mocks'
import { expect, waitFor } from 'storybook/test'
import preview from '../.storybook/preview.tsx'
import { type BarState, barStates, type BarStateName } from './support/barStates.ts'
import { StateScene } from './support/StateScene.tsx'

const tools = {
  'that of the state': undefined,
  'send a mail': calls.sendMail,
  'edit a file': calls.editFile,
  'run a command': calls.runCommand,
  'query a database': calls.queryDatabase,
  'pay an invoice': calls.pay,
} as const satisfies Record<string, CallDraft | undefined>

const densities = {
  compact: { '--ib-target': '2rem', '--ib-pad': '0.5rem' },
  'as it is': {},
  roomy: { '--ib-target': '2.75rem', '--ib-pad': '1rem' },
} as const

interface AnyStateProps {
  readonly state: BarStateName
  readonly tool: keyof typeof tools
  /** Lines that are added to the first argument. */
  readonly lines: number
  readonly theme: 'light' | 'dark'
  readonly direction: 'ltr' | 'rtl'
  readonly density: keyof typeof densities
  /** The width of the chat in pixels. */
  readonly width: number
}

/** Adds lines to the longest argument of a call. */
function lengthen(call: CallDraft | undefined, lines: number): CallDraft | undefined {
  if (!call || lines === 0) return call
  const args = Object.entries(call.args as Readonly<Record<string, string>>)
  const [longest] = args.toSorted(([, a], [, b]) => b.length - a.length)[0]!
  const more = Array.from({ length: lines }, (_one, index) => `\nLine ${index + 1} of ${lines}`).join('')
  return {
    ...call,
    args: Object.fromEntries(args.map(([name, text]) => [name, name === longest ? text + more : text])),
  }
}

function AnyState({
  state,
  tool,
  lines,
  theme,
  direction,
  density,
  width,
}: AnyStateProps): React.ReactElement {
  const { call = calls.sendMail }: BarState = barStates[state]
  return (
    <div
      dir={direction}
      style={{
        ...(densities[density] as React.CSSProperties),
        colorScheme: theme,
        background: 'Canvas',
        inlineSize: width,
        maxInlineSize: '100%',
        marginInline: 'auto',
      }}
    >
      <StateScene
        key={`${state} ${tool} ${lines}`}
        state={state}
        call={lengthen(tools[tool] ?? call, lines)}
      />
    </div>
  )
}

const initial: AnyStateProps = {
  state: 'waiting',
  tool: 'that of the state',
  lines: 0,
  theme: 'light',
  direction: 'ltr',
  density: 'as it is',
  width: 760,
}

const meta = preview.meta({
  title: 'Any state',
  component: AnyState,
  args: initial,
  argTypes: {
    state: { control: 'select', options: Object.keys(barStates) },
    tool: { control: 'select', options: Object.keys(tools) },
    lines: { control: { type: 'range', min: 0, max: 400, step: 10 } },
    theme: { control: 'inline-radio', options: ['light', 'dark'] },
    direction: { control: 'inline-radio', options: ['ltr', 'rtl'] },
    density: { control: 'inline-radio', options: Object.keys(densities) },
    width: { control: { type: 'range', min: 280, max: 1024, step: 5 } },
  },
  parameters: { layout: 'fullscreen' },
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(canvasElement.querySelector('[data-reached]')).not.toBeNull())
  },
})
export default meta

/** One state of the bar. The controls choose it, its tool, the length of its arguments, and how it is drawn. */
export const AnyStateOfTheBar = meta.story({
  name: 'Choose a state, a tool and a look',
  args: initial,
})
