import type { EditDraft, EditProblem, NewName } from '../model/editDraft.ts'
import { changesBetween, placesIn, pointerTo, readJson, removeAt, setAt, valueAt } from '../model/jsonEdit.ts'
import { isSameJson } from '../model/jsonMeaning.ts'
import type { Check } from './check.ts'

// The draft with another whole text, as it was typed.
export function withText(draft: EditDraft, text: string, check: Check): EditDraft {
  return judged({ ...draft, text, unfinished: {}, newNames: {} }, check)
}

// The draft with another value at one place. `source`: JSON, or null to remove the value. A value that is what it was
// before the edits is written as it was.
export function withValue(draft: EditDraft, pointer: string, source: string | null, check: Check): EditDraft {
  const { from } = draft
  const before = placesIn(from).sourceAt(pointer)
  const written = before !== undefined && source !== null && isSameJson(before, source) ? before : source
  const text = written === null ? removeAt(draft.text, pointer) : setAt(draft.text, pointer, written)
  const at = source === null ? itemAt(draft.text, pointer) : null
  const isNew = placesIn(draft.text).sourceAt(pointer) === undefined
  const kept = <Value>(all: Readonly<Record<string, Value>>): Readonly<Record<string, Value>> =>
    Object.fromEntries(
      Object.entries(all)
        .filter(([one]) => one !== pointer && !one.startsWith(`${pointer}/`))
        .map(([one, value]) => [at ? moved(one, at) : one, value]),
    )
  const unfinished = kept(draft.unfinished)
  const newNames = Object.fromEntries(
    Object.entries(kept(draft.newNames ?? {})).filter(
      ([one, { typed }]) => !isNew || pointerTo(one, typed) !== pointer,
    ),
  )
  const isAsBefore = from !== '' && changesBetween(from, text).length === 0
  return judged({ ...draft, text: isAsBefore ? from : text, unfinished, newNames }, check)
}

interface Item {
  readonly list: string
  readonly index: number
}

// The place of an item in its list. Null: it is none.
function itemAt(text: string, pointer: string): Item | null {
  const list = pointer.slice(0, pointer.lastIndexOf('/'))
  const isItem = valueAt(readJson(text), list)?.kind === 'array'
  return isItem ? { list, index: Number(pointer.slice(list.length + 1)) } : null
}

// The pointer to the same value once an item before it is gone.
function moved(pointer: string, { list, index }: Item): string {
  if (!pointer.startsWith(`${list}/`)) return pointer
  const [at, ...rest] = pointer.slice(list.length + 1).split('/')
  return Number(at) > index ? [list, Number(at) - 1, ...rest].join('/') : pointer
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

// The draft with a name that is not added yet. It is not added by another press, because nobody has seen its value.
export function withNewName(draft: EditDraft, pointer: string, name: NewName, check: Check): EditDraft {
  const { [pointer]: _before, ...others } = draft.newNames ?? {}
  return judged({ ...draft, newNames: name.typed === '' ? others : { ...others, [pointer]: name } }, check)
}

// The draft in the other view. As code, a field that is not a value is what was typed into it, and a new name has a value.
export function inView(draft: EditDraft, view: EditDraft['view'], check: Check): EditDraft {
  if (view === 'form') return readJson(draft.text) ? judged({ ...draft, view }, check) : draft
  return judged({ ...draft, text: asTyped(draft), unfinished: {}, newNames: {}, view }, check)
}

function asTyped({ text: given, unfinished, newNames = {} }: EditDraft): string {
  const text = Object.entries(newNames).reduce((all, [pointer, { typed, source }]) => {
    const place = pointerTo(pointer, typed)
    return placesIn(all).sourceAt(place) === undefined ? setAt(all, place, source) : all
  }, given)
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
  const { from, text, unfinished, newNames = {} } = draft
  const problems: readonly EditProblem[] = [
    ...Object.entries(unfinished).map(([pointer, { problem }]) => ({ pointer, text: problem })),
    ...Object.entries(newNames).map(([pointer, { problem }]) => ({ pointer, text: problem })),
    ...(check(text) ?? []).filter(({ pointer }) => !Object.hasOwn(unfinished, pointer)),
  ]
  const changes = new Set([...changesBetween(from, text), ...Object.keys(unfinished)])
  const edits = changes.size + Object.keys(newNames).length
  return { ...draft, problems, edits: edits || (text === from ? 0 : 1) }
}
