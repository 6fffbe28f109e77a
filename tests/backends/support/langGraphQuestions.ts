import { setTimeout as sleep } from 'node:timers/promises'
import { END, interrupt, MessagesAnnotation, START, StateGraph } from '@langchain/langgraph'
import { startFileTool, type WriteArgs } from './fileTool.ts'
import { callsFor } from './script.ts'

const tool = startFileTool(process.env['TOOL_ROOT'] ?? '')
/** Long enough for a press on another call meanwhile. */
const slowMs = 3_000

type State = typeof MessagesAnnotation.State

function callsOf({ messages }: State): readonly WriteArgs[] {
  const asked = messages.findLast((message) => message.type === 'human')
  const [text = '', folder = ''] = (asked?.text ?? '').split(' @')
  return callsFor(text, folder)
}

/** Asks as the middleware does, and returns true for an approval. */
function ask(args: WriteArgs): boolean {
  const { decisions } = interrupt({
    actionRequests: [{ name: 'write_file', args, description: 'A policy asks.' }],
    reviewConfigs: [{ actionName: 'write_file', allowedDecisions: ['approve', 'edit', 'reject'] }],
  }) as { decisions: readonly [{ type: string }] }
  return decisions[0].type === 'approve'
}

/** A node that asks one question after another. After each answer it runs from its beginning. */
export const twice: unknown = new StateGraph(MessagesAnnotation)
  .addNode('asks', async (state) => {
    const approved = callsOf(state).filter(ask)
    for (const args of approved) await (await tool).write(args)
    return { messages: [] }
  })
  .addEdge(START, 'asks')
  .addEdge('asks', END)
  .compile()

const seats = { type: 'object', properties: { seat: { enum: ['12a', '12b'] } }, required: ['seat'] } as const

/** Nodes that ask in plain text, with a schema of the answer, and as a tool that only a person can answer; the answers become the file. */
export const asks: unknown = new StateGraph(MessagesAnnotation)
  .addNode('asks', async (state) => {
    const inWords: string = interrupt('How old are you?')
    const { decisions } = interrupt({
      actionRequests: [{ name: 'ask_person', args: { question: 'Where to?' } }],
      reviewConfigs: [{ actionName: 'ask_person', allowedDecisions: ['respond'] }],
    }) as { decisions: readonly [{ type: string; message: string }] }
    const [{ type, message }] = decisions
    const { seat } = interrupt({ question: 'Which seat?', row: 12 }, { responseSchema: seats }) as {
      seat: string
    }
    for (const { path } of callsOf(state)) {
      await (await tool).write({ path, content: `${inWords} ${type} ${message} ${seat}` })
    }
    return { messages: [] }
  })
  .addEdge(START, 'asks')
  .addEdge('asks', END)
  .compile()

function member(index: number): (state: State) => Promise<{ messages: [] }> {
  return async (state) => {
    const args = callsOf(state)[index]
    if (args && ask(args)) {
      await sleep(slowMs)
      await (await tool).write(args)
    }
    return { messages: [] }
  }
}

/** Two sub-agents that ask at once, and whose tools take a while. */
export const team: unknown = new StateGraph(MessagesAnnotation)
  .addNode('first', member(0))
  .addNode('second', member(1))
  .addEdge(START, 'first')
  .addEdge(START, 'second')
  .addEdge('first', END)
  .addEdge('second', END)
  .compile()

/** An agent that is a graph of its own, within a graph. */
const researcher = new StateGraph(MessagesAnnotation)
  .addNode('works', member(0))
  .addEdge(START, 'works')
  .addEdge('works', END)
  .compile()

/** A graph that hands its work to another agent. */
export const nested: unknown = new StateGraph(MessagesAnnotation)
  .addNode('researcher', researcher)
  .addEdge(START, 'researcher')
  .addEdge('researcher', END)
  .compile()
