import { expect, waitFor } from 'storybook/test'
import preview from '../.storybook/preview.tsx'
import forced from './docs/pictures/gallery-forced-colours.png'
import { Themes } from './support/Themes.tsx'
import { Gallery, galleryStates } from './support/Gallery.tsx'

const meta = preview.meta({
  title: 'Gallery',
  component: Gallery,
  parameters: {
    layout: 'fullscreen',
    controls: { disable: true },
    // Each cell is a chat of its own, and names its landmarks as a page with one chat does.
    a11y: { options: { rules: { 'landmark-unique': { enabled: false } } } },
  },
  play: async ({ canvasElement }) => {
    await waitFor(() =>
      expect(canvasElement.querySelectorAll('[data-reached]').length).toBe(galleryStates.length),
    )
  },
})
export default meta

/** Every state that a page can show beside others. The states that need a page of their own are stories below. */
export const Light = meta.story({ name: 'Every state, light', globals: { theme: 'light' } })

/** The same in the dark. */
export const Dark = meta.story({ name: 'Every state, dark', globals: { theme: 'dark' } })

/** All of them in every theme that a page can choose. Too many chats for a test: each is in a test of its own. */
export const Themed = meta.story({
  name: 'Every state in every theme',
  tags: ['!test'],
  render: () => <Themes />,
  play: () => undefined,
})

/** The same in forced colours, as in the high contrast of Windows. A page cannot force them, so this is a picture. */
export const Forced = meta.story({
  name: 'Every state, forced colours',
  render: () => (
    <img src={forced} alt="Every state of the bar in forced colours" style={{ maxInlineSize: '100%' }} />
  ),
  play: () => undefined,
})
