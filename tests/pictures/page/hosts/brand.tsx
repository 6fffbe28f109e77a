import { GatewayProvider, InterventionBar } from 'intervention-bar'
import 'intervention-bar/styles.css'
import { createRoot } from 'react-dom/client'
import '../fonts.css'
import './brand.css'
import { openScene } from './scene.ts'

createRoot(document.getElementById('app')!).render(
  <GatewayProvider gateway={openScene().gateway}>
    <main>
      <InterventionBar conversationId="demo" />
      <input aria-label="Message" placeholder="Ask Fern…" />
    </main>
  </GatewayProvider>,
)
