import type { EditDraft, EditProblem } from '../model/editDraft.ts'
import { changesBetween, readJson, removeAt, setAt, placesIn, valueAt } from '../model/jsonEdit.ts'
import { isSameJson } from '../model/jsonMeaning.ts'
import type { Check } from './check.ts'

// The draft with another whole text, as it was typed.
export function withText(draft: EditDraft, text: string, check: Check): EditDraft {
  return judged({ ...draft, text, unfinished: {} }, check)
}

// The draft with another value at one place. `source`: JSON, or null to remove the value. A value that is what it was
// before the edits is written as it was.
export function withValue(draft: EditDraft, pointer: string, source: string | null, check: Check): EditDraft {
  const { from } = draft
  const before = placesIn(from).sourceAt(pointer)
  const written = before !== undefined && source !== null && isSameJson(before, source) ? before : source
  const text = written === null ? removeAt(draft.text, pointer) : setAt(draft.text, pointer, written)
  const parent = pointer.slice(0, pointer.lastIndexOf('/'))
  const isItem = valueAt(readJson(draft.text), parent)?.kind === 'array'
  // After a removal the same index belongs to another value.
  const place = source === null && isItem ? parent : pointer
  const unfinished = Object.fromEntries(
    Object.entries(draft.unfinished).filter(([one]) => one !== pointer && !one.startsWith(`${place}/`)),
  )
  const isAsBefore = from !== '' && changesBetween(from, text).length === 0
  return judged({ ...draft, text: isAsBefore ? from : text, unfinished }, check)
}

// The draft with text in a field that is not a valid value yet. Nothing is sent until it is.
export function withUnfinished(
  draft: EditDraft,
  pointer: string,
  unfinished: EditDraft['unfinished'][string],
  check: Check,
): EditDraft {
  return judged({ ...draft, unfinished: { ...draft.unfinished, [pointer]: unfinished } }, check)
}

// The draft in the other view. As code, a field that is not a value is what was typed into it.
export function inView(draft: EditDraft, view: EditDraft['view'], check: Check): EditDraft {
  if (view === 'form') return readJson(draft.text) ? judged({ ...draft, view }, check) : draft
  return judged({ ...draft, text: asTyped(draft), unfinished: {}, view }, check)
}

function asTyped({ text, unfinished }: EditDraft): string {
  const root = readJson(text)
  return Object.entries(unfinished)
    .map(([pointer, { typed }]) => ({ typed, place: valueAt(root, pointer) }))
    .toSorted((one, other) => (other.place?.start ?? 0) - (one.place?.start ?? 0))
    .reduce(
      (all, { typed, place }) => (place ? all.slice(0, place.start) + typed + all.slice(place.end) : all),
      text,
    )
}

// The draft as the schema sees it now.
export function judged(draft: EditDraft, check: Check): EditDraft {
  const { from, text, unfinished } = draft
  const problems: readonly EditProblem[] = [
    ...Object.entries(unfinished).map(([pointer, { problem }]) => ({ pointer, text: problem })),
    ...(check(text) ?? []).filter(({ pointer }) => !Object.hasOwn(unfinished, pointer)),
  ]
  const changes = new Set([...changesBetween(from, text), ...Object.keys(unfinished)])
  return { ...draft, problems, edits: changes.size || (text === from ? 0 : 1) }
}
