import { type BarState, barStates, type BarStateName } from './barStates.ts'
import './gallery.css'
import { StateScene } from './StateScene.tsx'

/** The states that can be shown beside others. */
export const galleryStates = (Object.keys(barStates) as BarStateName[]).filter((name) => {
  const state: BarState = barStates[name]
  return !state.isAlone
})

/** Every state of the bar on one page. */
export function Gallery(): React.ReactElement {
  return (
    <main className="gallery">
      {galleryStates.map((name) => (
        <figure key={name}>
          <figcaption>{barStates[name].words}</figcaption>
          <StateScene state={name} />
        </figure>
      ))}
    </main>
  )
}
