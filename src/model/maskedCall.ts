import type { DecisionRequest, Failure, ResumeAnswer } from './decision.ts'
import { type HiddenValue, hiddenValues } from './hiddenValues.ts'
import type { InterventionCall, JsonSchema } from './intervention.ts'
import { textOfString } from './jsonMeaning.ts'
import { jsonTokens } from './jsonTokens.ts'

interface Mask {
  readonly original: InterventionCall
  readonly secretKeys: readonly string[]
  // The texts that stand for hidden values, by the values' own JSON.
  readonly names: ReadonlyMap<string, string>
  // The hidden values of the arguments, by the texts that stand for them.
  readonly hidden: ReadonlyMap<string, HiddenValue>
}

const masks = new WeakMap<InterventionCall, Mask>()
const maskedCalls = new WeakMap<
  InterventionCall,
  { readonly secretKeys: readonly string[]; readonly call: InterventionCall }
>()

// The call as everybody may see it: hidden values of its arguments, and of what ran, are replaced by a text that stands for
// them, wherever it is told. A call without any is returned as it is.
export function maskedCall(call: InterventionCall, secretKeys: readonly string[]): InterventionCall {
  const known = maskedCalls.get(call)
  if (known && (known.secretKeys === secretKeys || known.secretKeys.join('\n') === secretKeys.join('\n'))) {
    return known.call
  }
  const made = createMasked(call, secretKeys)
  maskedCalls.set(call, { secretKeys, call: made })
  return made
}

function createMasked(call: InterventionCall, secretKeys: readonly string[]): InterventionCall {
  const resolution = call.status === 'pending' ? undefined : call.resolution
  const schema = call.tool?.inputSchema
  const answers = call.question?.kind === 'form' ? call.question.schema : undefined
  const of = (text: string | null | undefined, by: JsonSchema | undefined): readonly HiddenValue[] =>
    hiddenValues(text, by, secretKeys)
  const [asked, ran, answered] = [
    of(call.argsText, schema),
    of(resolution?.argsText, schema),
    of(resolution?.answerText, answers),
  ]
  if (asked.length + ran.length + answered.length === 0) return call
  const names = new Map<string, string>()
  const dots = unusedDots([call.argsText, resolution?.argsText, resolution?.answerText])
  const argsText = call.argsText === null ? null : maskText(call.argsText, asked, names, dots)
  const hidden = new Map(asked.map((one) => [names.get(call.argsText!.slice(one.start, one.end))!, one]))
  const rest = {
    ...(resolution?.argsText !== undefined && { argsText: maskText(resolution.argsText, ran, names, dots) }),
    ...(resolution?.answerText !== undefined && {
      answerText: maskText(resolution.answerText, answered, names, dots),
    }),
  }
  const { why, question } = call
  const common = {
    ...call,
    argsText,
    ...(why && { why: { ...why, text: scrubbed(why.text, names) } }),
    ...(question && { question: { ...question, message: scrubbed(question.message, names) } }),
  }
  // SAFETY: only texts differ.
  const made = (
    resolution ? { ...common, resolution: { ...scrubbedWords(resolution, names), ...rest } } : common
  ) as InterventionCall
  masks.set(made, { original: call, secretKeys, names, hidden })
  return made
}

function scrubbedWords<
  Words extends NonNullable<Extract<InterventionCall, { resolution: unknown }>['resolution']>,
>(words: Words, names: Mask['names']): Words {
  const { reason, note, execution } = words
  return {
    ...words,
    ...(reason !== undefined && { reason: scrubbed(reason, names) }),
    ...(note !== undefined && { note: scrubbed(note, names) }),
    ...(execution?.message !== undefined && {
      execution: { ...execution, message: scrubbed(execution.message, names) },
    }),
  }
}

// Shorter values are everywhere in a text.
const shortest = 4

function scrubbed(text: string, names: Mask['names']): string {
  let left = text
  // A value may be a part of a longer one, and a text may quote it as JSON.
  for (const [source, name] of [...names].toSorted((one, other) => other[0].length - one[0].length)) {
    const value = valueOf(source)
    if (value.length < shortest) continue
    left = left.replaceAll(value, name)
    if (value !== source) left = left.replaceAll(source.slice(1, -1), name)
  }
  return left
}

function valueOf(source: string): string {
  return source.startsWith('"') ? textOfString(source) : source
}

// A text about a masked call, with its hidden values removed.
export function withoutHidden(text: string, call: InterventionCall | undefined): string {
  const mask = call && masks.get(call)
  return mask ? scrubbed(text, mask.names) : text
}

// A failure of a server that repeats what it was sent, without what is hidden in these masked calls.
export function maskedFailure(failure: Failure, calls: readonly InterventionCall[]): Failure {
  const { fields, ...rest } = failure
  if (!fields) return failure
  // An untyped host may leave out the message.
  const masked = (message = ''): string => calls.reduce(withoutHidden, message)
  return { ...rest, fields: fields.map((one) => ({ ...one, message: masked(one.message) })) }
}

// The agent cannot write what stands for a hidden value.
function unusedDots(texts: readonly (string | null | undefined)[]): string {
  const all = decoded(texts.join())
  let dots = '•••'
  while (all.includes(`⟦${dots}`)) dots += '•'
  return dots
}

function decoded(text: string): string {
  return text.replaceAll(/\\u([\da-f]{4})/gi, (_all, unit: string) =>
    String.fromCharCode(Number.parseInt(unit, 16)),
  )
}

function maskText(
  text: string,
  hidden: readonly HiddenValue[],
  names: Map<string, string>,
  dots: string,
): string {
  let done = ''
  let at = 0
  for (const { start, end } of hidden) {
    const source = text.slice(start, end)
    const name = names.get(source) ?? `⟦${dots}${names.size > 0 ? ` ${names.size + 1}` : ''}⟧`
    names.set(source, name)
    done += text.slice(at, start) + JSON.stringify(name)
    at = end
  }
  return done + text.slice(at)
}

// The hidden values of a masked call, by the texts that stand for them.
export function hiddenOf(call: InterventionCall | undefined): Mask['hidden'] {
  return (call && masks.get(call)?.hidden) ?? nothing
}

const nothing: Mask['hidden'] = new Map()

// The call with its hidden values, for a person who asked for them.
export function unmasked(call: InterventionCall): InterventionCall {
  return masks.get(call)?.original ?? call
}

// An earlier text of the arguments of a call. A value hidden in both counts as the same only if it is the same.
export function maskedAs(call: InterventionCall, earlier: InterventionCall): string | null {
  const mask = masks.get(call)
  const { argsText, tool } = unmasked(earlier)
  if (!mask || argsText === null) return earlier.argsText
  const hidden = hiddenValues(argsText, tool?.inputSchema, mask.secretKeys)
  return maskText(argsText, hidden, new Map(mask.names), unusedDots([argsText, mask.original.argsText]))
}

// A decision on a call as everybody may see it. Hidden values have the same placeholders as in the call.
export function maskedDecision<Made extends DecisionRequest>(
  made: Made,
  call: InterventionCall | undefined,
  secretKeys: readonly string[],
): Made {
  const mask = call && masks.get(maskedCall(call, secretKeys))
  const names = new Map(mask?.names)
  const { argsText, answerText, reason, note }: DecisionTexts = made
  const dots = unusedDots([call?.argsText, argsText, answerText])
  const masked = (text: string, schema: JsonSchema | undefined): string =>
    maskText(text, hiddenValues(text, schema, secretKeys), names, dots)
  const form = call?.question?.kind === 'form' ? call.question.schema : undefined
  return {
    ...made,
    ...(argsText !== undefined && { argsText: masked(argsText, call?.tool?.inputSchema) }),
    ...(answerText !== undefined && {
      answerText: form ? masked(answerText, form) : scrubbed(answerText, names),
    }),
    ...(reason !== undefined && { reason: scrubbed(reason, names) }),
    ...(note !== undefined && { note: scrubbed(note, names) }),
  }
}

interface DecisionTexts {
  readonly argsText?: string
  readonly answerText?: string
  readonly reason?: string
  readonly note?: string
}

// The result of a decision as everybody may see it.
export function maskedResult<Result extends ResumeAnswer | { readonly outcome: 'cancelled' | 'kept' }>(
  result: Result,
  secretKeys: readonly string[],
): Result {
  if (!('interventions' in result)) return result
  return { ...result, interventions: result.interventions.map((call) => maskedCall(call, secretKeys)) }
}

// An edited text of the arguments with the hidden values in their places. Null: one of them is not in the call.
export function withHidden(text: string, call: InterventionCall): string | null {
  const mask = masks.get(call)
  const sources = new Map([...(mask?.names ?? [])].map(([source, name]) => [name, source]))
  let done = ''
  let at = 0
  for (const { kind, start, end } of jsonTokens(text)) {
    if (kind !== 'string') continue
    const value = textOfString(text.slice(start, end))
    const source = sources.get(value) ?? aroundHidden(value, sources)
    const isLost = source === undefined && /^⟦•••+(?: \d+)?⟧$/.test(value)
    // A text that the agent wrote itself is not a placeholder.
    if (isLost && !decoded(unmasked(call).argsText ?? '').includes(value)) return null
    if (source === undefined) continue
    done += text.slice(at, start) + source
    at = end
  }
  return done + text.slice(at)
}

// A text that somebody wrote around what stands for a hidden value. Undefined: there is none in it.
function aroundHidden(text: string, sources: ReadonlyMap<string, string>): string | undefined {
  let whole = text
  for (const [name, source] of sources) whole = whole.replaceAll(name, () => valueOf(source))
  return whole === text ? undefined : JSON.stringify(whole)
}
