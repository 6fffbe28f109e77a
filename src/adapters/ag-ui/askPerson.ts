import { reasonOf } from '../../backend/cards.ts'
import { definedFields, wordsOfThrown } from '../../backend/json.ts'
import { GatewayError } from '../../gateway/GatewayError.ts'
import type { Question, Tool } from '../../model/intervention.ts'
import { askThrough } from './createAgUiAgentGateway.ts'
import type { AgUiCall } from './options.ts'
import { createPageAsks } from './pageAsks.ts'

/** A tool of the page that a person answers or permits. */
export type PersonTool = {
  /** The tool without its name: a title, the schema of its arguments, hints. */
  readonly tool?: Omit<Tool, 'name'>
} & (
  | {
      /** The question, or the question for these arguments. The answer is the result of the tool. */
      readonly question: Question | ((argsText: string) => Question)
    }
  | {
      /**
       * Runs the tool in the page when the person has approved it, with the arguments as JSON text. What it returns is the
       * result of the tool. `signal` aborts when the chat stops the agent.
       */
      readonly run: (argsText: string, options: { readonly signal: AbortSignal }) => unknown
      /** The person may change the arguments. @default false */
      readonly editable?: boolean
    }
)

/** The tool of a call, and its arguments. */
export interface PersonToolCall {
  /** The name of the tool. */
  readonly name: string
  /** The arguments as the model wrote them, as JSON text. */
  readonly arguments: string
}

/** The second argument of the handler of a tool, as CopilotKit passes it. */
export interface PersonToolContext {
  /** The call. */
  readonly toolCall: {
    /** Its id. */
    readonly id: string
    /** The tool and its arguments. */
    readonly function: PersonToolCall
  }
  /** The agent that called the tool: the one that the gateway was created for. */
  readonly agent?: object | undefined
  /** Aborts when the chat stops the agent. The call is withdrawn then. */
  readonly signal?: AbortSignal | undefined
}

/**
 * Makes the handler of a tool that runs in the page, such as that of CopilotKit's `useFrontendTool`: the bar asks the person,
 * and the handler resolves to the result of the tool. An answer is the text itself, or the JSON of the form; a call that was
 * rejected, or not answered, has a sentence for the agent as its result. Create the gateway of the agent first
 * (`createAgUiAgentGateway`).
 *
 * With `type: 'human-in-the-loop'` CopilotKit calls the handler again after a reload, and the person is asked again.
 *
 * @example
 * useFrontendTool({
 *   type: 'human-in-the-loop',
 *   name: 'pick_seat',
 *   description: 'Asks the person for a seat.',
 *   parameters: z.object({}),
 *   handler: askPerson({ question: { kind: 'text', message: 'Which seat do you want?' } }),
 * })
 */
export function askPerson(of: PersonTool): (args: unknown, context: PersonToolContext) => Promise<unknown> {
  return async (_args, { toolCall, agent, signal }) => {
    const ask = agent && askThrough(agent, createPageAsks)
    if (!ask) {
      const message = 'Call createAgUiAgentGateway with the agent before it calls a tool.'
      throw new GatewayError({ code: 'unsupported', applied: 'no' }, message)
    }
    const { name, arguments: argsText } = toolCall.function
    const { made, over } = await ask(callOf(of, toolCall.id, { ...of.tool, name }, argsText), signal)
    if (made.decision === 'answered') {
      over()
      return made.answerText ?? ''
    }
    if (made.decision !== 'approved' || !('run' in of)) {
      over()
      return refusalOf('run' in of, reasonOf(made))
    }
    try {
      const options = { signal: signal ?? new AbortController().signal }
      const result: unknown = await of.run(made.argsText ?? argsText, options)
      over({ ok: true })
      return result
    } catch (thrown) {
      over({ ok: false, message: wordsOfThrown(thrown) })
      throw thrown
    }
  }
}

function callOf(of: PersonTool, toolCallId: string, tool: Tool, argsText: string): AgUiCall {
  const common = { toolCallId, tool, argsText }
  if ('run' in of) {
    const decisions = ['approved', 'rejected_continue'] as const
    return { ...common, decisions, ...definedFields({ editable: of.editable }) }
  }
  const question = typeof of.question === 'function' ? of.question(argsText) : of.question
  return { ...common, question, decisions: ['answered', 'rejected_continue'], reason: 'none' }
}

function refusalOf(isPermission: boolean, reason: string | undefined): string {
  if (!isPermission) return 'The person did not answer.'
  const refused = 'The person rejected this call, and it did not run.'
  return reason === undefined ? refused : `${refused} Reason: ${reason}`
}
