import type { DecisionRequest } from '../model/decision.ts'
import { digest } from '../model/digest.ts'
import type { ResumeRequest } from '../model/resume.ts'

/** A decision as it survives a reload: ids only, no text and no arguments. */
export interface Unsettled {
  readonly request: ResumeRequest
  /** Nothing was left out, so the same decision can continue it. */
  readonly isExact: boolean
}

const ids = ['conversationId', 'operationId', 'requestId', 'decisions', 'toolCallId', 'revision', 'decision']

export function unsettledOf(whole: ResumeRequest): Unsettled {
  const isExact = whole.decisions.every((made) => Object.keys(made).every((key) => ids.includes(key)))
  return { request: withoutText(whole), isExact }
}

export function withoutText(request: ResumeRequest): ResumeRequest {
  const [first, ...rest] = request.decisions
  const decisions = [withDigestedRevision(first), ...rest.map(withDigestedRevision)]
  return JSON.parse(JSON.stringify({ ...request, decisions }, ids)) as ResumeRequest
}

/** A backend's revision may contain the arguments, so only a digest is stored. */
export function withDigestedRevision<Made extends DecisionRequest>(made: Made): Made {
  return { ...made, revision: digest(made.revision) }
}
