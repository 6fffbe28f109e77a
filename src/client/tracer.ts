import type { ConversationState } from '../model/conversation.ts'
import type { DecisionRequest, Failure, ResumeAnswer, ResumeRequest } from '../model/decision.ts'
import type { Following, FollowingEffect, FollowingInput } from '../model/followed.ts'
import type { OperationId } from '../model/ids.ts'
import type { Intent, IntentInput } from '../model/intent.ts'
import type { ConversationRead } from '../model/merge.ts'

// One thing that changed a conversation, or may have. With `before`, each step can be repeated by itself.
export type Step =
  | {
      readonly type: 'following'
      readonly input: FollowingInput
      readonly before: Following
      readonly after: Following
      readonly effects: readonly FollowingEffect[]
    }
  | {
      readonly type: 'merged'
      readonly read: ConversationRead
      readonly before: ConversationState | undefined
      readonly after: ConversationState
    }
  | {
      readonly type: 'retired'
      readonly request: ResumeRequest
      readonly answer: ResumeAnswer
      readonly captured: readonly OperationId[]
      readonly at: number
      readonly before: ConversationState
      readonly after: ConversationState
    }
  | {
      readonly type: 'begun'
      readonly request: ResumeRequest
      readonly at: number
      readonly doubt: Failure | null
      readonly after: Intent
    }
  | {
      readonly type: 'intent'
      readonly input: IntentInput
      readonly before: Intent
      readonly after: Intent
    }
  | {
      readonly type: 'pressed'
      readonly at: number
      readonly decisions: readonly DecisionRequest[]
      readonly source: 'press' | 'shortcut' | 'hook'
    }

// Called as `tracer.current?.(…)`, so that without a listener not even the step is built.
export const tracer: { current?: ((scope: string, step: Step) => void) | undefined } = {}
