import type { Decision } from 'intervention-bar'
import { type DecisionRequest, GatewayError, type ResumeRequest } from 'intervention-bar/core'
import type { MockGateway } from 'intervention-bar/mocks'

/** One press, and what was on the screen when it was made. */
export interface MadePress {
  readonly toolCallId: string
  readonly decision: Exclude<Decision, 'answered'>
  readonly argsText: string
}

/** Records presses, requests and runs, and which of them were wrong. */
export interface Ledger {
  readonly presses: MadePress[]
  readonly sent: readonly ResumeRequest[]
  readonly offences: readonly string[]
  /** Remembers which arguments the present revisions stand for. */
  noteRevisions(): void
  /** A resume leaves the page. */
  send(request: ResumeRequest): Sending
  /** The host is told of an accepted resume. */
  tell(requestId: string): void
  /** Judges what all of it came to. */
  close(): void
}

/** A resume on its way. */
export interface Sending {
  /** The page has an answer, or has given up; `failure` null: it was answered. What comes later is not heard. */
  end(failure: unknown): void
}

/** Opens the ledger of one world. */
export function openLedger(mock: MockGateway): Ledger {
  const presses: MadePress[] = []
  const sent: ResumeRequest[] = []
  const offences: string[] = []
  /** By try: each try of a request is the same request. */
  const open = new Map<object, ResumeRequest>()
  const told = new Set<string>()
  const argsOf = new Map<string, string>()
  let doubts = 0

  const isPressed = ({ toolCallId, revision, decision }: DecisionRequest): boolean =>
    presses.some(
      (press) =>
        press.toolCallId === toolCallId &&
        press.decision === decision &&
        press.argsText === argsOf.get(`${toolCallId} ${revision}`),
    )
  function noteRevisions(): void {
    for (const { toolCallId, revision, argsText } of mock.read('demo').interventions) {
      argsOf.set(`${toolCallId} ${revision}`, argsText ?? '')
    }
  }

  return {
    presses,
    sent,
    offences,
    noteRevisions,
    send: (request) => {
      noteRevisions()
      const stray = request.decisions.find((made) => !isPressed(made))
      if (stray) offences.push(`sent, and nobody pressed it: ${JSON.stringify(stray)}`)
      const onTheirWay = new Set(
        [...open.values()].flatMap((one) => one.decisions.map((made) => made.toolCallId)),
      )
      const twice = request.decisions.find((made) => onTheirWay.has(made.toolCallId))
      if (twice) offences.push(`two requests at once for ${twice.toolCallId}`)
      sent.push(request)
      const sending: Sending = {
        end: (failure) => {
          if (!open.delete(sending) || failure === null) return
          if (GatewayError.from(failure, 'unknown').applied === 'unknown') doubts += 1
        },
      }
      open.set(sending, request)
      return sending
    },
    tell: (requestId) => {
      if (told.has(requestId)) offences.push(`the host was told twice of ${requestId}`)
      told.add(requestId)
    },
    close: () => {
      // Only where nobody knows what became of a request is it sent once more.
      if (sent.length > presses.length + doubts) {
        offences.push(`${sent.length} requests for ${presses.length} presses, ${doubts} of them in doubt`)
      }
      const ids = new Set(sent.map((request) => request.requestId))
      if (ids.size > presses.length) offences.push(`${ids.size} request ids for ${presses.length} presses`)
      const { interventions } = mock.read('demo')
      for (const [index, { toolCallId, argsText }] of mock.executions.entries()) {
        const isSecond = mock.executions.findIndex((one) => one.toolCallId === toolCallId) < index
        if (isSecond) offences.push(`${toolCallId} ran twice`)
        const real = interventions.find((one) => one.toolCallId === toolCallId)
        const requestId = real && real.status !== 'pending' ? real.resolution.requestId : undefined
        if (requestId?.startsWith('elsewhere')) continue
        const wasShown = presses.some(
          (press) =>
            press.toolCallId === toolCallId && press.decision === 'approved' && press.argsText === argsText,
        )
        if (!wasShown) offences.push(`${toolCallId} ran with ${argsText}, which nobody saw and approved`)
      }
    },
  }
}
