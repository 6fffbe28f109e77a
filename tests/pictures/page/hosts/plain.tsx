import '../resets/vite-9.css'
import { GatewayProvider, InterventionBar } from 'intervention-bar'
import 'intervention-bar/styles.css'
import { createRoot } from 'react-dom/client'
import '../fonts.css'
import { openScene } from './scene.ts'

// A page that was just created: no design, and the rules that its tool writes.
createRoot(document.getElementById('app')!).render(
  <GatewayProvider gateway={openScene().gateway}>
    <h2>My agent</h2>
    <p>
      Edit <code>src/App.tsx</code> and save.
    </p>
    <InterventionBar conversationId="demo" />
    <textarea aria-label="Message" placeholder="Message" />
  </GatewayProvider>,
)
