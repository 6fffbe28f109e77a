import { InterventionBar } from '@/components/intervention-bar'
import { GatewayProvider } from 'intervention-bar'
import { createMemoryGateway, scenarios } from 'intervention-bar/mocks'
import { createRoot } from 'react-dom/client'
import './index.css'

const gateway = createMemoryGateway(scenarios.waiting())

createRoot(document.getElementById('root')!).render(
  <GatewayProvider gateway={gateway}>
    <main className="mx-auto max-w-2xl p-4">
      <InterventionBar conversationId="demo" />
    </main>
  </GatewayProvider>,
)
