import type { GatewayClient } from '../gateway/GatewayClient.ts'
import { GatewayError } from '../gateway/GatewayError.ts'
import { portOf } from '../gateway/port.ts'
import { createRequestId } from '../gateway/requestId.ts'
import { type Conversation, findCall } from '../model/conversation.ts'
import type { Decision, DecisionRequest, ResumeAnswer, ResumeRequest } from '../model/decision.ts'
import type { ConversationId, OperationId, RequestId } from '../model/ids.ts'
import { isRunning } from '../model/operation.ts'
import {
  type InterventionCall,
  offers,
  type PendingIntervention,
  questionOf,
  type SettledIntervention,
} from '../model/intervention.ts'

/** A client, and a conversation of its backend in which exactly one call waits, or is about to. */
export interface GatewayUnderTest {
  readonly gateway: GatewayClient
  readonly conversationId: ConversationId
  /** The arguments of the call as the model wrote them. Absent: not compared. */
  readonly argsText?: string
  /** Counts the runs of the tool since the conversation began. Absent: not counted. */
  executions?(): number | Promise<number>
  /** Ends what was started for this test. */
  close?(): void | Promise<void>
}

// `client` as it is given, and `port`: the same behind the checks that the kit makes.
export interface Bench {
  readonly client: GatewayClient
  readonly port: GatewayClient
  readonly given: GatewayUnderTest
  readonly conversationId: ConversationId
  readonly signal: AbortSignal
  read(): Promise<Conversation>
  waiting(): Promise<PendingIntervention>
  resume(request: ResumeRequest): Promise<ResumeAnswer>
  settled(card: InterventionCall, after?: 'resume' | 'stop'): Promise<SettledIntervention>
  ended(operationId: OperationId): Promise<void>
  ranOnce(because: string): Promise<void>
  ranNever(because: string): Promise<void>
  /** Rejects with `sentence` if the work takes longer than the test may. */
  inTime<Result>(work: Promise<Result>, sentence: string): Promise<Result>
}

export function createBench(given: GatewayUnderTest, timeoutMs: number): Bench {
  const { gateway: client, conversationId } = given
  const { signal } = new AbortController()
  const deadline = Date.now() + timeoutMs
  const port = portOf(client)

  function inTime<Result>(work: Promise<Result>, sentence: string): Promise<Result> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(sentence)), Math.max(0, deadline - Date.now()))
      work.then(resolve, reject).finally(() => clearTimeout(timer))
    })
  }
  async function read(): Promise<Conversation> {
    const work = port.readConversation(conversationId, { signal })
    return inTime(explained(work, 'readConversation'), `readConversation did not settle in ${timeoutMs} ms.`)
  }
  async function until<Found>(look: () => Promise<Found | undefined>, sentence: string): Promise<Found> {
    for (;;) {
      const found = await look()
      if (found !== undefined) return found
      if (Date.now() > deadline) throw new Error(sentence)
      await wait(pollMs)
    }
  }
  async function runs(): Promise<number | undefined> {
    return given.executions?.()
  }

  return {
    client,
    port,
    given,
    conversationId,
    signal,
    read,
    inTime,
    waiting: () =>
      until(async () => {
        const { interventions, unreadable = [] } = await read()
        const [bad] = unreadable
        if (bad) throw new Error(`A call that was read breaks the contract at "${bad.path}".`)
        return interventions.find((card) => card.status === 'pending')
      }, `No call waits in the conversation "${conversationId}". createClient has to return a client of a backend in which one call waits.`),
    resume: (request) =>
      inTime(
        explained(port.resume(request, { signal }), 'resume'),
        `resume did not settle in ${timeoutMs} ms. It resolves when the backend has accepted, not when the run has ended.`,
      ),
    settled: (card, after = 'resume') =>
      until(async () => {
        const found = findCall((await read()).interventions, card.toolCallId)
        return found?.status === 'pending' ? undefined : found
      }, `${after} answered, and readConversation still shows the call "${card.toolCallId}" as pending, or does not list it any more.`),
    ended: async (operationId) => {
      await until(async () => {
        const operation = (await read()).operations.find((one) => one.id === operationId)
        return operation && isRunning(operation) ? undefined : true
      }, `The operation "${operationId}", which carries on, is still listed as running after ${timeoutMs} ms. If its end is never saved, the bar shows a spinner until somebody reloads.`)
    },
    ranOnce: async (because) => {
      if (!given.executions) return
      await until(async () => ((await runs()) ? true : undefined), `The tool did not run: ${because}.`)
      await wait(quietMs)
      const count = await runs()
      if (count !== 1) throw new Error(`The tool ran ${count} times: ${because}.`)
    },
    ranNever: async (because) => {
      if (!given.executions) return
      await wait(quietMs)
      const count = await runs()
      if (count !== 0)
        throw new Error(`The tool ran ${count === 1 ? '' : `${count} times `}although ${because}.`)
    },
  }
}

const pollMs = 20
// A second run of a tool would show within this time.
const quietMs = 60

export function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}

async function explained<Answer>(work: Promise<Answer>, method: string): Promise<Answer> {
  try {
    return await work
  } catch (thrown) {
    if (!(thrown instanceof GatewayError)) throw thrown
    const { code, path, cause } = thrown
    const words =
      code === 'protocol' && path !== undefined
        ? `${method} answered something that breaks the contract at "${path}".`
        : `${method} failed with "${code}": ${cause instanceof Error ? cause.message : thrown.message}`
    throw new Error(words, { cause: thrown })
  }
}

export function requestFor(
  conversationId: ConversationId,
  card: InterventionCall,
  decision: DecisionRequest,
  requestId: RequestId = createRequestId(),
): ResumeRequest {
  return { conversationId, operationId: card.operationId, requestId, decisions: [decision] }
}

/** A decision of that kind, with all that the card requires. */
export function made(card: InterventionCall, decision: Decision): DecisionRequest {
  const { toolCallId, revision, reason, question } = card
  const base = { toolCallId, revision }
  if (decision === 'approved') return { ...base, decision }
  if (decision !== 'answered') return { ...base, decision, ...(reason !== 'none' && { reason: 'Not now.' }) }
  if (question?.kind === 'url') return { ...base, decision }
  return { ...base, decision, answerText: question?.kind === 'form' ? '{}' : 'An answer.' }
}

/** The decision that lets the agent have what it asked for. */
export function consentTo(card: InterventionCall): DecisionRequest {
  const isQuestion = questionOf(card) !== undefined
  const [first] = card.decisions
  return made(card, offers(card, 'approved') ? 'approved' : isQuestion ? 'answered' : first)
}
