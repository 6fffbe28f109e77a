import { render } from '@testing-library/react'
import { GatewayProvider, InterventionBar, type Messages } from 'intervention-bar'
import { en } from 'intervention-bar/locales/en'
import {
  agentThatAsks,
  calls,
  createMemoryGateway,
  createMockGateway,
  decide,
  type MockGateway,
} from 'intervention-bar/mocks'
import 'intervention-bar/styles.css'
import { beforeEach, describe, expect, it } from 'vitest'
import { page } from 'vitest/browser'
import '../support/cleanup.ts'
import { languages } from '../support/languages.ts'
import { longer } from '../support/longerMessages.ts'

type Words = Partial<Messages>

function bar(mock: MockGateway, messages: Words): HTMLElement {
  mock.open('demo')
  const { container } = render(
    <GatewayProvider gateway={createMemoryGateway(mock)} messages={messages}>
      <InterventionBar conversationId="demo" />
    </GatewayProvider>,
  )
  mock.say('demo', 'go')
  return container
}

async function shown(container: HTMLElement, selector: string): Promise<HTMLElement> {
  await expect.poll(() => container.querySelector(selector)).toBeTruthy()
  return container.querySelector<HTMLElement>(selector)!
}

/** The buttons whose words are cut, or that are wider than the row. */
function tooWide(container: HTMLElement): readonly string[] {
  const bounds = container.querySelector('[data-part="bar"]')!.getBoundingClientRect()
  return [...container.querySelectorAll<HTMLElement>('button, [role="button"]')]
    .filter((one) => one.checkVisibility())
    .filter((one) => {
      const box = one.getBoundingClientRect()
      return (
        box.left < bounds.left - 1 || box.right > bounds.right + 1 || one.scrollWidth > one.clientWidth + 1
      )
    })
    .map((one) => one.textContent)
}

/** The states in which the bar has most words. */
async function eachState(messages: Words, look: (container: HTMLElement) => void): Promise<void> {
  const asks = agentThatAsks({ ...calls.runCommand, reason: 'optional' })
  const mock = createMockGateway({ agent: asks, faults: [{ name: 'refused' }] })
  const container = bar(mock, messages)
  await shown(container, '[data-part="approve"]')
  look(container)
  ;(await shown(container, '[data-part="reason_open"]')).click()
  await shown(container, '[data-part="reason"] textarea, textarea[data-part="reason"], textarea')
  look(container)
  await decide(container, 'rejected_continue')
  await shown(container, '[data-part="error"]')
  look(container)
}

beforeEach(async () => {
  document.body.style.margin = '0'
  await page.viewport(320, 700)
})

describe('at 320 px', () => {
  it.each(
    [{ ...en, locale: 'en', direction: 'ltr' as const }, ...languages].map(
      (one) => [one.locale, one] as const,
    ),
  )('rule E3: %s has no button wider than its row, and nothing beside the bar', async (_locale, messages) => {
    await eachState(messages, (container) => {
      expect(tooWide(container)).toEqual([])
      expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320)
      const section = container.querySelector('[data-part="bar"]')!
      expect(getComputedStyle(section).direction).toBe(messages.direction)
      expect(section).toHaveAttribute('lang', messages.locale)
    })
  })

  it('E3: cuts nothing of words that are 1.6 times as long', async () => {
    await eachState(longer(en, 1.6), (container) => {
      expect(tooWide(container)).toEqual([])
      expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320)
    })
  })

  it('leaves everything in reach with words that are three times as long', async () => {
    await eachState(longer(en, 3), (container) => {
      for (const button of container.querySelectorAll('button')) {
        if (!button.checkVisibility()) continue
        button.scrollIntoView({ block: 'nearest' })
        const { left, right, top, bottom } = button.getBoundingClientRect()
        expect(left).toBeGreaterThanOrEqual(0)
        expect(right).toBeLessThanOrEqual(321)
        expect(top).toBeLessThan(innerHeight)
        expect(bottom).toBeGreaterThan(0)
      }
    })
  })

  it.each(languages.filter(({ direction }) => direction === 'rtl').map((one) => [one.locale, one] as const))(
    '%s is mirrored, in a page that is not',
    async (_locale, messages) => {
      await page.viewport(760, 700)
      const container = bar(createMockGateway({ agent: agentThatAsks(calls.sendMail) }), messages)
      const approve = await shown(container, '[data-part="approve"]')
      const reject = await shown(container, '[data-part="reject"]')
      const icon = await shown(container, '[data-part="icon"]')
      const bounds = container.querySelector('[data-part="bar"]')!.getBoundingClientRect()
      const middle = (bounds.left + bounds.right) / 2
      expect(approve.getBoundingClientRect().right).toBeLessThan(middle)
      expect(approve.getBoundingClientRect().right).toBeLessThan(reject.getBoundingClientRect().left)
      expect(icon.getBoundingClientRect().left).toBeGreaterThan(middle)
    },
  )
})
