import { render } from '@testing-library/react'
import { GatewayProvider, Intervention } from 'intervention-bar'
import type { GatewayClient, PendingIntervention } from 'intervention-bar/core'
import { expect } from 'vitest'
import { aCard, aConversation, parked } from './fixtures.ts'

let desks = 0

/** Draws what is said of each of these calls; the port is the mock. Waits until the arguments were explained. */
export async function renderCalls(
  changes: readonly Partial<PendingIntervention>[],
): Promise<readonly HTMLElement[]> {
  const cards = changes.map((change, index) => aCard({ toolCallId: `call_${index}`, ...change }))
  const gateway: GatewayClient = {
    id: `calls-${(desks += 1)}`,
    readConversation: async () =>
      aConversation({ cursor: null, operations: [parked()], interventions: cards }),
    resume: async () => ({ outcome: 'accepted', operationId: null }),
  }
  const { container } = render(
    <GatewayProvider gateway={gateway}>
      {cards.map(({ toolCallId }) => (
        <Intervention.Root key={toolCallId} conversationId="demo" toolCallId={toolCallId}>
          <Intervention.Title />
          <Intervention.Why />
          <Intervention.Arguments />
        </Intervention.Root>
      ))}
    </GatewayProvider>,
  )
  const drawn = (): HTMLElement[] => [
    ...container.querySelectorAll<HTMLElement>('[data-part="intervention"]'),
  ]
  await expect
    .poll(
      () =>
        drawn().filter((one) =>
          one.querySelector('[data-part="well"]:not([data-busy]), [data-part="not_told"]'),
        ).length,
    )
    .toBe(cards.length)
  return drawn()
}

const own = new Set('DIV H3 BDI SPAN CODE P DL DT DD BUTTON UL LI PRE svg path'.split(' '))
// Of the icons.
const drawing = /^(viewBox|width|height|fill|stroke|stroke-(width|linecap|linejoin)|d)$/

/** The elements, and the attributes, that the kit does not make itself. */
export function foreignOf(root: Element): readonly string[] {
  return [...root.querySelectorAll('*')].flatMap((element) => [
    ...(own.has(element.tagName) ? [] : [element.tagName]),
    ...element
      .getAttributeNames()
      .filter((name) => !/^(data-[a-z-]+|aria-[a-z]+|role|id|type|dir|tabindex)$/.test(name))
      .filter((name) => !(element instanceof SVGElement && drawing.test(name))),
  ])
}

/** The characters of a text that a person would not see, outside of the emoji that Unicode lists. */
export function unseenOf(text: string): readonly string[] {
  const emoji = new RegExp('\\p{RGI_Emoji}', 'gv')
  return Array.from(text.replace(emoji, '')).filter(
    (character) => !/[ \t\n]/.test(character) && /[\p{C}\p{Z}\p{DI}\u2800\uFFFC]/u.test(character),
  )
}

/** A text with its escapes read back. */
export function readBack(shown: string): string {
  return shown.replace(/⟦U\+([\dA-F]+)⟧/g, (_escape, code: string) =>
    String.fromCodePoint(Number.parseInt(code, 16)),
  )
}
