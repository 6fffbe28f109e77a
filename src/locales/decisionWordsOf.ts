import type { Decision } from '../model/decision.ts'
import { questionOf, type Resolution, type SettledIntervention } from '../model/intervention.ts'
import type { Formats } from './formats.ts'
import type { Messages } from './messages.ts'
import type { Answer, DecisionTexts } from './texts.ts'
import type { TroubleWords } from './troubleWordsOf.ts'

export type DecisionWords = Pick<
  Messages,
  | 'assistant'
  | 'verb'
  | 'decisions'
  | 'rejectWithNote'
  | 'approveEdited'
  | 'approveAnd'
  | 'editRefused'
  | 'editChanged'
  | 'answerChanged'
  | 'rejecting'
  | 'confirm'
  | 'approveAnyway'
  | 'cancel'
  | 'deciding'
  | 'tryAgain'
  | 'reasonMissing'
  | 'answerMissing'
  | 'openAndContinue'
  | 'answerForToolHint'
  | 'decline'
  | 'declining'
  | 'declineHint'
  | 'showFirst'
  | 'revealFirst'
  | 'hiddenLost'
  | 'refused'
  | 'guard'
  | 'notExplained'
  | 'notShown'
  | 'argumentsNotTold'
  | 'siblings'
  | 'failure'
  | 'receipt'
  | 'notStarted'
  | 'settled'
  | 'arrived'
>

/** The words that a button alone needs, in one language. */
export function decisionWordsOf(
  formats: Formats,
  texts: DecisionTexts,
): Omit<DecisionWords, keyof TroubleWords> {
  const { fill, count, list } = formats
  const { gap, siblings, settled, needed } = texts
  const sentences = (all: readonly (string | false | undefined | null)[]): string =>
    all.filter(Boolean).join(gap)
  const words: Omit<DecisionWords, keyof TroubleWords> = {
    ...texts,
    verb: () => undefined,
    rejecting: {
      rejected: (assistant) => fill(texts.rejecting.rejected, { assistant }),
      rejected_continue: (assistant) => fill(texts.rejecting.rejected_continue, { assistant }),
    },
    confirm: (tool, remember) =>
      sentences([fill(texts.confirm, { tool }), remember && texts.unasked[remember]]),
    approveAnd: (scope, edits) =>
      fill(texts.approveAnd[scope], {
        approve: edits > 0 ? words.approveEdited(edits) : texts.decisions.approved,
      }),
    approveEdited: (edits) => count(edits, texts.approveEdited),
    answerForToolHint: (assistant) => fill(texts.answerForToolHint, { assistant }),
    declineHint: (assistant) => fill(texts.declineHint, { assistant }),
    showFirst: (lines) => allLines(formats, texts.showFirst, lines),
    siblings: ({ pause, calls, choice, left }) => {
      const { length } = calls
      const isTogether = pause.answering === 'together'
      const canStop = calls.some((call) => call.decisions.includes('rejected'))
      const others = length > 2 ? siblings.rejects_others : siblings.rejects_other
      return sentences([
        isTogether && choice && fill(siblings.chosen, { decision: texts.decisions[choice.decision] }),
        isTogether &&
          fill(left - (choice ? 0 : 1) > 0 ? siblings.together : siblings.last, { count: length, left }),
        isTogether && canStop && siblings.stop,
        pause.siblings === 'reject_voids_approvals' && siblings.voids,
        pause.siblings === 'reject_rejects_rest' && fill(others, { count: length - 1 }),
      ])
    },
    receipt: (card, tool, own, assistant) =>
      questionOf(card)
        ? receiptOfQuestion(formats, texts, card, tool, own, assistant)
        : sentences(receiptOf(formats, texts, card, tool, own, assistant)),
    settled: (status, left, assistant, many = 1) => {
      const continues = fill(settled.continues, { assistant })
      if (status === 'answered') return sentences([settled.answered, continues])
      const kind = status === 'approved' ? status : 'rejected'
      const deed = many > 1 ? fill(settled[`${kind}_many`], { count: many }) : settled[kind]
      if (status === 'approved')
        return sentences([deed, left ? fill(settled.left, { left }) : settled.none_left])
      return sentences([deed, status === 'rejected' ? settled.stopped : left === 0 && continues])
    },
    arrived: (tools, questions) => {
      const all = [...tools, ...questions]
      if (all.length > 1)
        return count(all.length, needed[questions.length > 0 ? 'decisions' : 'approvals']) + texts.period
      return questions.length > 0
        ? fill(texts.arrived.answer, { question: list(all) })
        : fill(texts.arrived.approval, { tool: list(all) })
    },
  }
  return words
}

function receiptOf(
  { fill, time: clock }: Formats,
  { receipt, unasked }: DecisionTexts,
  { status, argsText, resolution, agent }: SettledIntervention,
  name: string,
  own: boolean,
  assistant: string,
): readonly (string | false | undefined | null)[] {
  const { at, by, automatic, execution, remember, note } = resolution
  const time = clock(at)
  if (status === 'expired') return [fill(receipt.expired, { tool: name, time })]
  if (status === 'withdrawn')
    return [fill(receipt.withdrawn, { tool: name, assistant: agent?.name || assistant })]
  const rule = automatic && fill(receipt.rule, { rule: ruleOf(automatic) })
  const kind = kindOf(status)
  const isApproved = kind === 'approved'
  const isEdited = isApproved && (resolution.argsText ?? argsText) !== argsText
  let tool = agent?.name ? fill(receipt.tool.agent, { tool: name, agent: agent.name }) : name
  if (isEdited) tool = fill(receipt.tool[own ? 'own_edits' : 'edits'], { tool })
  const failed =
    execution?.message === undefined
      ? receipt.failed
      : fill(receipt.failed_with, { message: execution.message })
  return [
    fill(receipt[own ? 'own' : 'other'][kind], {
      who: rule ?? by?.name ?? receipt.somebody,
      tool,
      time,
    }),
    isApproved ? execution?.ok === false && failed : receipt.not_run,
    isApproved && remember && unasked[remember],
    note && fill(receipt.note, { note }),
  ]

  function ruleOf({ by: kindOfRule, name: of = receipt.it }: NonNullable<Resolution['automatic']>): string {
    return fill(receipt.rules[kindOfRule], { name: of })
  }
}

function receiptOfQuestion(
  { fill, time }: Formats,
  { receipt }: DecisionTexts,
  { status, resolution, agent, question: asked }: SettledIntervention,
  question: string,
  own: boolean,
  assistant: string,
): string {
  const { expired, withdrawn, [own ? 'own' : 'other']: made } = receipt.question
  const values = {
    question,
    time: time(resolution.at),
    assistant: agent?.name || assistant,
    who: resolution.by?.name ?? receipt.somebody,
  }
  switch (status) {
    case 'expired':
      return fill(expired, values)
    case 'withdrawn':
      return fill(withdrawn, values)
    case 'rejected':
    case 'rejected_continue':
      return fill(made[status], values)
    case 'answered':
    case 'approved':
      return fill(made[asked?.kind === 'url' ? 'agreed' : 'answered'], values)
    default:
      return status satisfies never
  }
}

/** A few lines can be long: their number would make them seem little. */
export function allLines({ count }: Formats, texts: DecisionTexts['showFirst'], lines: number): string {
  return lines < 10 ? texts.everything : count(lines, texts.lines)
}

export function kindOf(decision: Decision): Answer {
  return decision === 'rejected_continue' ? 'rejected' : decision
}
