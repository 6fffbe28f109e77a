import { expect, waitFor } from 'storybook/test'
import preview from '../.storybook/preview.tsx'
import { type BarState, barStates, type BarStateName } from './support/barStates.ts'
import { StateScene } from './support/StateScene.tsx'
import './support/gallery.css'

const names = (Object.keys(barStates) as BarStateName[]).filter((name) => {
  const state: BarState = barStates[name]
  return !state.isAlone
})

/** Every state of the bar on one page. */
function Gallery(): React.ReactElement {
  return (
    <main className="gallery">
      {names.map((name) => (
        <figure key={name}>
          <figcaption>{barStates[name].words}</figcaption>
          <StateScene state={name} />
        </figure>
      ))}
    </main>
  )
}

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
    await waitFor(() => expect(canvasElement.querySelectorAll('[data-reached]').length).toBe(names.length))
  },
})
export default meta

/** Every state that a page can show beside others. The states that need a page of their own are stories below. */
export const Light = meta.story({ name: 'Every state, light', globals: { theme: 'light' } })

/** The same in the dark. */
export const Dark = meta.story({ name: 'Every state, dark', globals: { theme: 'dark' } })
