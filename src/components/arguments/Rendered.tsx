'use client'
import { Suspense, useContext, useMemo, useRef, useState } from 'react'
import { useLayoutEffect } from '../../hooks/useLayoutEffect.ts'
import { useGatewayContext } from '../../hooks/GatewayContext.ts'
import type { Renderer, RendererMatch } from '../../hooks/Renderer.ts'
import type { EditDraft } from '../../model/editDraft.ts'
import type { InterventionCall } from '../../model/intervention.ts'
import { parsedJson } from '../../model/parsedJson.ts'
import { useShownCall } from '../card/InterventionContext.ts'
import { FailSafe } from '../FailSafe.tsx'
import { useMessages } from '../words.ts'
import { longestWhole } from './elide.ts'
import { isSeen } from './isSeen.ts'
import { KeepsPlace } from './KeepsPlace.ts'
import { LongText, RevealContext, useElision } from './LongText.tsx'

export interface RenderedProps {
  readonly argsText: string
  readonly draft: EditDraft | null
  // Called when something draws the arguments in the place of the list.
  readonly onDraw: () => void
  // Drawn if no renderer matches the call.
  readonly instead: React.ReactElement
  // The list of the arguments.
  readonly children: React.ReactElement
}

// The arguments as a renderer of the host shows them.
export function Rendered({ argsText, draft, onDraw, instead, children }: RenderedProps): React.ReactElement {
  const { card, scope } = useShownCall()
  const { renderers } = useGatewayContext()
  const args = useMemo(() => parsedJson(argsText), [argsText])
  const exact = <Exact argsText={argsText} />
  const found = [...(scope.renderers ?? []), ...(renderers ?? [])].find(({ match }) => isFor(match, card))
  if (!found) return instead
  if (args === undefined || !found.component) return children
  const props = { call: card, args, argsText, draft }
  const failed = (
    <>
      <Failed />
      {exact}
    </>
  )
  const list = (
    <>
      <KeepsPlace />
      {children}
    </>
  )
  return (
    <FailSafe of={`${card.revision} ${argsText}`} fallback={failed}>
      <Suspense fallback={list}>
        <Own of={found.component} props={props} onDraw={onDraw} failed={failed} />
      </Suspense>
    </FailSafe>
  )
}

function isFor(match: RendererMatch, call: InterventionCall): boolean {
  const { tool } = call
  if (typeof match === 'function') return match(call)
  if (!tool) return false
  if (typeof match === 'string') return match === tool.name
  return (
    (match.tool === undefined || match.tool === tool.name) &&
    (match.server === undefined || match.server === tool.server) &&
    (match.annotation === undefined || tool.annotations?.[match.annotation] === true)
  )
}

function Own({
  of: Component,
  props,
  onDraw,
  failed,
}: {
  readonly of: NonNullable<Renderer['component']>
  readonly props: { readonly call: InterventionCall; readonly argsText: string } & Pick<
    React.ComponentProps<NonNullable<Renderer['component']>>,
    'args' | 'draft'
  >
  readonly onDraw: () => void
  readonly failed: React.ReactElement
}): React.ReactElement {
  const isRevealed = useContext(RevealContext)
  const box = useRef<HTMLDivElement>(null)
  const isHidden = useIsHidden(box)
  const isLong = props.argsText.length > longestWhole
  // Only the kit knows that it shows all of a long text.
  useElision(isLong && !isRevealed && !props.draft)
  useLayoutEffect(onDraw, [onDraw])
  return (
    <>
      {!isHidden && <KeepsPlace />}
      <div ref={box} data-part="rendered">
        <Component {...props} isRevealed={isRevealed} />
      </div>
      {isHidden ? failed : isLong && isRevealed && !props.draft && <Exact argsText={props.argsText} />}
    </>
  )
}

// True while nobody can see what is in the box.
function useIsHidden(box: React.RefObject<HTMLElement | null>): boolean {
  const [isHidden, setHidden] = useState(false)
  useLayoutEffect(() => {
    const element = box.current
    if (!element) return
    const look = (): void => setHidden(!isSeen(element))
    look()
    const changes = new MutationObserver(look)
    changes.observe(element, { subtree: true, childList: true, characterData: true, attributes: true })
    const sizes = typeof ResizeObserver === 'undefined' ? null : new ResizeObserver(look)
    sizes?.observe(element)
    // The end of a transition changes no attribute, so the observer misses it.
    element.addEventListener('transitionend', look)
    element.addEventListener('animationend', look)
    return () => {
      changes.disconnect()
      sizes?.disconnect()
      element.removeEventListener('transitionend', look)
      element.removeEventListener('animationend', look)
    }
  }, [box])
  return isHidden
}

function Exact({ argsText }: { readonly argsText: string }): React.ReactElement {
  return (
    <pre data-part="raw">
      <LongText text={argsText} />
    </pre>
  )
}

function Failed(): React.ReactElement {
  return <p data-part="not_explained">{useMessages().notExplained}</p>
}
