import type { Decision, RememberScope } from '../model/decision.ts'
import type { Revision, ToolCallId } from '../model/ids.ts'
import type {
  Asker,
  PendingIntervention,
  Question,
  SettledIntervention,
  Tool,
  Why,
} from '../model/intervention.ts'
import type { Pause } from '../model/operation.ts'

/** A call an agent asks for. Everything but the tool has a default. */
export interface CallDraft {
  /** The tool, or its name. Null: nothing would run, and there is a question. */
  readonly tool: string | Tool | null
  /** The agent wants an answer. @default none */
  readonly question?: Question
  /** The arguments as a value, which is written as JSON. For exact text use `argsText`. */
  readonly args?: unknown
  /** The raw JSON text of the arguments. Null: they are not told. */
  readonly argsText?: string | null
  readonly toolCallId?: ToolCallId
  readonly revision?: Revision
  /** The reason; a text is the agent's own words. */
  readonly why?: string | Why
  /** The agent that asks. @default the assistant itself */
  readonly agent?: Asker
  /** @default all that fit: a question is answered, not approved */
  readonly decisions?: readonly [Decision, ...Decision[]]
  /** The person may change the arguments. @default false */
  readonly editable?: boolean
  /** Words may go with an approval. @default none */
  readonly approvalNote?: 'agent' | 'record'
  /** @default 'optional' */
  readonly reason?: PendingIntervention['reason']
  /** The scopes that an approval can be remembered for. @default none */
  readonly remember?: readonly RememberScope[]
  /** Milliseconds from the request until the call expires, by the clock of the mock. @default never */
  readonly expiresInMs?: number
  /** Runs the tool; its result is sent in `tool_end`. The run is counted whether this is given or not. */
  readonly run?: (argsText: string) => unknown
}

/**
 * One step of an agent: it says a `text`, asks for `calls`, or works for `ms` milliseconds, `asynchronously` if it
 * waits for a tool that runs elsewhere. Created by `say`, `ask`, `askTogether` and `work`.
 */
export type AgentStep =
  | { readonly type: 'say'; readonly text: string }
  | { readonly type: 'ask'; readonly calls: readonly CallDraft[]; readonly pause?: Pause }
  | { readonly type: 'work'; readonly ms: number; readonly asynchronously: boolean }

/**
 * A scripted agent: a generator of steps for each message. `yield ask(…)` returns the answers when the last call is
 * decided. A "reject and stop" ends the script there.
 *
 * @example
 * const agent: Agent = function* () {
 *   yield say('I will look.')
 *   const [answer] = yield ask({ tool: 'read_file', args: { path: 'notes.txt' } })
 *   yield say(answer?.status === 'approved' ? 'Done.' : 'Then not.')
 * }
 */
export type Agent = (message: string) => AgentScript

/** The result of an `Agent`. */
export type AgentScript = Generator<AgentStep, void, readonly SettledIntervention[]>

/**
 * The agent says something, word by word.
 *
 * @example
 * const mock = createMockGateway({
 *   *agent() {
 *     yield say('Good morning.')
 *   },
 * })
 */
export function say(text: string): AgentStep {
  return { type: 'say', text }
}

/**
 * The agent asks, and parks until every call is decided.
 *
 * @example
 * const mock = createMockGateway({
 *   *agent() {
 *     const [decided] = yield ask(calls.sendMail)
 *     yield say(decided?.status === 'approved' ? 'Sent.' : 'Not sent.')
 *   },
 * })
 */
export function ask(...calls: readonly CallDraft[]): AgentStep {
  return { type: 'ask', calls }
}

/**
 * The agent asks under the rules of a pause.
 *
 * @example
 * const mock = createMockGateway({
 *   *agent() {
 *     yield askTogether({ answering: 'together', siblings: 'independent' }, calls.sendMail, calls.pay)
 *   },
 * })
 */
export function askTogether(pause: Pause, ...calls: readonly CallDraft[]): AgentStep {
  return { type: 'ask', calls, pause }
}

/**
 * The agent is busy for some milliseconds. `asynchronously`: it waits for a tool that runs elsewhere.
 *
 * @example
 * const mock = createMockGateway({
 *   *agent() {
 *     yield work(2_000)
 *     yield say('Done.')
 *   },
 * })
 */
export function work(ms: number, { asynchronously = false }: { asynchronously?: boolean } = {}): AgentStep {
  return { type: 'work', ms, asynchronously }
}

/**
 * An agent that says one sentence, asks for these calls, and reports their results.
 *
 * @example
 * const mock = createMockGateway({ agent: agentThatAsks({ tool: 'book_room', args: { room: 'B2' } }) })
 * mock.say('demo', 'Book a room')
 */
export function agentThatAsks(...calls: readonly CallDraft[]): Agent {
  return function* () {
    yield say('Let me do that for you.')
    const answers: readonly SettledIntervention[] = yield ask(...calls)
    for (const answer of answers) {
      const reason = answer.resolution.reason
      const { answerText = '' } = answer.resolution
      const not = answer.tool ? `I did not run ${answer.tool.name}.` : 'I go on without an answer.'
      if (answer.status === 'approved') yield say(`I ran ${answer.tool?.name}.`)
      else if (answer.status === 'answered') yield say(`You answered. ${answerText}`)
      else yield say(`${not}${reason ? ` You said: ${reason}` : ''}`)
    }
  }
}
