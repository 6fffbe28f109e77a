import type { DecisionRequest } from '../model/decision.ts'
import type { Question, Why } from '../model/intervention.ts'
import type { Pause } from '../model/operation.ts'
import { isSameJson } from '../model/jsonMeaning.ts'
import { reasonOf, whyOf } from './cards.ts'
import { exactValueOf, sourceOfField } from './exactJson.ts'
import { type Fields, fieldsOf, itemsOf, textOf } from './json.ts'

/** `respond`: the person answers in the place of the tool. */
export type HitlDecision = 'approve' | 'edit' | 'reject' | 'respond'

/** One action of a batch. */
export interface HitlAction {
  /** The name of the tool. */
  readonly name: string
  /** Its arguments as JSON text, as the graph wrote them: see `sourceOfField`. Null: the graph has not told them. */
  readonly argsText: string | null
  /** The description that the graph gives. */
  readonly why: Why | undefined
  /** The decisions that the graph takes. */
  readonly allowed: readonly HitlDecision[]
  /** The question that `respond` answers. */
  readonly question?: Question
}

/** A batch: one answer for all of its actions, in their order. */
export interface HitlBatch {
  /** In the order of the batch. */
  readonly actions: readonly HitlAction[]
  /** The effect of a rejection on the approvals of its batch. @default 'reject_voids_approvals' */
  readonly siblings?: Pause['siblings']
  /**
   * The answer that the graph resumes with: one decision per action. Edited arguments go in as `exactValueOf(argsText)`,
   * so that they keep every digit.
   */
  answer(decisions: readonly DecisionRequest[]): unknown
}

interface Spelling {
  readonly actions: string
  readonly reviews: string
  readonly name: string
  readonly allowed: string
  readonly edited: string
  readonly siblings: Pause['siblings']
}

// The middleware of JavaScript drops the approvals of a batch with a rejection; that of Python runs them.
const spellings: readonly Spelling[] = [
  {
    actions: 'actionRequests',
    reviews: 'reviewConfigs',
    name: 'actionName',
    allowed: 'allowedDecisions',
    edited: 'editedAction',
    siblings: 'reject_voids_approvals',
  },
  {
    actions: 'action_requests',
    reviews: 'review_configs',
    name: 'action_name',
    allowed: 'allowed_decisions',
    edited: 'edited_action',
    siblings: 'independent',
  },
]

/**
 * Reads the value of an interrupt of `humanInTheLoopMiddleware` (JavaScript) or `HumanInTheLoopMiddleware` (Python), and
 * answers in the spelling of its language. Undefined: it is of another kind.
 */
export function readHitl(value: unknown): HitlBatch | undefined {
  const fields = fieldsOf(value)
  const spelling = spellings.find((one) => itemsOf(fields[one.actions]).length > 0)
  if (!spelling) return undefined
  // A client may have changed the spelling of some names.
  const reviews = spellings.flatMap((one) => itemsOf(fields[one.reviews])).map(fieldsOf)
  const entries = itemsOf(fields[spelling.actions])
  const actions = entries.map(
    (entry, index) => actionOf(fieldsOf(entry), reviews) ?? oddAction(entries, index),
  )
  const decide = (made: DecisionRequest | undefined, index: number): object => {
    if (made?.decision === 'answered') return { type: 'respond', message: made.answerText ?? '' }
    if (made?.decision !== 'approved') return { type: 'reject', message: reasonOf(made) }
    const { name, argsText: asked = null, allowed = [] } = actions[index] ?? {}
    // Where the graph takes edits alone, the arguments as they are say the same as an approval.
    const argsText = made.argsText ?? (allowed.includes('approve') ? null : asked)
    if (argsText === null) return { type: 'approve' }
    return { type: 'edit', [spelling.edited]: { name, args: exactValueOf(argsText) } }
  }
  return {
    actions,
    siblings: spelling.siblings,
    answer: (decisions) => ({ decisions: decisions.map(decide) }),
  }
}

/** An entry that is no action: shown as it is, and rejected, so that the others of its batch can be decided. */
export function oddAction(entries: readonly unknown[], index: number): HitlAction {
  const argsText = sourceOfField(entries, String(index)) ?? null
  return { name: 'unknown', argsText, why: undefined, allowed: ['reject'] }
}

function actionOf(action: Fields, reviews: readonly Fields[]): HitlAction | undefined {
  const name = textOf(action['name'])
  if (name === undefined) return undefined
  const review = reviews.find((one) => spellings.some((spelling) => one[spelling.name] === name))
  const listed = spellings.flatMap((spelling) => itemsOf(review?.[spelling.allowed]))
  const args = fieldsOf(action['args'] ?? action['arguments'])
  return asking(args, {
    name,
    argsText: sourceOfField(action, 'args') ?? sourceOfField(action, 'arguments') ?? null,
    why: policyOf(textOf(action['description']), name),
    // Of an action without a review nothing but a rejection is safe.
    allowed:
      listed.length === 0
        ? ['reject']
        : (['approve', 'edit', 'reject', 'respond'] as const).filter((one) => listed.includes(one)),
  })
}

/** The arguments of an edit that a graph got; undefined: the decision is no edit, or changed nothing. */
export function editedArgsIn(decision: unknown, asked: string | null): string | undefined {
  const { type, args, editedAction, edited_action: edited = editedAction ?? args } = fieldsOf(decision)
  const text = type === 'edit' ? sourceOfField(edited, 'args') : undefined
  return text === undefined || (asked !== null && isSameJson(text, asked)) ? undefined : text
}

// Graphs name the question of a tool that asks a person in one of these.
const asks = ['question', 'message', 'prompt', 'text'] as const

export function askedIn(args: Fields): string | undefined {
  return asks.map((field) => textOf(args[field])).find((text) => text !== undefined)
}

/** The same action, with the question that its answer is for. */
export function asking(args: Fields, action: HitlAction): HitlAction {
  const { why, name, allowed } = action
  if (!allowed.includes('respond')) return action
  const asked = askedIn(args)
  const question = { kind: 'text', message: asked ?? why?.text ?? name } as const
  if (asked !== undefined || allowed.includes('approve')) return { ...action, question }
  // The question already shows the reason.
  return { ...action, why: undefined, question }
}

function policyOf(description: string | undefined, tool: string): Why | undefined {
  // The middleware adds the tool and its arguments, which the card shows anyway.
  const end = description?.lastIndexOf(`\n\nTool: ${tool}\nArgs: `) ?? -1
  return whyOf(textOf(end < 0 ? description : description?.slice(0, end)), 'policy', tool)
}

const decisionOf = {
  approve: 'approved',
  edit: 'approved',
  reject: 'rejected_continue',
  respond: 'answered',
} as const

export function decisionsOf(
  allowed: readonly HitlDecision[],
): readonly ('approved' | 'rejected_continue' | 'answered')[] {
  return [...new Set(allowed.flatMap((one) => decisionOf[one] ?? []))]
}
