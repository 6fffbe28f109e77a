'use client'
import { GatewayProvider, InterventionBar, useBusy } from 'intervention-bar'
import { createHttpGateway } from 'intervention-bar/core'

const gateway = createHttpGateway({ baseUrl: '/agent', timeoutMs: 1_000 })

export function Chat() {
  return (
    <GatewayProvider gateway={gateway}>
      <Busy />
      <InterventionBar conversationId="demo" />
      <textarea aria-label="Message" />
    </GatewayProvider>
  )
}

function Busy() {
  const { isBusy } = useBusy('demo')
  return <p data-testid="busy">{isBusy ? 'busy' : 'idle'}</p>
}
