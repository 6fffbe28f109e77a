import { cleanup, fireEvent } from '@testing-library/react'
import { InterventionBar } from 'intervention-bar'
import { expect, it } from 'vitest'
import { renderCalls } from '../support/renderCalls.tsx'
import { playSchedules, type Screen } from '../support/schedules/playSchedules.tsx'
import type { ScheduledWorld } from '../support/schedules/scheduledWorld.ts'

const part = (name: string): HTMLElement | null => document.querySelector(`[data-part="${name}"]`)
const textOf = (name: string): string => part(name)?.textContent ?? ''
const buttons = { approved: 'approve', rejected: 'reject', rejected_continue: 'reject_continue' } as const

/** The call on the screen, as far as the screen says which it is. */
function shownCall(): { readonly toolCallId: string; readonly argsText: string } | null {
  const [said, toolCallId] = textOf('scroll_box').match(/(call_\d) version \d+$/) ?? []
  return said && toolCallId ? { toolCallId, argsText: JSON.stringify({ to: said }) } : null
}

function screenOf({ mock, ledger }: ScheduledWorld): Screen {
  return {
    content: <InterventionBar conversationId="demo" arming={250} />,
    hasAsked: () => shownCall() !== null,
    aim: ({ call }) => {
      const next = part('next')
      if (call > 0 && next) fireEvent.click(next)
      return 400
    },
    press: ({ decision, clicks }) => {
      const button = part(buttons[decision])
      const shown = shownCall()
      if (!button || !shown) return
      if (button.hasAttribute('data-armed')) ledger.presses.push({ ...shown, decision })
      for (let click = 1; click <= clicks; click += 1) fireEvent.click(button, { detail: click })
    },
    untruths: () => {
      const waiting = mock.read('demo').interventions.filter((one) => one.status === 'pending')
      const shown = shownCall()
      const real = waiting.find((one) => one.toolCallId === shown?.toolCallId)
      const heading = waiting.length > 1 ? `${waiting.length} approvals needed` : 'Approval needed'
      const receipts = [...document.querySelectorAll<HTMLElement>('[data-part="receipt"]')]
      return [
        part('busy') && `it says: ${textOf('busy')}`,
        part('connection') && `it says: ${textOf('connection')}`,
        waiting.length > 0 && textOf('heading') !== heading && `it says: ${textOf('heading')}`,
        waiting.length === 0 && part('intervention') && 'a call waits here, and not really',
        waiting.length > 0 &&
          real?.argsText !== shown?.argsText &&
          `it shows ${shown?.argsText}, not ${real?.argsText}`,
        document.querySelector('[aria-disabled][data-busy]') && 'a button is still pressed',
        ...receipts.map((receipt) => {
          const id = /Tool (\d)/.exec(receipt.textContent)?.[1]
          const call = mock.read('demo').interventions.find((one) => one.toolCallId === `call_${id}`)
          const status = receipt.dataset['status']
          return call?.status !== status && `call_${id} is ${status}, and really ${call?.status}`
        }),
      ].filter((text) => typeof text === 'string')
    },
  }
}

it('in every order of answers, events, reads and presses: one request per press, one run of the call that was shown, and a true and idle screen at the end', async () => {
  await renderCalls([{}])
  cleanup()
  const { runs, presses, requests, effects } = await playSchedules({ runs: 200, isBatched: true, screenOf })
  expect(presses).toBeGreaterThan(runs / 2)
  expect(requests).toBeGreaterThan(runs / 2)
  expect(effects).toBeGreaterThan(runs / 4)
})
