import type { GatewayClient } from '../../gateway/GatewayClient.ts'
import { GatewayError } from '../../gateway/GatewayError.ts'
import { createHttpGateway, type HttpGatewayOptions } from '../../gateway/httpGateway.ts'
import { trusted } from '../../gateway/port.ts'

/**
 * Makes a gateway for OpenAI Agents behind `createResumeRoute({ agent: openAiAgents(…) })` of
 * `intervention-bar/server`, because they have no protocol of their own. Calls are answered one by one. Nothing can
 * be edited.
 *
 * Throws `unsupported` if the server is not that route.
 *
 * @example
 * const gateway = createOpenAiAgentsGateway({ baseUrl: '/api/agent' })
 */
export function createOpenAiAgentsGateway(options: HttpGatewayOptions): GatewayClient {
  const gateway = createHttpGateway(options)
  return trusted({
    ...gateway,
    readConversation: async (id, call) => {
      try {
        return await gateway.readConversation(id, call)
      } catch (thrown) {
        if (!(thrown instanceof GatewayError) || thrown.code !== 'protocol') throw thrown
        const message = `Expected createResumeRoute of intervention-bar/server at ${gateway.id}.`
        throw new GatewayError({ code: 'unsupported', applied: 'no' }, message, { cause: thrown })
      }
    },
  })
}
