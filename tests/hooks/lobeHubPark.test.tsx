import { act, render } from '@testing-library/react'
import { GatewayProvider, useConversation } from 'intervention-bar'
import { createLobeHubGateway, type LobeHubCall, type LobeHubSocket } from 'intervention-bar/adapters/lobehub'
import { GatewayError } from 'intervention-bar/core'
import { useEffect } from 'react'
import { afterEach, expect, it, vi } from 'vitest'

afterEach(() => {
  vi.useRealTimers()
})

const latencyMs = 60
/** The clock of the server. */
const clockBehindMs = 60_000

/** One socket, which the test speaks through. */
class Socket implements LobeHubSocket {
  static open: Socket | undefined
  readonly #listeners: Record<string, ((event: { readonly data: unknown }) => void)[]> = {}

  constructor() {
    Socket.open = this
    queueMicrotask(() => this.emit('open'))
  }
  addEventListener(type: string, listener: (event: { readonly data: unknown }) => void): void {
    ;(this.#listeners[type] ??= []).push(listener)
  }
  send(data: string): void {
    if (data.includes('"auth"')) queueMicrotask(() => this.emit('message', { type: 'auth_success' }))
  }
  close(): void {}
  emit(type: string, message?: object): void {
    for (const listener of this.#listeners[type] ?? []) listener({ data: JSON.stringify(message) })
  }
}

it.each([
  ['that seals batches', true, 0],
  ['that seals none', false, 0],
  ['that takes its marker away late', false, 1_000],
])(
  'a park of LobeHub, read at 60 ms a call, never passes through idle, on a server %s',
  async (_what, seals, lateMs) => {
    vi.useFakeTimers()
    let isParked = false
    let parkedAt = Infinity
    const sealed = seals ? { operationId: 'op_1', batchId: 'batch_1' } : {}
    const row = {
      id: 'msg_1',
      role: 'tool',
      parentId: 'msg_0',
      tool_call_id: 'call_1',
      plugin: { identifier: 'mail', apiName: 'send', arguments: '{}' },
      pluginIntervention: { status: 'pending', ...sealed },
    }
    const marker = { runningOperation: { operationId: 'op_1' } }
    const answers: Readonly<Record<string, () => unknown>> = {
      'topic.getTopicDetail': () => ({ id: 'demo', metadata: Date.now() > parkedAt + lateMs ? {} : marker }),
      'message.getMessages': () =>
        isParked ? [{ ...row, createdAt: new Date(Date.now() - clockBehindMs).toISOString() }] : [],
      'aiAgent.getOperationStatus': () => ({
        currentState: { status: isParked ? 'waiting_for_human' : 'running' },
      }),
      'aiAgent.refreshGatewayToken': () => ({ token: 'secret' }),
    }
    const call: LobeHubCall = async (procedure) => {
      await new Promise((resolve) => setTimeout(resolve, latencyMs))
      const answer = answers[procedure]
      if (!answer) throw new GatewayError({ code: 'unsupported', applied: 'no' })
      return answer()
    }
    const gateway = createLobeHubGateway({
      call,
      gatewayUrl: 'https://gateway.test',
      agentId: 'agt_1',
      webSocket: Socket,
    })
    const phases: string[] = []
    function Probe(): null {
      const { phase } = useConversation('demo')
      useEffect(() => void phases.push(phase), [phase])
      return null
    }
    const advance = async (ms: number): Promise<void> => {
      for (let passed = 0; passed < ms; passed += 10) await act(() => vi.advanceTimersByTimeAsync(10))
    }
    render(
      <GatewayProvider gateway={gateway}>
        <Probe />
      </GatewayProvider>,
    )
    await advance(2_000)
    expect(phases).toEqual(['idle', 'running'])
    const event = { type: 'agent_runtime_end', operationId: 'op_1', data: { reason: 'waiting_for_human' } }
    isParked = true
    Socket.open!.emit('message', {
      type: 'agent_event',
      id: '1-0',
      event: { ...event, timestamp: Date.now() },
    })
    await advance(3_000)
    expect(phases).toEqual(['idle', 'running', 'waiting'])
  },
)
