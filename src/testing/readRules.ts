import { hasEnded } from '../model/operation.ts'
import { consentTo, requestFor, wait } from './bench.ts'
import { demand, failureOf, type Rule } from './Rule.ts'

const year2000 = 946_684_800_000

export const readRules: readonly Rule[] = [
  {
    title: 'has an id that stays the same',
    check: async ({ client, waiting }) => {
      const { id } = client
      demand(typeof id === 'string' && id !== '', 'The client has no id. Locks and drafts are kept by it.')
      await waiting()
      demand(
        client.id === id,
        `The id changed from "${id}" to "${client.id}". Locks and drafts are kept by it.`,
      )
    },
  },
  {
    title: 'reads the conversation that was asked for',
    check: async ({ waiting, read, conversationId }) => {
      await waiting()
      const { id, interventions } = await read()
      demand(id === conversationId, `"${conversationId}" was asked for, and "${id}" was read.`)
      const ids = interventions.map((card) => card.toolCallId)
      const twice = ids.find((one, index) => ids.indexOf(one) !== index)
      demand(
        twice === undefined,
        `Two calls have the id "${twice}". Where a model uses ids again, qualify them.`,
      )
    },
  },
  {
    title: 'lists the operation of a call that waits',
    check: async ({ waiting, read }) => {
      const { operationId } = await waiting()
      const operation = (await read()).operations.find((one) => one.id === operationId)
      demand(operation !== undefined, `A call waits in the operation "${operationId}", which is not listed.`)
      demand(
        !hasEnded(operation),
        `A call waits in the operation "${operationId}", which is "${operation.status}". Nobody could decide it.`,
      )
    },
  },
  {
    title: 'gives times in milliseconds',
    check: async ({ waiting, read }) => {
      const { requestedAt, expiresAt = requestedAt } = await waiting()
      const { now, operations } = await read()
      const times = { now, requestedAt, expiresAt, startedAt: operations[0]?.startedAt ?? now }
      for (const [field, time] of Object.entries(times)) {
        demand(
          time > year2000,
          `"${field}" is ${time}, which is before the year 2000. Times are milliseconds since the epoch, not seconds.`,
        )
      }
    },
  },
  {
    title: 'shows the arguments as they will run',
    check: async ({ waiting, given }) => {
      const { argsText, tool } = await waiting()
      if (tool === null || argsText === null) return 'The call has no arguments.'
      try {
        JSON.parse(argsText)
      } catch {
        demand(argsText === '', `"argsText" is not JSON: ${argsText}`)
      }
      demand(
        given.argsText === undefined || given.argsText === argsText,
        `The model wrote ${given.argsText}, and "argsText" is ${argsText}. It has to be the same text, not a copy that was parsed and written again.`,
      )
    },
  },
  {
    title: 'reads the same revision again while nothing changes',
    check: async ({ waiting }) => {
      const before = await waiting()
      await wait(2)
      const after = await waiting()
      demand(
        before.revision === after.revision,
        `The revision of "${after.toolCallId}" changed from "${before.revision}" to "${after.revision}" between two reads, although nothing else did. No decision on it would be valid.`,
      )
    },
  },
  {
    title: 'does not change a conversation that it has returned',
    check: async ({ client, waiting, resume, settled, conversationId, signal }) => {
      const card = await waiting()
      const returned = await client.readConversation(conversationId, { signal })
      const before = JSON.stringify(returned)
      await resume(requestFor(conversationId, card, consentTo(card)))
      await settled(card)
      demand(
        JSON.stringify(returned) === before,
        'A conversation that was read before a decision changed with it. Return a new object from each read.',
      )
    },
  },
  {
    title: 'says of a conversation that nobody knows that it is empty, or not found',
    check: async ({ client, inTime, signal }) => {
      const work = client.readConversation('nobody-knows-this-one', { signal })
      await inTime(
        failureOf(work, 'readConversation of an unknown conversation'),
        'readConversation of an unknown conversation did not settle.',
      )
    },
  },
  {
    title: 'ends a read when its signal aborts',
    check: async ({ client, waiting, inTime, conversationId }) => {
      await waiting()
      const left = new AbortController()
      const ended = Promise.resolve(client.readConversation(conversationId, { signal: left.signal })).then(
        () => undefined,
        () => undefined,
      )
      left.abort()
      await inTime(ended, 'readConversation did not settle after its signal was aborted.')
    },
  },
]
