import { HttpAgent } from '@ag-ui/client'
import { CopilotRuntime, createCopilotRuntimeHandler, InMemoryAgentRunner } from '@copilotkit/runtime/v2'
import type { AddressInfo } from 'node:net'
import type { StartChatServer } from '../../support/ChatServer.ts'
import { startStrands } from '../../support/strandsServer.ts'

/** The runtime of CopilotKit, which keeps the thread, in front of a Strands agent that speaks AG-UI. */
export const startServer: StartChatServer = async (answering) => {
  const agent = await startStrands(answering)
  const { port } = agent.address() as AddressInfo
  const runtime = new CopilotRuntime({
    agents: { default: new HttpAgent({ url: `http://127.0.0.1:${port}/run` }) },
    runner: new InMemoryAgentRunner(),
  })
  return {
    handle: createCopilotRuntimeHandler({ runtime, basePath: '/api/copilotkit' }),
    close: () => {
      agent.closeAllConnections()
      agent.close()
    },
  }
}
