import { withIntent, type Moment } from '../../../src/devtools/recorder.ts'
import {
  type FollowingRecord,
  type MomentRecord,
  recordOf,
  type StepRecord,
  type Trace,
} from '../../../src/devtools/trace.ts'
import type { ConversationState } from '../../../src/model/conversation.ts'
import type { Following } from '../../../src/model/followed.ts'
import { step as stepFollowing } from '../../../src/model/following.ts'
import { begin, type Intent, step as stepIntent } from '../../../src/model/intent.ts'
import { merge } from '../../../src/model/merge.ts'
import { retire } from '../../../src/model/retire.ts'

/** A repeated trace. `difference`: the path to the first thing that differs at the end, and both values; null: none. */
export interface Replay {
  readonly steps: number
  readonly counts: ReadonlyMap<string, number>
  readonly difference: string | null
}

/** Feeds the steps of a trace to the machines of the kit, and compares where they end with the end in the trace. */
export function replayTrace(text: string): Replay {
  const trace = JSON.parse(text) as Trace
  if (trace.format !== 'intervention-bar/trace@1') throw new Error('This is no trace of the devtools.')
  let moment = momentOf(trace.begin)
  const counts = new Map<string, number>()
  for (const step of trace.steps) {
    const name = step.type === 'following' ? step.input.type : step.type
    counts.set(name, (counts.get(name) ?? 0) + 1)
    moment = after(moment, step)
  }
  const end: unknown = JSON.parse(JSON.stringify(recordOf(moment)))
  return { steps: trace.steps.length, counts, difference: differenceOf(trace.end, end, '') }
}

function momentOf({ state, following, intents }: MomentRecord): Moment {
  const whole = intents.map(intentOf)
  return {
    state,
    following: following && followingOf(following, state),
    intents: new Map(whole.map((intent) => [intent.request.requestId, intent])),
  }
}

// JSON has no `Infinity`.
const never = (time: number | null): number => time ?? Infinity

function followingOf(record: FollowingRecord, state: ConversationState | undefined): Following {
  const { known, seenAt, givesWayAt, reopensAt } = record
  return {
    ...record,
    known: known === null ? state : known,
    reads: record.reads,
    seenAt: new Map(seenAt),
    givesWayAt: never(givesWayAt),
    reopensAt: never(reopensAt),
  }
}

function intentOf(intent: Intent): Intent {
  return 'until' in intent ? { ...intent, until: never(intent.until) } : intent
}

function after(moment: Moment, step: StepRecord): Moment {
  const { state, following, intents } = moment
  switch (step.type) {
    case 'following': {
      if (!following) throw new Error('The trace has a step of a machine that it does not begin with.')
      const [next, effects] = stepFollowing(following, { ...step.input, state })
      const written = effects.findLast((effect) => effect.type === 'write')
      return { ...moment, following: next, state: written ? written.state : state }
    }
    case 'merged':
      return { ...moment, state: merge(state, step.read) }
    case 'retired': {
      const { request, answer, captured, at } = step
      return state ? { ...moment, state: retire(state, request, answer, { captured, at }) } : moment
    }
    case 'begun': {
      const [intent] = begin(step.request, step.at, step.doubt)
      return { ...moment, intents: withIntent(intents, intent) }
    }
    case 'intent': {
      const intent = intents.get(step.requestId)
      if (!intent) throw new Error(`The trace has a step of the request ${step.requestId}, which it lacks.`)
      return { ...moment, intents: withIntent(intents, stepIntent(intent, step.input)[0]) }
    }
    case 'replaced':
      return {
        ...moment,
        state: step.state,
        following: step.following && followingOf(step.following, step.state),
      }
    default:
      step.type satisfies 'pressed'
      return moment
  }
}

function differenceOf(recorded: unknown, repeated: unknown, path: string): string | null {
  if (!isObject(recorded) || !isObject(repeated)) {
    if (recorded === repeated) return null
    return `${path || '/'}: recorded ${JSON.stringify(recorded)}, repeated ${JSON.stringify(repeated)}`
  }
  const keys = new Set([...Object.keys(recorded), ...Object.keys(repeated)])
  for (const key of keys) {
    const difference = differenceOf(recorded[key], repeated[key], `${path}/${key}`)
    if (difference) return difference
  }
  return null
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
