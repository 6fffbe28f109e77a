import {
  CopilotChat,
  CopilotChatView,
  type CopilotChatViewProps,
  CopilotKit,
  useAgent,
  useDefaultRenderTool,
} from '@copilotkit/react-core/v2'
import '@copilotkit/react-core/v2/styles.css'
import { GatewayProvider, InterventionBar } from 'intervention-bar'
import { createAgUiAgentGateway, strands } from 'intervention-bar/adapters/ag-ui'
import 'intervention-bar/styles.css'

const threadId = 'demo'
const producer = strands()

function Bar() {
  const { agent, isReady } = useAgent()
  if (!isReady) return null
  return (
    <GatewayProvider gateway={createAgUiAgentGateway(agent, { producer })}>
      <InterventionBar conversationId={threadId} />
    </GatewayProvider>
  )
}

function View(props: CopilotChatViewProps) {
  useDefaultRenderTool()
  return (
    <CopilotChatView {...props}>
      {({ scrollView, input }) => (
        <main className="chat">
          {scrollView}
          <Bar />
          {input}
        </main>
      )}
    </CopilotChatView>
  )
}

export function App() {
  return (
    <CopilotKit runtimeUrl="/api/copilotkit" useSingleEndpoint={false} enableInspector={false}>
      <CopilotChat threadId={threadId} chatView={View} />
    </CopilotKit>
  )
}
