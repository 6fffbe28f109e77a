import * as v from 'valibot'
import { warnOfProtocol } from '../model/developerErrors.ts'
import type { AllowedTool, ApprovalMode, ApprovalSettings, SettingsAnswer } from '../model/settings.ts'
import type { Failure } from '../model/decision.ts'
import { readEach } from './readEach.ts'
import {
  anything,
  flagged,
  listOf,
  oneOf,
  optional,
  parse,
  type Schema,
  string,
  text,
  time,
} from './schema.ts'

const mode = oneOf<ApprovalMode>('ask', 'allow_list', 'auto_run')
const allowed: Schema<AllowedTool> = v.object({
  key: string,
  tool: string,
  server: text,
  addedAt: optional(time),
})

const settings: Schema<ApprovalSettings> = v.object({
  version: string,
  mode,
  modes: listOf(mode),
  exceptions: optional(v.object({ ask: text, allow_list: text, auto_run: text })),
  scope: oneOf('conversation', 'user', 'workspace'),
  mayChange: flagged,
  allowList: v.pipe(
    listOf(anything),
    v.transform((items) => readable(items)),
  ),
})
const answer: Schema<SettingsAnswer> = v.object({ outcome: oneOf('changed', 'stale'), settings })

/** Leaves malformed entries out, so that they do not hide the others. */
function readable(items: readonly unknown[]): readonly AllowedTool[] {
  const { read, malformed } = readEach(items, '/allowList', (one, path) => parse(allowed, one, 'no', path))
  for (const { failure } of malformed) warnOfProtocol(failure)
  return read
}

export function parseSettings(input: unknown, applied: Failure['applied']): ApprovalSettings {
  return parse(settings, input, applied)
}

export function parseSettingsAnswer(input: unknown): SettingsAnswer {
  return parse(answer, input, 'unknown')
}
