import { createRequestId } from '../gateway/requestId.ts'
import { findCall } from '../model/conversation.ts'
import { demand, failureOf, type Rule } from './Rule.ts'

export const optionRules: readonly Rule[] = [
  {
    title: 'withdraws what waits in an operation that is stopped',
    check: async ({ port, waiting, inTime, ranNever, settled, conversationId, signal }) => {
      const { stop } = port
      if (!stop) return 'The client has no stop.'
      const card = await waiting()
      const request = { conversationId, operationId: card.operationId, requestId: createRequestId() }
      const refusal = await inTime(failureOf(stop(request, { signal }), 'stop'), 'stop did not settle.')
      if (refusal?.code === 'unsupported' || refusal?.code === 'not_found') return 'The backend has no stop.'
      if (refusal) throw refusal
      const { status } = await settled(card, 'stop')
      demand(
        status === 'withdrawn',
        `The operation was stopped, and its call is "${status}" and not "withdrawn".`,
      )
      await ranNever('its operation was stopped')
      const again = await inTime(
        failureOf(stop({ ...request, requestId: createRequestId() }, { signal }), 'A second stop'),
        'A second stop did not settle.',
      )
      demand(
        again === undefined,
        `A second stop failed with "${again?.code}". Stopping what has ended is answered "already_ended".`,
      )
    },
  },
  {
    title: 'gives a call more time',
    check: async ({ port, waiting, inTime, conversationId, signal }) => {
      if (!port.extend) return 'The client has no extend.'
      const { toolCallId, expiresAt } = await waiting()
      if (expiresAt === undefined) return 'The call does not expire.'
      const more = await inTime(
        port.extend({ conversationId, toolCallId }, { signal }),
        'extend did not settle.',
      )
      demand(
        more.expiresAt > expiresAt,
        `extend answered ${more.expiresAt}, which is not later than ${expiresAt}, when the call expired already.`,
      )
    },
  },
  {
    title: 'lists what waits',
    check: async ({ port, waiting, inTime, conversationId, signal }) => {
      if (!port.listWaiting) return 'The client has no listWaiting.'
      const card = await waiting()
      const work = port.listWaiting({ signal }).catch((thrown: { readonly code?: string }) => {
        if (thrown.code !== 'unsupported' && thrown.code !== 'not_found') throw thrown
      })
      const page = await inTime(work, 'listWaiting did not settle.')
      if (!page) return 'The backend does not list what waits.'
      const own = page.items.filter((item) => item.conversationId === conversationId)
      demand(
        page.next !== undefined || findCall(own, card.toolCallId) !== undefined,
        `listWaiting does not list the call "${card.toolCallId}" of "${conversationId}", which waits.`,
      )
    },
  },
  {
    title: 'changes settings only in the version that was read',
    check: async ({ port, waiting, inTime, conversationId, signal }) => {
      if (!port.settings) return 'The client has no settings.'
      await waiting()
      const work = port.settings.read(conversationId, { signal })
      const settings = await inTime(work, 'settings.read did not settle.').catch(
        (thrown: { readonly code?: string }) => {
          if (thrown.code !== 'unsupported' && thrown.code !== 'not_found') throw thrown
        },
      )
      if (!settings?.mayChange) return 'The viewer may not change settings.'
      const { mode, version } = settings
      const change = {
        conversationId,
        version: `${version}-old`,
        change: { mode },
        requestId: createRequestId(),
      }
      const { outcome } = await inTime(
        port.settings.change(change, { signal }),
        'settings.change did not settle.',
      )
      demand(
        outcome === 'stale',
        `A change of settings in another version is answered "${outcome}" and not "stale". It would undo the change of somebody else.`,
      )
    },
  },
]
