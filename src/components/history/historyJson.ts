import type { SettledIntervention } from '../../model/intervention.ts'

/** The history as JSON. Arguments are texts in it, so that no number changes. */
export function historyJson(calls: readonly SettledIntervention[]): string {
  const entries = calls.map(({ toolCallId, tool, question, agent, status, argsText, resolution }) => {
    const { argsText: edited, ...rest } = resolution
    return {
      toolCallId,
      tool: tool && { name: tool.name, title: tool.title, server: tool.server },
      question: question?.message,
      agent: agent?.name,
      status,
      askedArgsText: argsText,
      ranArgsText: status === 'approved' ? (edited ?? argsText) : null,
      ...rest,
    }
  })
  return JSON.stringify(entries, null, 2)
}
