import { Gallery } from './Gallery.tsx'
import './themes.css'

const themes = [
  { name: 'Light', colorScheme: 'light' },
  { name: 'Dark', colorScheme: 'dark' },
  { name: 'Compact', colorScheme: 'light', density: 'compact' },
  { name: 'Comfortable, dark', colorScheme: 'dark', density: 'comfortable' },
  { name: 'More contrast', colorScheme: 'light', contrast: 'more' },
  { name: 'More contrast, dark', colorScheme: 'dark', contrast: 'more' },
  { name: 'Right to left', colorScheme: 'light', dir: 'rtl' },
] as const satisfies readonly {
  readonly name: string
  readonly colorScheme: 'light' | 'dark'
  readonly density?: 'compact' | 'comfortable'
  readonly contrast?: 'more'
  readonly dir?: 'rtl'
}[]

/** Every state of the bar in every theme that a page can choose. */
export function Themes(): React.ReactElement {
  return (
    <>
      {themes.map(({ name, colorScheme, ...theme }) => (
        <section
          key={name}
          className="theme"
          aria-label={name}
          dir={'dir' in theme ? theme.dir : 'ltr'}
          data-density={'density' in theme ? theme.density : undefined}
          data-contrast={'contrast' in theme ? theme.contrast : undefined}
          style={{ colorScheme }}
        >
          <h2>{name}</h2>
          <Gallery />
        </section>
      ))}
    </>
  )
}
