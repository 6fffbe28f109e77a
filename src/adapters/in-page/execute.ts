import type { InterventionCall, Resolution } from '../../model/intervention.ts'
import { given } from '../../backend/definedFields.ts'
import type { PageAgent } from './PageAgent.ts'

/** Runs a call once. What the tool throws is a result too; a result that cannot be written is still one. */
export async function execute(
  agent: Pick<PageAgent, 'runTool'>,
  { toolCallId, tool, argsText }: Pick<InterventionCall, 'toolCallId' | 'tool' | 'argsText'>,
  signal: AbortSignal,
): Promise<NonNullable<Resolution['execution']>> {
  let output: unknown
  try {
    output = await agent.runTool({ toolCallId, tool: tool.name, argsText }, { signal })
  } catch (thrown) {
    return { ok: false, message: String(thrown) }
  }
  return { ok: true, ...given({ message: written(output) }) }
}

function written(output: unknown): string | undefined {
  if (typeof output === 'string') return output
  try {
    return JSON.stringify(output, (_name, value: unknown) =>
      typeof value === 'bigint' ? String(value) : value,
    )
  } catch {
    return 'It ran. What it returned cannot be written as JSON.'
  }
}
