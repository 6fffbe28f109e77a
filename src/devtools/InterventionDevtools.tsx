'use client'
import { type ReactNode, useEffect, useMemo, useSyncExternalStore } from 'react'
import { scopeOf } from '../client/cache.ts'
import { blankCard, type Card, type Lock } from '../client/cards.ts'
import { useAddress, useGatewayContext } from '../hooks/GatewayContext.ts'
import { conversationViewOf, type Followed, useFollowed } from '../hooks/useConversation.ts'
import type { MockGateway } from '../mocks/createMockGateway.ts'
import type { ConversationId } from '../model/ids.ts'
import { EventList } from './EventList.tsx'
import { FaultForm } from './FaultForm.tsx'
import { createRecorder, type Recording } from './recorder.ts'
import { decisionsText } from './summary.ts'
import { looks, Part, shortText, Table, timeText } from './Table.tsx'
import { traceOf } from './trace.ts'

/** Props of `InterventionDevtools`. */
export interface InterventionDevtoolsProps {
  /** The conversation that the panel shows. The panel follows it, as a bar does. */
  readonly conversationId: ConversationId
  /** The mock gateway behind the conversation. With it the panel can force faults. @default no faults */
  readonly mock?: Pick<MockGateway, 'fault' | 'clearFaults'> | undefined
}

/**
 * A panel for developers: the operations, cards, locks and requests of a conversation, its stream, and its last 200 events
 * since the panel was mounted. It exports them as a trace. Values that are hidden on screen are hidden here, and in the
 * trace. It must stand inside of a `GatewayProvider`.
 *
 * @throws IB001 outside of a `GatewayProvider`.
 * @example
 * <GatewayProvider gateway={gateway}>
 *   <InterventionBar conversationId={id} />
 *   <InterventionDevtools conversationId={id} />
 * </GatewayProvider>
 */
export function InterventionDevtools({
  conversationId,
  mock,
}: InterventionDevtoolsProps): React.ReactElement {
  const address = useAddress(conversationId)
  const { secretKeys } = useGatewayContext()
  // Before the conversation is followed, so that nothing of it is missed.
  const recording = useRecording(scopeOf(address))
  const followed = useFollowed(conversationId)
  const { state, cards } = followed
  const calls = new Map(state?.interventions.map((call) => [call.toolCallId, call]))
  const known = new Set([...calls.keys(), ...cards.keys()])

  return (
    <section aria-label="Intervention devtools" data-part="devtools" style={looks.panel}>
      <Part title="Stream">
        <Stream followed={followed} recording={recording} gatewayId={address.gateway.id} />
      </Part>
      <Part title="Operations">
        <Table
          title="Operations"
          items={[
            ...(state?.operations ?? []).map((one) => ({ ...one, about: one.status as string })),
            ...(state?.expected ?? []).map((one) => ({
              ...{ id: one.operationId, resumes: undefined, at: one.at },
              about: one.missing ? 'accepted, never seen' : 'accepted, not seen yet',
            })),
          ]}
          keyOf={({ id, about }) => `${id} ${about}`}
          columns={[
            { title: 'id', cell: ({ id }) => id },
            { title: 'status', cell: ({ about }) => about },
            { title: 'resumes', cell: ({ resumes }) => resumes },
            { title: 'since', cell: ({ at }) => timeText(at) },
          ]}
        />
      </Part>
      <Part title="Cards">
        <Table
          title="Cards"
          items={[...known].map((id) => ({ id, call: calls.get(id), card: cards.get(id) ?? blankCard }))}
          keyOf={({ id }) => id}
          columns={[
            { title: 'call', cell: ({ id }) => id },
            { title: 'tool', cell: ({ call }) => call?.tool?.name ?? (call?.question && 'question') },
            { title: 'status', cell: ({ call }) => call?.status ?? 'not in the conversation' },
            { title: 'revision', cell: ({ call }) => call?.revision },
            { title: 'memory', cell: ({ card }) => memoryText(card) },
            { title: 'lock', cell: ({ card }) => card.lock?.stage },
            { title: 'choice', cell: ({ card }) => card.choice?.decision },
            { title: 'draft', cell: ({ card }) => draftText(card) },
            { title: 'arguments', cell: ({ call }) => shortText(call?.argsText) },
          ]}
        />
      </Part>
      <Part title="Locks">
        <Table
          title="Locks"
          items={locksOf(followed)}
          keyOf={({ decisions }) => decisionsText(decisions)}
          columns={[
            { title: 'decisions', cell: ({ decisions }) => decisionsText(decisions) },
            { title: 'stage', cell: ({ stage }) => stage },
            { title: 'sent', cell: ({ sentAt }) => timeText(sentAt) },
          ]}
        />
      </Part>
      <Part title="Requests">
        <Table
          title="Requests"
          items={[...recording.end.intents.values()].toReversed()}
          keyOf={({ request }) => request.requestId}
          columns={[
            { title: 'request id', cell: ({ request }) => request.requestId },
            { title: 'decisions', cell: ({ request }) => decisionsText(request.decisions) },
            { title: 'status', cell: ({ status }) => status },
            { title: 'try', cell: (intent) => ('attempt' in intent ? intent.attempt : '') },
            {
              title: 'outcome',
              cell: (intent) =>
                intent.status === 'settled'
                  ? intent.answer.outcome
                  : intent.status === 'failed'
                    ? `${intent.failure.code}, applied: ${intent.failure.applied}`
                    : intent.doubt && `in doubt: ${intent.doubt.code}`,
            },
          ]}
        />
      </Part>
      {mock && (
        <Part title="Faults">
          <FaultForm mock={mock} />
        </Part>
      )}
      <Part title="Events">
        <EventList
          recording={recording}
          createTrace={() => traceOf(recording, { conversationId, secretKeys })}
        />
      </Part>
    </section>
  )
}

function useRecording(scope: string): Recording {
  const recorder = useMemo(() => createRecorder(scope), [scope])
  useEffect(() => recorder.start(), [recorder])
  return useSyncExternalStore(recorder.subscribe, recorder.recording, recorder.recording)
}

function Stream({
  followed,
  recording,
  gatewayId,
}: {
  readonly followed: Followed
  readonly recording: Recording
  readonly gatewayId: string
}): React.ReactElement {
  const { state, connection, failure } = followed
  const { following } = recording.end
  const heard = Math.max(0, ...(following?.seenAt.values() ?? []))
  const facts: readonly (readonly [string, ReactNode])[] = [
    ['gateway', gatewayId],
    ['connection', failure ? `${connection}, ${failure.code}` : connection],
    ['phase', conversationViewOf(followed).phase],
    ['cursor', state?.cursor ?? 'none'],
    ['epoch', state?.epoch],
    ['version', state?.version],
    ['last read', timeText(state?.readAt)],
    ['last sign of a run', timeText(heard)],
    ['reads in progress', following?.reading],
  ]
  return (
    <table style={looks.table}>
      <tbody>
        {facts.map(([name, value]) => (
          <tr key={name}>
            <th scope="row" style={{ ...looks.cell, ...looks.head, width: '1%' }}>
              {name}
            </th>
            <td style={{ ...looks.cell, whiteSpace: 'normal' }}>{value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function locksOf({ cards }: Followed): readonly Lock[] {
  const locks = [...cards.values()].flatMap(({ lock }) => lock ?? [])
  // Every card of the resume holds this lock.
  return [...new Map(locks.map((lock) => [lock.join, lock])).values()]
}

function memoryText({ memory }: Card): string {
  if (!memory) return ''
  const request = memory.request ? `, request ${memory.request.requestId}` : ''
  return memory.status === 'failed'
    ? `failed: ${memory.failure.code}, applied: ${memory.failure.applied}${request}`
    : memory.status + request
}

// Never its words: they may be secret.
function draftText({ draft }: Card): string {
  const { reason, rejecting, edit, answer, remember } = draft
  return [
    rejecting && 'reason box open',
    reason && `reason of ${reason.length} characters`,
    edit && 'arguments edited',
    answer && 'answer begun',
    remember && `remember: ${remember.scope}`,
  ]
    .filter(Boolean)
    .join(', ')
}
