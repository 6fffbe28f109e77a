import * as v from 'valibot'
import type { ApprovalMode, ApprovalSettings, SettingsAnswer } from '../model/settings.ts'
import type { Failure } from '../model/decision.ts'
import { flagged, oneOf, optional, parse, type Schema, string, text, time } from './schema.ts'

const mode = oneOf<ApprovalMode>('ask', 'allow_list', 'auto_run')

const settings: Schema<ApprovalSettings> = v.object({
  version: string,
  mode,
  modes: v.array(mode),
  exceptions: optional(v.object({ ask: text, allow_list: text, auto_run: text })),
  scope: oneOf('conversation', 'user', 'workspace'),
  mayChange: flagged,
  allowList: v.array(v.object({ key: string, tool: string, server: text, addedAt: optional(time) })),
})
const answer: Schema<SettingsAnswer> = v.object({ outcome: oneOf('changed', 'stale'), settings })

export function parseSettings(input: unknown, applied: Failure['applied']): ApprovalSettings {
  return parse(settings, input, applied)
}

export function parseSettingsAnswer(input: unknown): SettingsAnswer {
  return parse(answer, input, 'unknown')
}
