import type { DecisionRequest } from '../model/decision.ts'
import type { ResumeRequest } from '../model/resume.ts'

/**
 * A short hash that does not reveal the text. Not cryptographic: it only tells decisions of this browser apart, and the
 * server checks the real revision.
 */
export function digest(text: string): string {
  let one = 0x811c9dc5
  let other = 0x9e3779b9
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index)
    one = Math.imul(one ^ unit, 0x01000193)
    other = Math.imul(other ^ unit, 0x85ebca6b) ^ (other >>> 13)
  }
  return (one >>> 0).toString(36) + (other >>> 0).toString(36)
}

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
