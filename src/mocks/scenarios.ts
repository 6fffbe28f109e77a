import type { Question } from '../model/intervention.ts'
import { type Agent, agentThatAsks, ask, type CallDraft, say, work } from './agent.ts'
import { createMockGateway, type MockGateway, type MockGatewayOptions } from './createMockGateway.ts'

type DraftOfTool = CallDraft & { readonly tool: NonNullable<CallDraft['tool']> }

/**
 * Calls as real agents make them.
 *
 * @example
 * const mock = createMockGateway({ agent: agentThatAsks(calls.sendMail, calls.editFile) })
 */
export const calls: Readonly<
  Record<'sendMail' | 'editFile' | 'runCommand' | 'queryDatabase' | 'pay', DraftOfTool>
> = {
  sendMail: {
    tool: { name: 'send_mail', title: 'Send an email', server: 'mail', annotations: { openWorldHint: true } },
    args: {
      to: 'ana@example.com',
      subject: 'Moving the review to Thursday',
      body: 'Hi Ana,\n\ncan we move the review to Thursday at 10:00? The figures arrive on Wednesday.\n\nThank you',
    },
    why: 'You asked me to tell Ana about the new date.',
  },
  editFile: {
    tool: { name: 'edit_file', title: 'Edit a file', server: 'workspace' },
    args: {
      path: 'src/prices.ts',
      find: 'const vat = 0.19',
      replace: 'const vat = 0.21',
    },
    why: 'The rate changed in January.',
  },
  runCommand: {
    tool: { name: 'run_command', title: 'Run a command', annotations: { destructiveHint: true } },
    args: { command: 'rm -rf build && npm run build', cwd: '/srv/shop' },
    why: 'A clean build gets rid of the stale chunk.',
  },
  queryDatabase: {
    tool: { name: 'query', title: 'Query the database', server: 'postgres' },
    args: {
      sql: "UPDATE orders\nSET status = 'shipped'\nWHERE shipped_at IS NOT NULL\n  AND status = 'paid'",
    },
    why: '212 orders are shipped but still marked as paid.',
  },
  pay: {
    tool: { name: 'pay_invoice', title: 'Pay an invoice', annotations: { destructiveHint: true } },
    args: {
      payee: 'Print Shop Ltd.',
      iban: 'DE02 1203 0000 0000 2020 51',
      amount: '1,284.50',
      currency: 'EUR',
    },
    why: 'The invoice is due today.',
    reason: 'required',
  },
}

/**
 * Questions as real agents ask them.
 *
 * @example
 * const mock = createMockGateway({ agent: agentThatAsks(questions.delivery) })
 */
export const questions: Readonly<
  Record<'day' | 'delivery' | 'signIn', CallDraft & { readonly question: Question }>
> = {
  day: { tool: null, question: { kind: 'text', message: 'Which day should the mail to Ana name?' } },
  delivery: {
    tool: null,
    question: {
      kind: 'form',
      message: 'How should the order be delivered?',
      from: { server: 'shop' },
      schema: {
        type: 'object',
        required: ['speed', 'city'],
        properties: {
          speed: {
            title: 'Speed',
            oneOf: [
              { const: 'standard', title: 'Three days' },
              { const: 'express', title: 'Tomorrow' },
            ],
          },
          city: { type: 'string', title: 'City' },
          days: { type: 'array', title: 'Not on', items: { enum: ['Saturday', 'Sunday'] } },
          gift: { type: 'boolean', title: 'As a gift', default: false },
          place: {
            title: 'If nobody is there',
            anyOf: [{ const: 'At the neighbour' }, { const: 'In the garage' }, { type: 'string' }],
          },
        },
      },
    },
  },
  signIn: {
    tool: null,
    question: {
      kind: 'url',
      message: 'Sign in to the calendar',
      from: { server: 'calendar' },
      url: 'https://accounts.example.com/oauth/authorize?client=chat&scope=calendar.read&state=4f1a',
    },
  },
}

/**
 * An agent that asks to open an address, and waits for what happens there for some milliseconds.
 *
 * @example
 * const mock = createMockGateway({ agent: agentThatOpens(questions.signIn, 5_000) })
 * mock.say('demo', 'What is in my calendar?')
 */
export function agentThatOpens(question: CallDraft, ms = 60_000): Agent {
  return function* () {
    yield say('You have to sign in first.')
    const [answer] = yield ask(question)
    if (answer?.status === 'answered') yield work(ms, { asynchronously: true })
    yield say(answer?.status === 'answered' ? 'You are signed in.' : 'Then not.')
  }
}

/** A situation to test or to show a chat in. */
export type ScenarioName =
  | 'nothing_pending'
  | 'waiting'
  | 'several_waiting'
  | 'question_waiting'
  | 'form_waiting'
  | 'url_waiting'
  | 'resume_refused'
  | 'resume_fails'
  | 'answer_lost'
  | 'no_answer'
  | 'end_lost'
  | 'never_starts'
  | 'no_permission'

/** Returns a fresh mock gateway with a conversation in a situation. `conversationId` defaults to `demo`. */
export type Scenario = (conversationId?: string) => MockGateway

const asks = agentThatAsks(calls.sendMail)

function waiting(options: MockGatewayOptions = {}): Scenario {
  return (conversationId = 'demo') => {
    const mock = createMockGateway({ agent: asks, ...options })
    mock.say(conversationId, 'Tell Ana that the review moves to Thursday.')
    return mock
  }
}

/**
 * One function per situation. Each returns a fresh mock gateway with that situation in the conversation `demo`, or in
 * the one that you name. With its own name, a test is not affected by one that ended while a decision was in flight.
 *
 * @example
 * server.use(...createHandlers(scenarios.resume_fails(), { baseUrl: 'http://localhost/agent' }))
 */
export const scenarios: Readonly<Record<ScenarioName, Scenario>> = {
  nothing_pending: (conversationId = 'demo') => {
    const mock = createMockGateway({ agent: asks })
    mock.open(conversationId)
    return mock
  },
  waiting: waiting(),
  several_waiting: waiting({ agent: agentThatAsks(calls.sendMail, calls.editFile, calls.queryDatabase) }),
  question_waiting: waiting({ agent: agentThatAsks(questions.day) }),
  form_waiting: waiting({ agent: agentThatAsks(questions.delivery) }),
  url_waiting: waiting({ agent: agentThatOpens(questions.signIn) }),
  resume_refused: waiting({ faults: [{ name: 'refused' }] }),
  resume_fails: waiting({ faults: [{ name: 'server_error', times: 3 }] }),
  answer_lost: waiting({ faults: [{ name: 'drops_answer' }] }),
  no_answer: waiting({ faults: [{ name: 'never_answers', acts: true, times: 3 }] }),
  end_lost: waiting({ faults: [{ name: 'loses_end', times: 2 }] }),
  never_starts: waiting({ faults: [{ name: 'never_starts' }] }),
  no_permission: (conversationId) => {
    const mock = waiting()(conversationId)
    mock.allow(false, 'Ask an owner of the workspace.')
    return mock
  },
}
