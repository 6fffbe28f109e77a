import 'intervention-bar/styles.css'
import { createRoot } from 'react-dom/client'
import type { BarStateName } from '../../../stories/support/barStates.ts'
import { StateScene } from '../../../stories/support/StateScene.tsx'
import './page.css'

// The address says what is drawn: ?state=waiting&dir=rtl
const wanted = new URLSearchParams(location.search)
document.documentElement.dir = wanted.get('dir') ?? 'ltr'
createRoot(document.getElementById('root')!).render(
  <StateScene state={wanted.get('state') as BarStateName} />,
)
