import { fetchedPart } from './fetchedPart.tsx'
import type * as parts from './parts.ts'

/** Approves the call: the tool runs. Renders a `<button>`; drawn only where this is offered. */
export const ApproveButton: typeof parts.ApproveButton = fetchedPart('ApproveButton')

/** Rejects the call and stops the run. Renders a `<button>`; drawn only where this is offered. */
export const RejectButton: typeof parts.RejectButton = fetchedPart('RejectButton')

/** Rejects the call in one request; the agent is told, with the reason, and goes on. Renders a `<button>`; drawn only where this is offered. */
export const RejectContinueButton: typeof parts.RejectContinueButton = fetchedPart('RejectContinueButton')
