import {
  CopilotChat,
  CopilotChatView,
  type CopilotChatViewProps,
  CopilotKit,
  useAgent,
  useDefaultRenderTool,
  useFrontendTool,
} from '@copilotkit/react-core/v2'
import '@copilotkit/react-core/v2/styles.css'
import { GatewayProvider, InterventionBar } from 'intervention-bar'
import { askPerson, createAgUiAgentGateway, strands } from 'intervention-bar/adapters/ag-ui'
import 'intervention-bar/styles.css'
import { z } from 'zod'

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

// A tool of the page: the bar asks, and the answer is its result.
const askUser = askPerson({
  question: (argsText) => ({ kind: 'text', message: JSON.parse(argsText).question }),
})

function View(props: CopilotChatViewProps) {
  useDefaultRenderTool()
  useFrontendTool({
    type: 'human-in-the-loop',
    name: 'ask_user',
    description: 'Asks the person.',
    parameters: z.object({ question: z.string() }),
    handler: askUser,
  })
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
