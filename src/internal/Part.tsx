import { cloneElement, createElement, forwardRef, type ReactElement } from 'react'

/** What CSS and tests may know of a part. Written as data attributes, here and nowhere else. */
export interface PartState {
  /** The one finite state. @selector [data-status="…"] */
  readonly status?: string | undefined
  /** Something is on its way. @selector [data-busy] */
  readonly busy?: boolean | undefined
  /** A press would count. @selector [data-armed] */
  readonly armed?: boolean | undefined
}

/** Props that every part has beside those of its element. */
export interface PartProps {
  readonly className?: string | ((state: PartState) => string | undefined) | undefined
  /** Another element in the place of the part's own: it is given the part's props, ref and attributes. */
  readonly render?:
    | ReactElement<Record<string, unknown>>
    | ((props: Record<string, unknown>, state: PartState) => ReactElement)
    | undefined
}

interface Definition extends PartProps {
  /** Its name. @selector [data-part="…"] */
  readonly partName: string
  /** The element it renders. */
  readonly as: string
  readonly state?: PartState
  readonly [prop: string]: unknown
}

const noState: PartState = {}

/** Draws a part: one element, its name and state as attributes, everything else as given. */
export const Part: React.ForwardRefExoticComponent<Definition & React.RefAttributes<unknown>> = forwardRef<
  unknown,
  Definition
>(function Part(given, ref) {
  // SAFETY: React's own types lose the named props beside an index signature.
  const { partName, as, state = noState, className, render, ...props } = given as Definition
  const classes = typeof className === 'function' ? className(state) : className
  const own = typeof render === 'object' ? render.props['className'] : undefined
  const all: Record<string, unknown> = { ...props, ...stateAttributes(state), 'data-part': partName, ref }
  if (classes !== undefined) all['className'] = classes
  if (typeof render === 'function') return render(all, state)
  if (!render) return createElement(as, all)
  const joined = [classes, own].filter(Boolean).join(' ') || undefined
  return cloneElement(render, { ...all, ...render.props, className: joined })
})

function stateAttributes({ status, busy, armed }: PartState): Record<string, string> {
  return {
    ...(status === undefined ? {} : { 'data-status': status }),
    ...(busy ? { 'data-busy': '' } : {}),
    ...(armed ? { 'data-armed': '' } : {}),
  }
}
