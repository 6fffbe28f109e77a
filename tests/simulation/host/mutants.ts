/** One fault, put into the kit's own code: the judges have to see it. */
export interface Mutant {
  /** The fault. */
  readonly title: string
  /** Under `src`. */
  readonly file: string
  readonly find: string
  readonly replace: string
  /** The first seed of the search, just before the first one that is known to find it. @default 1 */
  readonly from?: number
}

/** The faults, one for each thing that keeps a decision exactly once and a screen true. */
export const mutants: readonly Mutant[] = [
  {
    title: 'sends each try under an id of its own',
    file: 'client/driveIntent.ts',
    find: 'world.resume(\n          request,',
    replace: 'world.resume(\n          { ...request, requestId: `${request.requestId}_${Math.random()}` },',
  },
  {
    title: 'sends another decision while one is on its way',
    file: 'client/decide.ts',
    find: 'if (lock) {',
    replace: 'if (lock && lock.sentAt === 0) {',
  },
  {
    title: 'sends a call that is no longer shown',
    file: 'client/cardMemory.ts',
    find: 'card && card.revision !== decisions[index]?.revision',
    replace: 'card?.revision === null',
    from: 470,
  },
  {
    title: 'takes the same decision in other words for another try of it',
    file: 'client/cardMemory.ts',
    find: 'Object.entries(made).toSorted(',
    replace: "Object.entries({ ...made, argsText: '', answerText: '', reason: '', note: '' }).toSorted(",
  },
  {
    title: 'keeps its lock after a failure',
    file: 'client/decide.ts',
    find: '(thrown) => {\n      hold(null)',
    replace: '(thrown) => {',
  },
  {
    title: 'tries a fourth time',
    file: 'model/intent.ts',
    find: 'const maxAttempts = 3',
    replace: 'const maxAttempts = 4',
  },
  {
    title: 'waits for an answer without a time limit',
    file: 'model/intent.ts',
    find: 'const lastWordAfterMs = 60_000',
    replace: 'const lastWordAfterMs = 600_000',
    from: 550,
  },
  {
    title: 'takes the refusal of a later try for "nothing has run"',
    file: 'model/intent.ts',
    find: "input.failure.applied === 'unknown' ? input.failure : doubt",
    replace: "input.failure.applied === 'unknown' ? input.failure : null",
  },
  {
    title: 'gives up without a read',
    file: 'model/intent.ts',
    find: "return unknown ? go({ doubt: unknown }, 'read') : fail(input.failure)",
    replace: 'return fail(input.failure)',
  },
  {
    title: 'retires the new operation together with the paused one',
    file: 'model/retire.ts',
    find: 'retired.has(one.id) && !hasEnded(one)',
    replace: '!hasEnded(one)',
  },
  {
    title: 'expects an accepted operation forever',
    file: 'model/merge.ts',
    find: 'return missing || !beganAfter || !isLate ? [{ ...one, reads, missing }] : []',
    replace: 'return [{ ...one, reads, missing: false }]',
  },
  {
    title: 'applies an old read as a new one',
    file: 'model/merge.ts',
    find: ': isOutdated(state, read)',
    replace: ': false',
  },
  {
    title: 'restarts an operation that has ended',
    file: 'model/reduce.ts',
    find: 'if (isHeardOf(state, id)) return null',
    replace: '',
    from: 3_340,
  },
  {
    title: 'is busy without confirmation',
    file: 'model/busy.ts',
    find: 'const unconfirmedAfterMs = 60_000',
    replace: 'const unconfirmedAfterMs = 600_000',
    from: 240,
  },
  {
    title: 'is idle between a decision and the new operation',
    file: 'model/busy.ts',
    find: 'if (!one.missing) unseen.push',
    replace: 'if (false) unseen.push',
  },
  {
    title: 'does not read after a gap',
    file: 'model/followed.ts',
    find: "case 'gap':\n      return true",
    replace: "case 'gap':\n      return false",
    from: 2_720,
  },
  {
    title: 'treats a silent connection as live',
    file: 'gateway/eventStream.ts',
    find: 'const silenceMs = 45_000',
    replace: 'const silenceMs = 450_000',
  },
  {
    title: 'removes the receipt of a run when the run ends',
    file: 'model/runs.ts',
    find: 'id !== begin && (',
    replace: '(',
  },
  {
    title: 'forgets over a reload what it sent',
    file: 'client/unsettled.ts',
    find: 'storage.setItem(keyOf(scope, whole.requestId), unsettled)',
    replace: 'undefined',
  },
  {
    title: 'waits for the answer to a resume without a limit',
    file: 'gateway/timeLimit.ts',
    find: 'withTimeLimit(ms,',
    replace: "withTimeLimit(applied === 'no' ? ms : 600_000,",
  },
  {
    title: 'takes an answer that comes after a newer revision was shown',
    file: 'model/retire.ts',
    find: 'if (made?.revision !== card.revision) return card',
    replace: 'if (!made) return card',
    from: 4_300,
  },
  {
    title: 'forgets a park with a pending call',
    file: 'model/prune.ts',
    find: '!isRunning(one) && !waits(one.id)',
    replace: '!isRunning(one)',
  },
]
