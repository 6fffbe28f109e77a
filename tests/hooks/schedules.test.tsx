import {
  useApprove,
  useBusy,
  useConversation,
  useInterventions,
  useReject,
  useRejectContinue,
} from 'intervention-bar'
import { expect, it } from 'vitest'
import { playSchedules, type Screen } from '../support/schedules/playSchedules.tsx'
import type { ScheduledWorld } from '../support/schedules/scheduledWorld.ts'

/** The hooks of somebody's own bar. */
function useOwnBar() {
  return {
    approved: useApprove('demo'),
    rejected: useReject('demo'),
    rejected_continue: useRejectContinue('demo'),
    busy: useBusy('demo'),
    calls: useInterventions('demo'),
    conversation: useConversation('demo'),
  }
}

function screenOf({ mock, ledger }: ScheduledWorld): Screen {
  let shown: ReturnType<typeof useOwnBar>
  let open = 0
  function OwnBar(): null {
    // oxlint-disable-next-line react/globals -- what was drawn last is what the person sees.
    shown = useOwnBar()
    return null
  }
  return {
    content: <OwnBar />,
    hasAsked: () => shown.calls.pending.length > 0,
    press: ({ decision, call, clicks }) => {
      const { pending } = shown.calls
      const seen = pending[call % pending.length]
      if (!seen) return
      const { toolCallId, argsText } = seen
      ledger.presses.push({ toolCallId, decision, argsText: argsText ?? '' })
      for (let click = 0; click < clicks; click += 1) {
        open += 1
        const end = (): void => void (open -= 1)
        shown[decision].mutateAsync({ toolCallId }).then(end, end)
      }
    },
    untruths: () => {
      const { busy, calls, conversation } = shown
      const { phase, connection, failure, operations } = conversation
      const all = [...calls.pending, ...calls.settled]
      return [
        busy.isBusy && 'it is busy with nothing',
        open > 0 && `${open} presses have no end`,
        phase !== 'idle' && phase !== 'waiting' && `it is ${phase}`,
        connection !== 'live' && `it is ${connection}`,
        failure && `it fails with ${failure.code}`,
        ...operations.map(({ id, status }) => status === 'running' && `${id} runs`),
        ...mock.read('demo').interventions.map((real) => {
          const one = all.find(({ toolCallId }) => toolCallId === real.toolCallId)
          const isSame =
            one?.status === real.status && one.revision === real.revision && one.argsText === real.argsText
          return (
            !isSame &&
            `${real.toolCallId} is ${one?.status} ${one?.argsText}, and really ${real.status} ${real.argsText}`
          )
        }),
      ].filter((text) => typeof text === 'string')
    },
  }
}

it('in every order of answers, events, reads and presses: one request per press, one run of the call that was shown, and a true and idle screen at the end', async () => {
  const { runs, presses, requests, effects } = await playSchedules({
    runs: 2_000,
    isBatched: false,
    screenOf,
  })
  expect(presses).toBeGreaterThan(runs)
  expect(requests).toBeGreaterThan(runs / 2)
  expect(effects).toBeGreaterThan(runs / 4)
}, 300_000)
