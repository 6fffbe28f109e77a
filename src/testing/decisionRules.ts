import { createRequestId } from '../gateway/requestId.ts'
import { findCall } from '../model/conversation.ts'
import type { Decision, RememberScope, ResumeRequest } from '../model/decision.ts'
import type { InterventionCall } from '../model/intervention.ts'
import { offers } from '../model/intervention.ts'
import { type Bench, consentTo, made, requestFor } from './bench.ts'
import { demand, failureOf, type Rule } from './Rule.ts'

const all: readonly Decision[] = ['approved', 'rejected', 'rejected_continue', 'answered']
const scopes: readonly RememberScope[] = ['operation', 'session', 'always']

export const decisionRules: readonly Rule[] = [
  ...all.map((decision): Rule => ({
    title: `takes the decision "${decision}"`,
    check: async (bench) => {
      const card = await bench.waiting()
      if (!offers(card, decision)) return `The call does not offer "${decision}".`
      await accepted(bench, requestFor(bench.conversationId, card, made(card, decision)))
      const { status } = await bench.settled(card)
      demand(status === decision, `"${decision}" was accepted, and the call is "${status}".`)
      if (decision === 'approved') await bench.ranOnce('it was approved once')
      else if (decision !== 'answered') await bench.ranNever(`the call was "${decision}"`)
    },
  })),
  {
    title: 'gives the same answer to the same request id, and runs nothing twice',
    check: async (bench) => {
      const card = await bench.waiting()
      const request = requestFor(bench.conversationId, card, consentTo(card))
      const operationId = await accepted(bench, request)
      const again = await bench.resume(request)
      if (again.outcome === 'accepted') {
        demand(
          again.operationId === operationId,
          `The same request was accepted twice, by the operations "${operationId}" and "${again.operationId}".`,
        )
      } else {
        demand(
          again.outcome === 'already_resolved' && again.interventions.every(isOf(request)),
          `The same request was answered "accepted", then "${again.outcome}" without its own request id in the resolution. The bar takes that for somebody else's decision.`,
        )
      }
      if (request.decisions[0].decision === 'approved') {
        await bench.ranOnce('the same approval was sent twice with one request id')
      }
    },
  },
  {
    title: 'ends what it started',
    check: async (bench) => {
      const card = await bench.waiting()
      const request = requestFor(bench.conversationId, card, consentTo(card))
      const operationId = await accepted(bench, request)
      if (operationId === null) return 'No operation carries on.'
      await bench.ended(operationId)
    },
  },
  {
    title: 'lets the first decision win',
    check: async (bench) => {
      const card = await bench.waiting()
      const request = requestFor(bench.conversationId, card, consentTo(card))
      await accepted(bench, request)
      const { status } = await bench.settled(card)
      const other = { ...request, requestId: createRequestId() }
      const { outcome } = await bench.resume(other)
      demand(
        outcome === 'already_resolved' || outcome === 'gone',
        `A second decision, with another request id, on a call that was "${status}" is answered "${outcome}" and not "already_resolved".`,
      )
      if (request.decisions[0].decision === 'approved') await bench.ranOnce('a second approval came later')
    },
  },
  {
    title: 'refuses a decision on another revision',
    check: async (bench) => {
      const card = await bench.waiting()
      const old = { ...consentTo(card), revision: `${card.revision}-old` }
      const { outcome } = await bench.resume(requestFor(bench.conversationId, card, old))
      demand(
        outcome === 'changed',
        `A decision on a revision that was not shown is answered "${outcome}" and not "changed". The person would decide on something else than what runs.`,
      )
      await stillWaits(bench, card, 'the decision was on another revision')
    },
  },
  {
    title: 'refuses a decision on a call that nobody knows',
    check: async (bench) => {
      const card = await bench.waiting()
      const unknown = { ...consentTo(card), toolCallId: 'nobody-knows-this-one' }
      await refused(bench, requestFor(bench.conversationId, card, unknown), 'a decision on an unknown call')
      await stillWaits(bench, card, 'the decision was on another call')
    },
  },
  {
    title: 'refuses a decision that it does not offer',
    check: async (bench) => {
      const card = await bench.waiting()
      const lacking = all.find((decision) => !offers(card, decision))
      if (lacking === undefined) return 'The call offers every decision.'
      const request = requestFor(bench.conversationId, card, made(card, lacking))
      await refused(bench, request, `"${lacking}", which the call does not offer,`)
      await stillWaits(bench, card, `"${lacking}" is not offered`)
    },
  },
  {
    title: 'takes edited arguments only if the call is editable',
    check: async (bench) => {
      const card = await bench.waiting()
      if (!offers(card, 'approved') || card.argsText === null) return 'The call cannot be approved.'
      const { toolCallId, revision } = card
      const decision = { toolCallId, revision, decision: 'approved', argsText: card.argsText } as const
      const request = requestFor(bench.conversationId, card, decision)
      if (!card.editable) {
        await refused(bench, request, 'edited arguments, which the call does not offer,')
        return stillWaits(bench, card, 'its arguments cannot be edited')
      }
      await accepted(bench, request)
      await bench.settled(card)
      await bench.ranOnce('it was approved with edited arguments')
    },
  },
  {
    title: 'remembers an approval, and takes words with it, only if the call offers that',
    check: async (bench) => {
      const card = await bench.waiting()
      if (!offers(card, 'approved')) return 'The call cannot be approved.'
      const scope = scopes.find((one) => !card.remember.includes(one))
      const wrong = [scope && { remember: scope }, !card.approvalNote && { note: 'Only this once.' }]
      for (const more of wrong.filter((one) => typeof one === 'object')) {
        const request = requestFor(bench.conversationId, card, { ...made(card, 'approved'), ...more })
        const what = `an approval with ${JSON.stringify(more)}, which the call does not offer,`
        await refused(bench, request, what)
        await stillWaits(bench, card, `${what} was refused`)
      }
    },
  },
  {
    title: 'refuses two decisions on one call',
    check: async (bench) => {
      const card = await bench.waiting()
      const [one, other = one] = card.decisions.map((decision) => made(card, decision))
      const request = { ...requestFor(bench.conversationId, card, one!), decisions: [one!, other!] } as const
      await refused(bench, request, 'two decisions on one call')
      await stillWaits(bench, card, 'two decisions were made on it in one request')
    },
  },
  {
    title: 'applies all decisions of a request, or none',
    check: async (bench) => {
      const card = await bench.waiting()
      const good = consentTo(card)
      const one = requestFor(bench.conversationId, card, good)
      const request = { ...one, decisions: [good, { ...good, toolCallId: 'nobody-knows-this-one' }] } as const
      await refused(bench, request, 'a decision on an unknown call beside a good one')
      await stillWaits(bench, card, 'another decision of the same request was refused')
    },
  },
]

async function accepted(bench: Bench, request: ResumeRequest): Promise<string | null> {
  const answer = await bench.resume(request)
  const { decision } = request.decisions[0]
  demand(
    answer.outcome === 'accepted',
    `The call waits and offers "${decision}", and that decision was answered "${answer.outcome}".`,
  )
  return answer.operationId
}

// The client is asked without the checks of the port, which would hide the kind of its failure.
async function refused(bench: Bench, request: ResumeRequest, what: string): Promise<void> {
  let outcome: string | undefined
  const work = bench.client.resume(request, { signal: bench.signal }).then((answer) => {
    outcome = answer?.outcome
  })
  const failure = await bench.inTime(
    failureOf(work, `resume with ${what}`),
    `resume with ${what} did not settle.`,
  )
  demand(outcome !== 'accepted', `resume accepted ${what} instead of refusing it.`)
  demand(
    failure === undefined || failure.applied === 'no',
    `resume refused ${what} with applied: "unknown". Nothing was applied: it is "no", or the bar sends it again.`,
  )
}

async function stillWaits(bench: Bench, card: InterventionCall, because: string): Promise<void> {
  const now = findCall((await bench.read()).interventions, card.toolCallId)
  demand(
    now?.status === 'pending',
    `The call "${card.toolCallId}" is ${now ? `"${now.status}"` : 'gone'}, although ${because}.`,
  )
  await bench.ranNever(because)
}

function isOf({ requestId }: ResumeRequest): (card: InterventionCall) => boolean {
  return (card) => card.status !== 'pending' && card.resolution.requestId === requestId
}
