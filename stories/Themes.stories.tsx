import { expect, waitFor } from 'storybook/test'
import preview from '../.storybook/preview.tsx'
import { StateScene } from './support/StateScene.tsx'

/** The properties of a host, in the words of its own design. */
const themes = {
  'the system': {},
  brand: {
    '--ib-primary': '#6d28d9',
    '--ib-primary-foreground': '#fff',
    '--ib-ring': '#6d28d9',
    '--ib-radius': '0.25rem',
  },
  shadcn: {
    '--card': 'oklch(0.21 0.006 285.9)',
    '--card-foreground': 'oklch(0.985 0 0)',
    '--border': 'oklch(1 0 0 / 15%)',
    '--muted-foreground': 'oklch(0.75 0.015 286)',
    '--primary': 'oklch(0.92 0.004 286.3)',
    '--primary-foreground': 'oklch(0.21 0.006 285.9)',
    '--destructive': 'oklch(0.704 0.191 22.2)',
    '--radius': '0.625rem',
    colorScheme: 'dark',
    background: '#18181b',
    color: '#fafafa',
  },
  compact: { '--ib-target': '1.75rem', '--ib-pad': '0.5rem' },
} as const satisfies Record<string, React.CSSProperties | Record<`--${string}`, string>>

function Themed({ theme }: { readonly theme: keyof typeof themes }): React.ReactElement {
  return (
    <div style={themes[theme] as React.CSSProperties}>
      <StateScene state="waiting" />
    </div>
  )
}

const meta = preview.meta({
  title: 'Themes',
  component: Themed,
  argTypes: { theme: { control: 'select', options: Object.keys(themes) } },
  parameters: { layout: 'fullscreen' },
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(canvasElement.querySelector('[data-reached]')).not.toBeNull())
  },
})
export default meta

/** A brand: four properties. */
export const Brand = meta.story({ name: 'The colours of a brand', args: { theme: 'brand' } })

/** The properties of a shadcn theme, which the bar follows by itself. */
export const Shadcn = meta.story({ name: 'A dark theme of shadcn', args: { theme: 'shadcn' } })

/** Lower buttons, and less space at the edges. */
export const Compact = meta.story({ name: 'Compact', args: { theme: 'compact' } })
