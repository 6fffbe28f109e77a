import type { DecisionRequest } from '../model/decision.ts'
import type { ResumeRequest } from '../model/resume.ts'

/**
 * A short name for a text: equal for equal texts, and it does not say what they are. Not cryptographic: it tells a decision of
 * this browser from another one, and the server checks the real thing.
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

/** A decision of this tab whose end nobody has seen, as it survives a reload: ids, and never a word or an argument. */
export interface Unsettled {
  readonly request: ResumeRequest
  /** Nothing of it had to be left out: the same decision, pressed again, continues it. */
  readonly isExact: boolean
}

const ids = ['conversationId', 'operationId', 'requestId', 'decisions', 'toolCallId', 'revision', 'decision']

export function unsettledOf(whole: ResumeRequest): Unsettled {
  const isExact = whole.decisions.every((made) => Object.keys(made).every((key) => ids.includes(key)))
  return { request: withoutText(whole), isExact }
}

/** A request with nothing in it but ids and decisions. */
export function withoutText(request: ResumeRequest): ResumeRequest {
  const [first, ...rest] = request.decisions
  const decisions = [withDigestedRevision(first), ...rest.map(withDigestedRevision)]
  return JSON.parse(JSON.stringify({ ...request, decisions }, ids)) as ResumeRequest
}

/** A backend's revision may be the very arguments; what is kept of it only tells one from another. */
export function withDigestedRevision<Made extends DecisionRequest>(made: Made): Made {
  return { ...made, revision: digest(made.revision) }
}
