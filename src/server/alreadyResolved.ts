import { problem } from '../backend/resumeResponse.ts'

/**
 * What a chat's own route answers to a decision that lost its claim. The adapters read it as "already decided
 * elsewhere": nothing failed, and nothing is tried again.
 */
export function alreadyResolved(): Response {
  return problem(409, 'already_resolved')
}
