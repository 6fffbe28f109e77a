import type { FollowSignal, GatewayEvent } from '../model/event.ts'
import type { Following, FollowingInput } from '../model/followed.ts'
import type { ConversationState } from '../model/conversation.ts'
import type { Intent } from '../model/intent.ts'
import { maskedTrace } from './maskedTrace.ts'
import { isWord, type Moment, type Recorded, type Recording } from './recorder.ts'

type Omitted<Union, Keys extends string> = Union extends infer One ? Omit<One, Keys> : never

// The record of a machine: `seenAt` are the entries of a map, `known` is null where it is the state itself.
export type FollowingRecord = Omit<Following, 'seenAt' | 'known'> & {
  readonly seenAt: readonly (readonly [string, number])[]
  readonly known?: ConversationState | null | undefined
}

export interface MomentRecord {
  readonly state?: ConversationState | undefined
  readonly following?: FollowingRecord | undefined
  readonly intents: readonly Intent[]
}

export type StepRecord =
  | { readonly type: 'following'; readonly input: Omitted<FollowingInput, 'state'> }
  | Omitted<Exclude<Recorded, { type: 'following' | 'intent' | 'replaced' }>, 'before' | 'after'>
  | { readonly type: 'intent'; readonly requestId: string; readonly input: Input }
  | ({ readonly type: 'replaced' } & Pick<MomentRecord, 'state' | 'following'>)

type Input = Extract<Recorded, { type: 'intent' }>['input']

// A recording as JSON. Repeating `steps` from `begin` on gives `end`. Times that never come are null.
export interface Trace {
  readonly format: 'intervention-bar/trace@1'
  readonly conversationId: string
  readonly begin: MomentRecord
  readonly steps: readonly StepRecord[]
  readonly end: MomentRecord
}

// The trace of a recording, without the values that are hidden on screen.
export function traceOf(
  { begin, steps, end }: Recording,
  { conversationId, secretKeys }: { readonly conversationId: string; readonly secretKeys: readonly string[] },
): Trace {
  const whole: Trace = {
    format: 'intervention-bar/trace@1',
    conversationId,
    begin: recordOf(begin),
    steps: steps.map(stepRecordOf),
    end: recordOf(end),
  }
  return maskedTrace(whole, secretKeys)
}

export function recordOf({ state, following, intents }: Moment): MomentRecord {
  return {
    state,
    following: following && followingRecordOf(following, state),
    intents: [...intents.values()],
  }
}

function followingRecordOf(following: Following, state: ConversationState | undefined): FollowingRecord {
  const { known, seenAt } = following
  return { ...following, seenAt: [...seenAt], ...(known && { known: known === state ? null : known }) }
}

function stepRecordOf(step: Recorded): StepRecord {
  switch (step.type) {
    case 'following': {
      const { state: _state, ...input } = step.input
      if (input.type !== 'heard') return { type: 'following', input }
      // A trace leaves out the agent's words.
      const item = isWord(step) || input.item.type === 'unknown' ? wordless(input.item) : input.item
      return { type: 'following', input: { ...input, item } }
    }
    case 'intent':
      return { type: 'intent', requestId: step.before.request.requestId, input: step.input }
    case 'replaced': {
      const { state, following } = step
      return { type: 'replaced', state, following: following && followingRecordOf(following, state) }
    }
    case 'merged':
      return { type: 'merged', read: step.read }
    case 'retired': {
      const { type, request, answer, captured, at } = step
      return { type, request, answer, captured, at }
    }
    case 'begun': {
      const { type, request, at, doubt } = step
      return { type, request, at, doubt }
    }
    default:
      step satisfies { type: 'pressed' }
      return step
  }
}

function wordless(item: GatewayEvent | FollowSignal): GatewayEvent | FollowSignal {
  // SAFETY: the data of these events is of no type.
  return { ...item, data: null } as GatewayEvent
}
