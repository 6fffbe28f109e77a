import type { Intervention, Resolution } from '../../model/intervention.ts'
import { given } from '../given.ts'
import type { PageAgent } from './PageAgent.ts'

/** Runs a call once. What the tool throws is a result too. */
export async function execute(
  agent: Pick<PageAgent, 'runTool'>,
  { toolCallId, tool, argsText }: Pick<Intervention, 'toolCallId' | 'tool' | 'argsText'>,
  signal: AbortSignal,
): Promise<NonNullable<Resolution['execution']>> {
  try {
    const output = await agent.runTool({ toolCallId, tool: tool.name, argsText }, { signal })
    const message = typeof output === 'string' ? output : JSON.stringify(output)
    return { ok: true, ...given({ message }) }
  } catch (thrown) {
    return { ok: false, message: String(thrown) }
  }
}
