import { GatewayProvider, InterventionBar, useBusy } from 'intervention-bar'
import { type Conversation, createHttpGateway } from 'intervention-bar/core'

const gateway = createHttpGateway({ baseUrl: '/agent' })

/** The chat, on the server and in the page. */
export function Chat({ conversation }: { readonly conversation: Conversation | null }) {
  return (
    <GatewayProvider gateway={gateway} initialConversation={conversation}>
      <main>
        <div data-testid="messages">
          <p>Tell Ana about the new date.</p>
          <Busy />
        </div>
        <InterventionBar conversationId="demo" />
        <textarea aria-label="Message" />
      </main>
    </GatewayProvider>
  )
}

function Busy() {
  const { isBusy } = useBusy('demo')
  return <p data-testid="busy">{isBusy ? 'busy' : 'idle'}</p>
}
