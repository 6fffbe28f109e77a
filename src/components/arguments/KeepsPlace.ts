'use client'
import {
  createContext,
  createElement,
  Fragment,
  useContext,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react'
import { useLayoutEffect } from '../../hooks/useLayoutEffect.ts'

/** The place of a part of the card in which something may be drawn later. */
export interface Place {
  /** The lines that it needs beyond those of the list, about. */
  readonly room: number
  readonly watch: (part: Element | null) => void
  /** Something else is about to be drawn here. */
  readonly leave: () => void
  /** The person changed what is shown, or the call changed: the part is as high as it likes to be. */
  readonly free: () => void
}

export const PlaceContext: React.Context<Place | null> = createContext<Place | null>(null)

const buttons =
  '[data-part="approve"], [data-part="reject"], [data-part="reject_continue"], [data-part="answer"]'

function createPlace(isInHtml: boolean): Omit<Place, 'room'> {
  let part: HTMLElement | null = null
  let before: { readonly height: number; readonly at: string } | null = null
  let isHeld = false
  // Nothing of a page's first HTML moves, not even upwards: the person may be reading it.
  let isFirst = isInHtml

  const placesOfButtons = (): string =>
    Array.from(part?.closest('[data-part="intervention"]')?.querySelectorAll(buttons) ?? [], (button) =>
      button.getBoundingClientRect().top.toFixed(1),
    ).join()

  // Above a composer the card grows upwards, and no button moves. Elsewhere the part keeps its height and scrolls.
  function hold(): void {
    const was = before
    before = null
    if (was && part?.isConnected && placesOfButtons() !== was.at) keep(part, was.height)
  }

  function keep(element: HTMLElement, height: number): void {
    element.style.blockSize = `${height}px`
    element.style.minBlockSize = `min(${height}px, 6rem)`
    isHeld = true
  }

  return {
    watch: (element) => {
      part = element as HTMLElement | null
      if (part && isFirst) keep(part, part.getBoundingClientRect().height)
      isFirst = false
    },
    leave: () => {
      if (before || !part?.isConnected) return
      before = { height: part.getBoundingClientRect().height, at: placesOfButtons() }
      // After the change, and before it is painted.
      queueMicrotask(hold)
    },
    free: () => {
      before = null
      if (!isHeld || !part) return
      isHeld = false
      part.style.removeProperty('block-size')
      part.style.removeProperty('min-block-size')
    },
  }
}

const subscribe = () => (): void => undefined

/** True on a server, and in the first drawing of a page that has the server's HTML. */
export function useIsInHtml(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => false,
    () => true,
  )
}

/** `argsText`: what is drawn there later. */
export function usePlace(argsText = ''): Place {
  const isInHtml = useIsInHtml()
  const [place] = useState(() => createPlace(isInHtml))
  const room = useMemo(() => roomFor(argsText.slice(0, 2_000)), [argsText])
  return useMemo(() => ({ ...place, room }), [place, room])
}

// A preview breaks a command into its steps, and has words on the file, the times or the host beside them.
function roomFor(argsText: string): number {
  if (/"(?:command|cmd|script)"/i.test(argsText)) {
    const breaks = argsText.match(/&&|\|\||;/g)?.length ?? 0
    return Math.min(breaks && breaks + 2, 7)
  }
  const isOfFile = /"(?:patch|diff|old_?(?:str|string|text)|edits|contents?|sql|query|start\w*)"/i
  const own = isOfFile.test(argsText) ? 3 : Number(/"(?:url|amount|data|base64)"/i.test(argsText))
  return own + (isOfFew.test(argsText) && other.test(argsText) ? 2 : 0)
}

// A message, a file that is sent or an action in a browser does not draw all: the rest stands below it, under words of its own.
const isOfFew = /"(?:to|channel|data|base64|action)"\s*:/i
const other =
  /"(?!(?:to|[bc]?cc|from|channel|subject|body|text|message|attachments|data|base64|(?:file_?)?name|path|(?:mime|media)_?type|action|url|selector)")\w+"\s*:/i

/** `shown`: changes with what the person, or the call, wants to be shown. */
export function useFreePlace(place: Place | null, shown: string): void {
  const was = useRef(shown)
  useLayoutEffect(() => {
    if (was.current !== shown) place?.free()
    was.current = shown
  }, [place, shown])
}

// Around or before what something else takes the place of when it is there: the buttons stay where they are.
export function KeepsPlace({ children }: { readonly children?: React.ReactNode }): React.ReactElement {
  const place = useContext(PlaceContext)
  const leave = place?.leave
  useLayoutEffect(() => leave, [leave])
  // Line breaks, which no policy of a page refuses as it does styles in its first HTML.
  const breaks = Array.from({ length: place?.room ?? 0 }, () => createElement('br'))
  const room = children !== undefined && breaks.length > 0 && createElement('span', null, ...breaks)
  return createElement(Fragment, null, children, room)
}
