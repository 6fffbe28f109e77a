import type { Scheduler } from 'fast-check'
import {
  type GatewayClient,
  GatewayError,
  type ResumeAnswer,
  type ResumeRequest,
} from 'intervention-bar/core'
import {
  type Agent,
  askTogether,
  type CallDraft,
  createMemoryGateway,
  createMockGateway,
  type MockGateway,
  work,
} from 'intervention-bar/mocks'
import { type Ledger, openLedger } from './ledger.ts'
import type { Happening, Plan } from './plan.ts'
import { timePasses } from './time.ts'

/** A backend of which nothing arrives, in either direction, before the scheduler lets it. */
export interface ScheduledWorld {
  readonly mock: MockGateway
  readonly gateway: GatewayClient
  readonly ledger: Ledger
  /** Resolves when the scheduler says so. */
  pass(label: string): Promise<void>
  happen(happening: Happening): Promise<void>
}

/** Opens a world in which an agent works, asks, works, and asks once more. */
export function openWorld(scheduler: Scheduler, plan: Plan): ScheduledWorld {
  const pass = (label: string): Promise<void> => scheduler.schedule(Promise.resolve(), label)
  const sleep = (ms: number): Promise<void> => (ms > 0 ? pass('the agent works') : Promise.resolve())
  const mock = createMockGateway({ agent: agentOf(plan), clock: { now: () => Date.now(), sleep } })
  const ledger = openLedger(mock)
  const gateway = scheduledGateway(createMemoryGateway(mock), { plan, ledger, pass })
  let changes = 0

  async function happen(happening: Happening): Promise<void> {
    const first = mock.read('demo').interventions.find((one) => one.status === 'pending')?.toolCallId
    if (typeof happening === 'number') return timePasses(happening)
    if (happening === 'cuts_stream') return mock.fault({ name: 'drops_stream' })
    if (happening === 'restarts') return mock.fault({ name: 'restarts' })
    if (first === undefined) return
    if (happening === 'expires') return mock.lapse('demo', first, 'expired')
    if (happening === 'decided_elsewhere') {
      return mock.decideElsewhere('demo', first, 'approved', { id: 'maya', name: 'Maya' })
    }
    happening satisfies 'changes'
    ledger.noteRevisions()
    changes += 1
    mock.change('demo', first, { argsText: argsOf(first, changes) })
    ledger.noteRevisions()
  }
  return { mock, gateway, ledger, pass, happen }
}

function scheduledGateway(
  client: GatewayClient,
  { plan, ledger, pass }: Pick<ScheduledWorld, 'ledger' | 'pass'> & { readonly plan: Plan },
): GatewayClient {
  const fates = [...plan.resumes]
  const lost = (): GatewayError => new GatewayError({ code: 'unavailable', applied: 'unknown' })

  async function carry(request: ResumeRequest): Promise<ResumeAnswer> {
    await pass('a resume arrives')
    const fate = fates.shift()
    if (fate === 'request_lost') throw lost()
    if (fate === 'refused') throw new GatewayError({ code: 'forbidden', applied: 'no' })
    // A page that has given up does not call back what is on its way.
    const { signal } = new AbortController()
    const answer = await client.resume(request, { signal })
    await pass('a resume is answered')
    if (fate === 'answer_lost') throw lost()
    return answer
  }

  return {
    ...client,
    readConversation: async (...given) => {
      await pass('a read arrives')
      const conversation = await client.readConversation(...given)
      await pass('a read is answered')
      return conversation
    },
    followConversation: async function* (...given) {
      for await (const item of client.followConversation?.(...given) ?? []) {
        await pass(`the stream says ${item.type}`)
        yield item
      }
    },
    resume: async (request, { signal }) => {
      const sending = ledger.send(request)
      signal.addEventListener('abort', () => sending.end(signal.reason))
      try {
        const answer = await carry(request)
        sending.end(null)
        return answer
      } catch (thrown) {
        sending.end(thrown)
        throw thrown
      }
    },
  }
}

/** Another text for each change, so that what was on a screen says which it was. */
function argsOf(toolCallId: string, change: number): string {
  return JSON.stringify({ to: `${toolCallId} version ${change}` })
}

function agentOf({ answering, calls }: Plan): Agent {
  const call = (at: number): CallDraft => ({
    tool: { name: `tool_${at}`, title: `Tool ${at}` },
    toolCallId: `call_${at}`,
    argsText: argsOf(`call_${at}`, 0),
  })
  return function* () {
    yield work(1)
    const asked = Array.from({ length: calls }, (_one, index) => call(index + 1))
    yield askTogether({ answering, siblings: 'independent' }, ...asked)
    yield work(1)
    yield askTogether({ answering: 'any', siblings: 'independent' }, call(3))
    yield work(1)
  }
}
