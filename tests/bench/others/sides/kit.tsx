import { GatewayProvider, InterventionBar } from 'intervention-bar'
import { createHttpGateway } from 'intervention-bar/core'
import 'intervention-bar/styles.css'
import { protocolAnswer } from './protocolAnswer.ts'
import { message } from './content.ts'

const gateway = createHttpGateway({ baseUrl: '/agent' })
export const approve = '[data-part="approve"]'
export const answer = protocolAnswer

export const Side = (): React.ReactElement => (
  <GatewayProvider gateway={gateway}>
    <main>
      <p>{message}</p>
      <InterventionBar conversationId="demo" />
    </main>
  </GatewayProvider>
)
