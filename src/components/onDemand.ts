'use client'
import {
  type ComponentType,
  createElement,
  Fragment,
  type ReactElement,
  useEffect,
  useState,
  useSyncExternalStore,
} from 'react'
import type { AnswerFormProps } from '../editor/AnswerForm.tsx'
import type { EditorProps } from '../hooks/EditorProps.ts'
import type { seeCard } from './list/seeCard.ts'
import type { ListProps } from './list/List.tsx'
import type { ChangedArgumentsProps } from './arguments/ChangedArguments.tsx'
import { KeepsPlace } from './arguments/KeepsPlace.ts'
import type { RenderedProps } from './arguments/Rendered.tsx'
import type { MenuProps } from './card/Menu.tsx'
import type { EditedArgumentsProps } from './editing/EditedArguments.tsx'
import type { EditingProps } from './editing/Editing.tsx'
import type { PreviewOfCallProps } from '../previews/Preview.tsx'
import type { GrantLineProps, RememberItemsProps } from './card/RememberItems.tsx'
import type { ShortcutListProps } from './keys/ShortcutList.tsx'
import { useMessages } from './words.ts'

interface PropsOfPart {
  readonly AnswerForm: AnswerFormProps
  readonly List: ListProps
  readonly ChangedArguments: ChangedArgumentsProps
  readonly EditedArguments: EditedArgumentsProps
  readonly Editing: EditingProps
  readonly Editor: EditorProps
  readonly GrantLine: GrantLineProps
  readonly Menu: MenuProps
  readonly Preview: PreviewOfCallProps
  readonly RememberItems: RememberItemsProps
  readonly Rendered: RenderedProps
  readonly ShortcutList: ShortcutListProps
}

/** Parts that are fetched when a call needs them. */
const parts: { readonly [Name in keyof PropsOfPart]: () => Promise<ComponentType<PropsOfPart[Name]>> } = {
  AnswerForm: () => import('../editor/AnswerForm.tsx').then((all) => all.AnswerForm),
  List: () => import('./list/List.tsx').then((all) => all.List),
  ChangedArguments: () => import('./arguments/ChangedArguments.tsx').then((all) => all.ChangedArguments),
  EditedArguments: () => import('./editing/EditedArguments.tsx').then((all) => all.EditedArguments),
  Editing: () => import('./editing/Editing.tsx').then((all) => all.Editing),
  Editor: () => import('../editor/Editor.tsx').then((all) => all.Editor),
  GrantLine: () => import('./card/RememberItems.tsx').then((all) => all.GrantLine),
  Menu: () => import('./card/Menu.tsx').then((all) => all.Menu),
  Preview: () => import('../previews/Preview.tsx').then((all) => all.Preview),
  RememberItems: () => import('./card/RememberItems.tsx').then((all) => all.RememberItems),
  Rendered: () => import('./arguments/Rendered.tsx').then((all) => all.Rendered),
  ShortcutList: () => import('./keys/ShortcutList.tsx').then((all) => all.ShortcutList),
}

// The next call or press that needs one draws it at once, and nothing before it.
const here = new Map<keyof PropsOfPart, ComponentType<object> | undefined>([
  ['List', undefined],
  ['Menu', undefined],
  ['Preview', undefined],
  ['Rendered', undefined],
])

/** True if the part can be drawn at once. */
export function isHere(part: keyof PropsOfPart): boolean {
  return here.get(part) !== undefined
}

/** Fetches a part that may be needed soon. */
export function prepare(part: keyof PropsOfPart): void {
  load(part).catch(() => undefined)
}

async function load(part: keyof PropsOfPart): Promise<ComponentType<object>> {
  // SAFETY: it gets the props of this part.
  const drawn = (await parts[part]()) as ComponentType<object>
  if (here.has(part)) here.set(part, drawn)
  return drawn
}

const subscribe = () => (): void => undefined

export const loadSeeCard = (): Promise<typeof seeCard> =>
  import('./list/seeCard.ts').then((all) => all.seeCard)

/**
 * Draws a part. Until it is here, and if it cannot be had, its children stand in its place; then with a button that tries
 * again.
 */
export function OnDemand<Name extends keyof PropsOfPart>({
  part,
  children,
  ...props
}: { readonly part: Name; readonly children: ReactElement } & Omit<
  PropsOfPart[Name],
  'children'
>): ReactElement {
  const words = useMessages()
  const [loaded, setLoaded] = useState<ComponentType<object> | null>(null)
  const known = useSyncExternalStore(
    subscribe,
    () => here.get(part),
    () => undefined,
  )
  const [attempt, setAttempt] = useState({ count: 0, hasFailed: false })
  const { count, hasFailed } = attempt
  const found = loaded ?? known
  const isFound = found !== undefined
  useEffect(() => {
    if (isFound) return
    let isLeft = false
    load(part).then(
      (drawn) => {
        if (!isLeft) setLoaded(() => drawn)
      },
      () => {
        if (!isLeft) setAttempt({ count, hasFailed: true })
      },
    )
    return () => {
      isLeft = true
    }
  }, [part, count, isFound])
  if (found) return createElement(found, props, children)
  const tryAgain = createElement(
    'button',
    { type: 'button', onClick: () => setAttempt({ count: count + 1, hasFailed: false }) },
    words.tryAgain,
  )
  const note = createElement(
    'p',
    { 'data-part': 'not_loaded', role: 'status' },
    words.notLoaded,
    ' ',
    tryAgain,
  )
  return hasFailed ? createElement(Fragment, null, children, note) : createElement(KeepsPlace, null, children)
}
