import { useApprove, useReject, useRejectContinue } from 'intervention-bar'
import {
  agentThatAsks,
  type CallDraft,
  calls,
  createMemoryGateway,
  createMockGateway,
} from 'intervention-bar/mocks'
import { useEffect, useRef, useState } from 'react'
import { appears, type BarState, barStates, type BarStateName, type Scene } from './barStates.ts'
import { Chat } from './Chat.tsx'

const opening = 'Tell Ana that the review moves to Thursday.'

function setScene(state: BarState, call: CallDraft): Pick<Scene, 'mock' | 'gateway'> {
  const { agent = agentThatAsks, faults = [], timeoutMs } = state
  const mock = createMockGateway({ agent: agent(call), faults })
  state.prepare?.(mock)
  mock.say('demo', opening)
  const memory = createMemoryGateway(mock, timeoutMs === undefined ? {} : { timeoutMs })
  return { mock, gateway: { ...memory, ...state.also } }
}

/** A chat in one state of the bar. `data-reached` says that it is there. */
export function StateScene({
  state: name,
  call,
}: {
  readonly state: BarStateName
  /** @default the call of the state */
  readonly call?: CallDraft | undefined
}): React.ReactElement {
  const state: BarState = barStates[name]
  const root = useRef<HTMLDivElement>(null)
  const [isReached, setIsReached] = useState(false)
  const [{ mock, gateway }] = useState(() => setScene(state, call ?? state.call ?? calls.sendMail))

  return (
    <div ref={root} data-state={name} data-reached={isReached ? '' : undefined}>
      <Chat gateway={gateway} opening={opening} say={(text) => void mock.say('demo', text)}>
        <Director
          direct={async (decide) => {
            const scene = { root: root.current!, mock, gateway, decide }
            await appears(scene.root, '[data-part="intervention"]')
            await state.reach?.(scene)
            setIsReached(true)
          }}
        />
      </Chat>
    </div>
  )
}

/** Brings the chat into its state. Decides with the hooks, which work whether the bar is in view or not. */
function Director({
  direct,
}: {
  readonly direct: (decide: Scene['decide']) => Promise<void>
}): React.ReactElement | null {
  const approved = useApprove('demo').mutate
  const rejected = useReject('demo').mutate
  const rejectedContinue = useRejectContinue('demo').mutate
  const mutate = { approved, rejected, rejected_continue: rejectedContinue }
  const latest = useRef(mutate)
  const isDirected = useRef(false)

  useEffect(() => {
    latest.current = mutate
    if (isDirected.current) return
    isDirected.current = true
    void direct((toolCallId, decision) => latest.current[decision]({ toolCallId }))
  })
  return null
}
