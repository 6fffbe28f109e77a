import { HttpAgent } from '@ag-ui/client'
import {
  CopilotChat,
  CopilotChatView,
  type CopilotChatViewProps,
  CopilotKit,
  useAgent,
  useCopilotKit,
  useHumanInTheLoop,
} from '@copilotkit/react-core/v2'
import '@copilotkit/react-core/v2/styles.css'
import { useEffect } from 'react'
import { z } from 'zod'
import { args, message, stream } from './content.ts'

export const approve = '[data-approve]'
let runs = 0

/** A backend of AG-UI in the page: its first run asks, its second ends. */
export async function answer(): Promise<Response> {
  runs += 1
  const run = { threadId: 'demo', runId: `run_${runs}` }
  const ask = [
    { type: 'TOOL_CALL_START', toolCallId: 'call_1', toolCallName: 'send_mail' },
    { type: 'TOOL_CALL_ARGS', toolCallId: 'call_1', delta: JSON.stringify(args) },
    { type: 'TOOL_CALL_END', toolCallId: 'call_1' },
  ]
  return stream([
    { type: 'RUN_STARTED', ...run },
    ...(runs === 1 ? ask : []),
    { type: 'RUN_FINISHED', ...run },
  ])
}

const agent = new HttpAgent({ url: '/api/copilotkit', threadId: 'demo' })

function Ask(): null {
  useHumanInTheLoop({
    name: 'send_mail',
    parameters: z.object({ to: z.string(), subject: z.string(), body: z.string() }),
    render: ({ args: shown, respond }) => (
      <div>
        The assistant wants to use send_mail
        <pre>{JSON.stringify(shown, null, 2)}</pre>
        {respond && (
          <>
            <button type="button" onClick={() => void respond('Rejected.')}>
              Reject
            </button>
            <button type="button" data-approve onClick={() => void respond('Approved.')}>
              Approve
            </button>
          </>
        )}
      </div>
    ),
  })
  const { copilotkit } = useCopilotKit()
  const { agent: used, isReady } = useAgent()
  useEffect(() => {
    if (!isReady) return
    used.setMessages([{ id: 'm1', role: 'user', content: message }])
    void copilotkit.runAgent({ agent: used })
  }, [copilotkit, used, isReady])
  return null
}

const View = (props: CopilotChatViewProps): React.ReactElement => (
  <>
    <Ask />
    <CopilotChatView {...props} />
  </>
)

export const Side = (): React.ReactElement => (
  <CopilotKit selfManagedAgents={{ default: agent }} enableInspector={false}>
    <CopilotChat threadId="demo" chatView={View} />
  </CopilotKit>
)
