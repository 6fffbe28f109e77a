import type { EditDraft, EditProblem } from '../model/editDraft.ts'
import { changesBetween, readJson, removeAt, setAt, sourceAt, valueAt } from '../model/jsonEdit.ts'
import { isSameJson } from '../model/jsonMeaning.ts'
import type { Check } from './check.ts'

export interface Rules {
  readonly check: Check
}

/** The draft with another whole text, as it was typed. */
export function withText(draft: EditDraft, text: string, rules: Rules): EditDraft {
  return judged({ ...draft, text, unfinished: {} }, rules)
}

/**
 * The draft with another value at one place. `source`: JSON, or null to remove the value. A value that is what it was
 * before the edits is written as it was.
 */
export function withValue(draft: EditDraft, pointer: string, source: string | null, rules: Rules): EditDraft {
  const { from } = draft
  const before = sourceAt(from, readJson(from), pointer)
  const written = before !== undefined && source !== null && isSameJson(before, source) ? before : source
  const text = written === null ? removeAt(draft.text, pointer) : setAt(draft.text, pointer, written)
  const parent = pointer.slice(0, pointer.lastIndexOf('/'))
  const isItem = valueAt(readJson(draft.text), parent)?.kind === 'array'
  // A place in a list is another value's once one is removed.
  const place = source === null && isItem ? parent : pointer
  const unfinished = Object.fromEntries(
    Object.entries(draft.unfinished).filter(([one]) => one !== pointer && !one.startsWith(`${place}/`)),
  )
  const isAsBefore = from !== '' && changesBetween(from, text).length === 0
  return judged({ ...draft, text: isAsBefore ? from : text, unfinished }, rules)
}

/** The draft with a text in a field that is not a value. Nothing is sent until it is one. */
export function withUnfinished(
  draft: EditDraft,
  pointer: string,
  unfinished: EditDraft['unfinished'][string],
  rules: Rules,
): EditDraft {
  return judged({ ...draft, unfinished: { ...draft.unfinished, [pointer]: unfinished } }, rules)
}

/** The draft in the other view. As code, a field that is not a value is what was typed into it. */
export function inView(draft: EditDraft, view: EditDraft['view'], rules: Rules): EditDraft {
  if (view === 'form') return readJson(draft.text) ? judged({ ...draft, view }, rules) : draft
  return judged({ ...draft, text: asTyped(draft), unfinished: {}, view }, rules)
}

function asTyped({ text, unfinished }: EditDraft): string {
  const typed = Object.entries(unfinished)
  // What is not there yet has no place until it is a text.
  const whole = typed.reduce(
    (all, [pointer, one]) =>
      sourceAt(all, readJson(all), pointer) === undefined
        ? setAt(all, pointer, JSON.stringify(one.typed))
        : all,
    text,
  )
  const root = readJson(text)
  return typed
    .flatMap(([pointer, one]) => {
      const place = valueAt(root, pointer)
      return place ? [{ ...one, place }] : []
    })
    .toSorted((one, other) => other.place.start - one.place.start)
    .reduce((all, one) => all.slice(0, one.place.start) + one.typed + all.slice(one.place.end), whole)
}

/** The draft on a new revision of the text, once the person has chosen to keep the edits. */
export function onRevision(
  draft: EditDraft,
  next: Pick<EditDraft, 'revision' | 'from'>,
  rules: Rules,
): EditDraft {
  return judged({ ...draft, ...next }, rules)
}

/** The draft as the schema sees it now. */
export function judged(draft: EditDraft, { check }: Rules): EditDraft {
  const { from, text, unfinished } = draft
  const problems: readonly EditProblem[] = [
    ...Object.entries(unfinished).map(([pointer, { problem }]) => ({ pointer, text: problem })),
    ...check(text).problems.filter(({ pointer }) => !Object.hasOwn(unfinished, pointer)),
  ]
  const changes = new Set([...changesBetween(from, text), ...Object.keys(unfinished)])
  return { ...draft, problems, edits: changes.size || (text === from ? 0 : 1) }
}
