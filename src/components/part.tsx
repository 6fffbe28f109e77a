import {
  cloneElement,
  createElement,
  forwardRef,
  type JSX,
  type ReactElement,
  useCallback,
  useRef,
} from 'react'
import { useLayoutEffect } from '../hooks/useLayoutEffect.ts'
import { warnOfKinds } from '../model/developerErrors.ts'

/** The state of a part, for CSS and tests. Written as data attributes by this file only. */
export interface PartState {
  /** The finite state of the part. @selector [data-status="…"] */
  readonly status?: string | undefined
  /** A decision is in flight, or the agent runs. @selector [data-busy] */
  readonly busy?: boolean | undefined
  /** A press would count. @selector [data-armed] */
  readonly armed?: boolean | undefined
}

type Props = { readonly [prop: string]: unknown }

/** The props of every part, besides those of its element. */
export interface PartProps {
  /** A class, or a function of the part's state. */
  readonly className?: string | ((state: PartState) => string | undefined) | undefined
  /** An element that replaces the part's own. It gets the part's props, ref and attributes. */
  readonly render?: ReactElement<Props> | ((props: Props, state: PartState) => ReactElement) | undefined
}

export type PropsOf<Tag extends keyof JSX.IntrinsicElements> = PartProps &
  Omit<React.ComponentPropsWithoutRef<Tag>, 'className'>

export interface PartContent extends Props {
  readonly state?: PartState
  readonly children?: React.ReactNode
  /** The name of the element where it is not that of the part. */
  readonly part?: string
  /** The host's own props do not replace these. */
  readonly fixed?: Props
  readonly watch?: ((element: Element | null) => void) | undefined
  /** Puts the element into a context. */
  readonly around?: (element: ReactElement) => ReactElement
  /** Drawn after the element. It takes no place in the layout. */
  readonly after?: React.ReactNode
}

export type PartComponent<Given, Tag extends keyof JSX.IntrinsicElements> = React.ForwardRefExoticComponent<
  Given & React.RefAttributes<Tag extends keyof HTMLElementTagNameMap ? HTMLElementTagNameMap[Tag] : Element>
>

/**
 * Defines a part: one element with its name and state as attributes, all native props and the ref. `usePart` returns its
 * current content, or null to render nothing. Props of the host win, except over `fixed`.
 */
export function definePart<Tag extends keyof JSX.IntrinsicElements, Given = PropsOf<Tag>>(
  tag: Tag,
  name: string,
  usePart: (given: Given) => PartContent | null,
): PartComponent<Given, Tag> {
  const part = forwardRef<Element, Props>(function Part(given, ref) {
    // SAFETY: the component is typed by `Given`; inside it props are only passed on.
    const content = usePart(given as Given)
    const all = useAllRefs(content?.watch, ref, refOf(given['render']))
    // oxlint-disable-next-line react/refs -- the ref is only passed on to the element.
    const drawn = content && draw(tag, name, content, { ...given, ref: all })
    const element = drawn && (content.around?.(drawn) ?? drawn)
    if (!content?.after) return element
    return (
      <>
        {element}
        {content.after}
      </>
    )
  })
  part.displayName = `Intervention.${name}`
  return part as unknown as PartComponent<Given, Tag>
}

type Ref = React.Ref<Element> | undefined

// React 19 has it among the props; before that it is the element's, and the props have a getter that warns.
function refOf(element: unknown): Ref {
  const props: unknown = Object.getOwnPropertyDescriptor(Object(element), 'props')?.value
  const [ours, before] = [props, element].map(
    (one) => Object.getOwnPropertyDescriptor(Object(one), 'ref')?.value as Ref,
  )
  return ours ?? before
}

/** Sets a ref, and returns what takes it back. */
function holdRef(ref: Ref, element: Element): () => void {
  if (typeof ref !== 'function') {
    if (!ref) return () => undefined
    const object: { current: Element | null } = ref
    object.current = element
    return () => (object.current = null)
  }
  const cleanUp: unknown = ref(element)
  // React calls this instead of a last call with null.
  return typeof cleanUp === 'function' ? () => void cleanUp() : () => void ref(null)
}

/**
 * One ref for the part's own and those of hosts: of the part, and of the element that replaces its own. A host may make
 * its functions anew at each render; the part does not notice.
 */
function useAllRefs(watch: PartContent['watch'], ...given: readonly Ref[]): React.RefCallback<Element> {
  const refs = useRef(given)
  const at = useRef<Element | null>(null)
  const ends = useRef<readonly (() => void)[]>([])
  const hold = (): void => {
    for (const end of ends.current) end()
    const element = at.current
    ends.current = element ? refs.current.map((ref) => holdRef(ref, element)) : []
  }
  useLayoutEffect(() => {
    if (given.every((ref, index) => ref === refs.current[index])) return
    refs.current = given
    hold()
  })
  return useCallback(
    (element: Element | null) => {
      at.current = element
      watch?.(element)
      hold()
    },
    [watch],
  )
}

function draw(
  tag: string,
  name: string,
  { part = name, state = {}, fixed, watch: _watch, around: _around, after: _after, ...content }: PartContent,
  given: Props,
): ReactElement {
  const { className, render, ...props } = given as PartProps & Props
  warnOfKinds({ render })
  const classes = typeof className === 'function' ? className(state) : className
  const marks = {
    'data-part': part,
    'data-status': state.status,
    'data-busy': state.busy ? '' : undefined,
    'data-armed': state.armed ? '' : undefined,
    // The element of a host keeps the host's look.
    'data-rendered': render ? '' : undefined,
  }
  const all: Record<string, unknown> = { ...content, ...props, ...fixed, className: classes, ...marks }
  // React warns of a prop it does not know, even of one that is undefined.
  for (const prop of Object.keys(all)) if (all[prop] === undefined) delete all[prop]
  if (typeof render === 'function') return render(all, state)
  if (!render || typeof render !== 'object') return createElement(tag, all)
  const own = render.props['className']
  return cloneElement(render, {
    ...all,
    ...render.props,
    // Among them is the ref of the element, which `all` calls too.
    ref: all['ref'],
    ...fixed,
    ...marks,
    ...bothHandlers(all, render.props),
    className: [classes, own].filter(Boolean).join(' '),
  })
}

// The element's own handler runs first, because it may prevent ours.
function bothHandlers(ours: Props, theirs: Props): Props {
  const both: Record<string, unknown> = {}
  for (const [name, first] of Object.entries(theirs)) {
    const then = ours[name]
    if (!/^on[A-Z]/.test(name) || typeof first !== 'function' || typeof then !== 'function') continue
    both[name] = (...given: unknown[]) => {
      first(...given)
      then(...given)
    }
  }
  return both
}
