import { type OperationEnd, withEnd } from '../../model/operation.ts'
import type { AgUiThread } from './AgUiThread.ts'

/** Ends the run that is under way. */
export function endRun(thread: AgUiThread, end: OperationEnd): void {
  if (thread.run?.status === 'running') thread.run = withEnd(thread.run, end)
}
