import { type Step, tracer } from '../client/tracer.ts'
import type { ConversationState } from '../model/conversation.ts'
import type { ChatEventType } from '../model/event.ts'
import type { Following } from '../model/followed.ts'
import type { RequestId } from '../model/ids.ts'
import type { Intent } from '../model/intent.ts'

// Everything that the machines of a conversation know at one moment.
export interface Moment {
  readonly state: ConversationState | undefined
  readonly following: Following | undefined
  readonly intents: ReadonlyMap<RequestId, Intent>
}

export type Recorded =
  | Step
  // The state was changed by something that is not recorded, such as a host that restores its cache.
  | ({ readonly type: 'replaced' } & Pick<Moment, 'state' | 'following'>)

// The last steps of a conversation, and the moments before the first and after the last of them.
export interface Recording {
  readonly begin: Moment
  readonly steps: readonly Recorded[]
  readonly end: Moment
}

export interface Recorder {
  // Records until the returned function is called.
  start(): () => void
  recording(): Recording
  subscribe(listener: () => void): () => void
}

const mostEvents = 200
// Chat events and clock ticks count as steps too.
const mostSteps = 2_000
const mostIntents = 20

const nothing: Moment = { state: undefined, following: undefined, intents: new Map() }
const recorders = new Map<string, Set<(step: Step) => void>>()

export function createRecorder(scope: string): Recorder {
  let current: Recording = { begin: nothing, steps: [], end: nothing }
  const listeners = new Set<() => void>()

  function record(step: Step): void {
    const { begin, steps, end } = withBefore(current, step)
    const replaced = replacedBefore(end, step)
    const news = replaced ? [replaced, step] : [step]
    const all = [...steps, ...news]
    const surplus = surplusOf(all)
    current = {
      begin: all.slice(0, surplus).reduce(momentAfter, begin),
      steps: all.slice(surplus),
      end: news.reduce(momentAfter, end),
    }
    // An agent that writes sends thousands of words a minute, and they change nothing here.
    if (!isWord(step)) for (const listener of [...listeners]) listener()
  }

  return {
    recording: () => current,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    start: () => {
      const own = recorders.get(scope) ?? new Set()
      recorders.set(scope, own.add(record))
      tracer.current = tell
      return () => {
        own.delete(record)
        if (own.size === 0) recorders.delete(scope)
        if (recorders.size === 0) tracer.current = undefined
      }
    },
  }
}

function tell(scope: string, step: Step): void {
  for (const record of [...(recorders.get(scope) ?? [])]) record(step)
}

// A recording may begin in the middle of a run: the first step of each machine tells what it was before.
function withBefore(recording: Recording, step: Step): Recording {
  const { begin, steps, end } = recording
  const both = (change: (moment: Moment) => Partial<Moment>): Recording => ({
    begin: { ...begin, ...change(begin) },
    steps,
    end: { ...end, ...change(end) },
  })
  if (step.type === 'following' && !end.following) return both(() => ({ following: step.before }))
  if (step.type === 'intent' && !end.intents.has(step.before.request.requestId)) {
    return both(({ intents }) => ({ intents: withIntent(intents, step.before) }))
  }
  return recording
}

function stateBefore(step: Step): ConversationState | undefined | 'unknown' {
  switch (step.type) {
    case 'following':
      return step.input.state
    case 'merged':
    case 'retired':
      return step.before
    default:
      return 'unknown'
  }
}

function replacedBefore({ state, following }: Moment, step: Step): Recorded | undefined {
  const before = stateBefore(step)
  const isOther = before !== 'unknown' && before !== state
  const isNewFollower = step.type === 'following' && step.before !== following
  if (!isOther && !isNewFollower) return undefined
  return {
    type: 'replaced',
    state: before === 'unknown' ? state : before,
    following: step.type === 'following' ? step.before : following,
  }
}

function momentAfter(moment: Moment, step: Recorded): Moment {
  switch (step.type) {
    case 'following': {
      const written = step.effects.findLast((effect) => effect.type === 'write')
      return { ...moment, following: step.after, state: written ? written.state : step.input.state }
    }
    case 'merged':
    case 'retired':
      return { ...moment, state: step.after }
    case 'begun':
    case 'intent':
      return { ...moment, intents: withIntent(moment.intents, step.after) }
    case 'replaced':
      return { ...moment, state: step.state, following: step.following }
    default:
      step.type satisfies 'pressed'
      return moment
  }
}

// The newest intents, with this one.
export function withIntent(intents: Moment['intents'], intent: Intent): Moment['intents'] {
  const all = [...new Map(intents).set(intent.request.requestId, intent)]
  return new Map(all.slice(-mostIntents))
}

// The number of steps, from the oldest on, that are too many.
function surplusOf(steps: readonly Recorded[]): number {
  if (steps.length > mostSteps) return 1
  const events = steps.filter(isEvent)
  return events.length > mostEvents ? steps.indexOf(events[0]!) + 1 : 0
}

const chatEvents: ReadonlySet<string> = new Set<ChatEventType>([
  'stream_start',
  'stream_chunk',
  'stream_end',
  'step_start',
  'step_complete',
  'tool_start',
  'tool_end',
])

// An event of the chat: it confirms that a run is alive, and changes nothing else.
export function isWord(step: Recorded): boolean {
  return step.type === 'following' && step.input.type === 'heard' && chatEvents.has(step.input.item.type)
}

// True for everything but the agent's words and the clock.
export function isEvent(step: Recorded): boolean {
  if (step.type !== 'following') return true
  return step.input.type !== 'ticked' && step.input.type !== 'changed' && !isWord(step)
}
