import {
  ApproveButton,
  GatewayProvider,
  Intervention,
  InterventionBar,
  type Messages,
  type OnDecide,
  type ResumeAnswer,
  useApprove,
  useBusy,
  useConversation,
  useInterventions,
} from 'intervention-bar'
import {
  createHttpGateway,
  type GatewayClient,
  GatewayError,
  type InterventionCall as Call,
} from 'intervention-bar/core'
import { en } from 'intervention-bar/locales/en'
import { type Agent, ask, createMemoryGateway, createMockGateway, say } from 'intervention-bar/mocks'
import { createHandlers } from 'intervention-bar/mocks/msw'
import 'intervention-bar/styles.css'

// Code that a host may write. It must type-check against the package, on every TypeScript and module resolution we name.
const gateway: GatewayClient = createHttpGateway({
  baseUrl: '/agent',
  headers: async () => ({ authorization: 'x' }),
})
const agent: Agent = function* () {
  yield say('hello')
  const answers = yield ask({ tool: 'pay', args: { amount: 1 } })
  for (const answer of answers) yield say(answer.status)
}
const mock = createMockGateway({ agent, faults: [{ name: 'slow', ms: 5 }] })
export const handlers: unknown[] = [createMemoryGateway(mock), ...createHandlers(mock, { baseUrl: '/agent' })]
export const messages: Partial<Messages> = { ...en, tryAgain: 'Once more' }

const onDecide: OnDecide = (decisions, { source, cancel }) => {
  if (source === 'press' && decisions.some((made) => made.decision === 'approved')) cancel()
}

export function textOf(answer: ResumeAnswer): string {
  switch (answer.outcome) {
    case 'accepted':
      return answer.operationId ?? 'nothing carries on'
    case 'gone':
      return answer.reason
    case 'changed':
    case 'already_resolved':
      return String(answer.interventions.length)
    default:
      return answer satisfies never
  }
}

export function Chat({ id }: { readonly id: string }) {
  return (
    <GatewayProvider gateway={() => gateway} onDecide={onDecide} messages={{ dismiss: 'OK' }}>
      <InterventionBar conversationId={id} headingLevel={3} className="bar" data-test="x" />
      <Intervention.Root conversationId={id}>
        <Intervention.Title className={({ status }) => status} />
        <Intervention.Approve render={<button type="button" />} onClick={(event) => event.preventDefault()} />
      </Intervention.Root>
      <ApproveButton
        conversationId={id}
        toolCallId="call_1"
        ref={(button: HTMLButtonElement | null) => button?.focus()}
      />
      <Own id={id} />
    </GatewayProvider>
  )
}

function Own({ id }: { readonly id: string }) {
  const approve = useApprove(id)
  const { pending, settled } = useInterventions(id)
  const { phase, connection, failure } = useConversation(id)
  const { isBusy, since } = useBusy(id)
  const first: Call | undefined = pending[0]
  if (failure instanceof GatewayError) return <p>{failure.code}</p>
  return (
    <button
      type="button"
      onClick={() => first && approve.mutate({ toolCallId: first.toolCallId, revision: first.revision })}
    >
      {phase} {connection} {String(isBusy)} {since} {settled[0]?.resolution.by?.name}
      {approve.data?.outcome === 'kept' ? approve.data.left : approve.error?.applied}
    </button>
  )
}

export function wrong() {
  return (
    <>
      {/* @ts-expect-error -- a bar needs its conversation. */}
      <InterventionBar />
      {/* @ts-expect-error -- there is no such level. */}
      <InterventionBar conversationId="x" headingLevel={9} />
    </>
  )
}
// @ts-expect-error -- a rejection is not an approval: it has no arguments to edit.
export const impossible: Call['status'] = 'maybe'
