import { type DecisionRequest, isRejection } from '../model/decision.ts'
import type { JsonSchema, PendingIntervention, Question, Why } from '../model/intervention.ts'
import { fieldsOf, textOf } from './json.ts'
import { sha256 } from './sha256.ts'

export type CardDraft = DraftOf<PendingIntervention>

type Told = 'toolCallId' | 'operationId' | 'tool' | 'question' | 'argsText' | 'decisions' | 'requestedAt'
// Distributes over the kinds of calls: a call without a tool has a question.
type DraftOf<Call> = Call extends unknown ? Pick<Call, Told & keyof Call> & Partial<Call> : never

/** A call that waits. Not editable and with optional words, unless said otherwise; its revision is a digest of what would run. */
export function pendingCard(draft: CardDraft): PendingIntervention {
  return {
    revision: revisionOf(draft),
    editable: false,
    reason: 'optional',
    remember: [],
    ...draft,
    status: 'pending',
  }
}

const recent = new Map<string, string>()

export function revisionOf({
  tool,
  question,
  argsText,
}: Pick<PendingIntervention, 'tool' | 'question' | 'argsText'>): string {
  const { name = null, server } = tool ?? {}
  const more = question ? [server ?? null, question] : server === undefined ? [] : [server]
  const text = JSON.stringify([name, argsText, ...more])
  // A chat rebuilds the cards of its waiting calls at each change.
  const revision = recent.get(text) ?? sha256(text)
  recent.delete(text)
  recent.set(text, revision)
  for (const oldest of [...recent.keys()].slice(0, -32)) recent.delete(oldest)
  return revision
}

/**
 * The reason of a call: words that come without their source are said by `by`, and automatic words are dropped. `tool`: the
 * name of its tool, which a reason may repeat.
 */
export function whyOf(
  words: string | Why | undefined,
  by: Why['by'] = 'unknown',
  tool?: string,
): Why | undefined {
  if (words === undefined) return undefined
  const why = typeof words === 'string' ? { text: words, by } : words
  // An agent may give anything, and a reason must not hide its call.
  const told = textOf(fieldsOf(why)['text'])
  const text = told === undefined ? undefined : saidIn(told)
  const saysNothing = text !== undefined && why.by !== 'agent' && isRequestAlone(text, tool)
  return text === undefined || saysNothing ? undefined : { ...why, text }
}

// Of a text that a person is free to choose.
const plainKeywords = new Set(['$schema', 'type', 'title', 'description'])

/** The question whose answer has this schema: free text, where the schema asks for nothing else. */
export function questionWith(message: string, schema: JsonSchema): Question {
  const isText = schema['type'] === 'string' && Object.keys(schema).every((key) => plainKeywords.has(key))
  const isForm = Object.keys(schema).length > 0 && !isText
  return isForm ? { kind: 'form', message, schema } : { kind: 'text', message }
}

export function reasonOf(made: DecisionRequest | undefined): string | undefined {
  return made && isRejection(made) ? made.reason : undefined
}

// Sentences that a framework writes itself around the name and the arguments of a call.
const automatic: readonly RegExp[] = [
  // As LangChain writes it.
  /^Tool execution requires approval(\n\nTool: .*\nArgs: [^]*)?$/,
  // As TanStack AI writes it.
  /^Approval required to run \S+$/,
  /^Client tool \S+ is ready to run$/,
  // Strands, without the reason of a classifier.
  /^Approve "[^"]*"\?\n {2}Input: [^]*$/,
  // As Google ADK writes it.
  /^Please approve or reject the tool call \S+ by responding with a FunctionResponse\b[^]*$/,
]
// The text of Strands, which may contain the reason of a classifier.
const around = /^Approve "[^"]*" — ([^]*)\?\n {2}Input: [^]*$/

// The words of a request for approval that gives no reason.
const ofRequest =
  /\b(?:an?|the|this|that|following|tools?|calls?|calling|functions?|actions?|operation|request|execution|execut(?:e|es|ing)|runs?|running|us(?:e|es|ing)|requires?|required|needs?|needed|approval|approv(?:e|ed|ing)|confirmation|confirm|human|manual|user|review|permission|authori[sz]ation|please|to|for|of|on|by|in|before|with|your|you|do|does|want|wants|is|be|it|must|can|continue|proceed|proceeding|waiting|awaiting|pending|allow|named|called|or (?:reject|deny|decline|edit))\b/gi

/** True for a sentence that asks for approval and says nothing else, but for the name of the tool. */
function isRequestAlone(text: string, tool: string | undefined): boolean {
  const name = textOf(tool)
  const named = name === undefined ? text : text.replaceAll(name, ' ')
  return !/[\p{L}\p{N}]/u.test(named.replace(ofRequest, ' '))
}

/** Returns a reason that was written for this call; undefined: the text is automatic. */
export function saidIn(text: string): string | undefined {
  const chosen = around.exec(text)?.[1] ?? text
  const said = automatic.reduce((left, sentence) => left.replace(sentence, ''), chosen)
  return said.trim() === '' ? undefined : said
}
