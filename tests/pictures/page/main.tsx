import 'intervention-bar/styles.css'
import { createRoot } from 'react-dom/client'
import preflight from 'tailwindcss/preflight.css?raw'
import type { BarStateName } from '../../../stories/support/barStates.ts'
import { Gallery } from '../../../stories/support/Gallery.tsx'
import { StateScene } from '../../../stories/support/StateScene.tsx'
import './page.css'
import harsh from './resets/harsh.css?raw'
import vite6 from './resets/vite-6.css?raw'
import vite9 from './resets/vite-9.css?raw'

/** Rules of hosts about elements and not about the bar, as they are published, and habits of old sheets. */
const resets: Readonly<Record<string, string>> = {
  harsh,
  'vite-6': vite6,
  'vite-9': vite9,
  tailwind: `@layer theme, base, components, utilities; @layer base { ${preflight} }`,
}

// The address says what is drawn: ?state=waiting&dir=rtl&reset=vite-9, or ?gallery
const wanted = new URLSearchParams(location.search)
const reset = wanted.get('reset') ?? ''
document.documentElement.dir = wanted.get('dir') ?? 'ltr'
const sheet = document.createElement('style')
sheet.textContent = resets[reset] ?? ''
// Where the host's sheet stands must not matter.
if (wanted.has('first')) document.head.prepend(sheet)
else document.head.append(sheet)

// Most pages are drawn without it.
const { default: CssBaseline } = reset === 'mui' ? await import('@mui/material/CssBaseline') : {}
// What is placed beside words is placed beside these.
await Promise.all(['1rem Inter', "1rem 'JetBrains Mono'"].map((font) => document.fonts.load(font)))
createRoot(document.getElementById('app')!).render(
  <>
    {CssBaseline && <CssBaseline />}
    {wanted.has('gallery') ? <Gallery /> : <StateScene state={wanted.get('state') as BarStateName} />}
  </>,
)
