import type { GatewayClient, RememberScope } from 'intervention-bar/core'
import type { Scenario } from './cells.ts'

/** The features of a backend. Its adapter must offer no others. */
export interface Offers {
  /** Reject and stop. */
  readonly rejected: boolean
  /** The words of a rejection reach the agent. */
  readonly tells: boolean
  readonly edit: boolean
  readonly stop: boolean
  /** Some of several calls may be answered, the rest later. */
  readonly partial: boolean
  /** Calls are answered one by one, in their order. @default false */
  readonly inOrder?: boolean
  /** One request takes one decision for all of its calls. @default false */
  readonly alike?: boolean
  /** Approvals of a batch with a rejection do not run. */
  readonly voids: boolean
  /** A rejection rejects what else waits; approvals of the same request go first. @default false */
  readonly rejectsRest?: boolean
  /** A new message withdraws what waits. */
  readonly supersedes: boolean
  /** The number of runs when two clients approve at once. Two: only a claim in the host's own route prevents it. */
  readonly twoAtOnce: 1 | 2
  /** The inputs of the tool `note`: any JSON, or objects. Absent: the agent of the test has no such tool. */
  readonly notes?: 'any' | 'objects'
  /** Every digit that the model wrote is shown. @default true */
  readonly digits?: boolean
  /** After a resume that failed, the same decision can be made again. */
  readonly retries: boolean
  /** An approval can be remembered for this scope. @default none */
  readonly remember?: RememberScope
  /** The agent asks questions: `ask …` is one. @default false */
  readonly answers?: boolean
  /** It lists what waits in all conversations. @default false */
  readonly lists?: boolean
  /** It says which agent asks: for `delegate a` that is `researcher`. @default false */
  readonly agents?: boolean
  /** Rows that another test of this backend counts. @default none */
  readonly elsewhere?: readonly Scenario[]
}

/** One kind of backend, started once for a file of tests. */
export interface Backend {
  /** The column in the table. */
  readonly name: string
  readonly offers: Offers
  /** A fresh conversation whose files lie in a folder of its own. */
  open(folder: string): Promise<Room>
  close(): Promise<void>
}

/** One conversation with a scripted agent and a real tool. */
export interface Room {
  readonly conversationId: string
  /** A page that shows the conversation. Each is a client of its own. */
  client(): Promise<GatewayClient>
  /** A page that was told of the pause only, and not of the calls. Absent: the backend always tells both. */
  forgetful?(): Promise<GatewayClient>
  /** Says something in the chat, as a person: `write a b` asks for two calls. Resolves once the agent took it. */
  say(text: string): Promise<void>
  /** Requests that reached the backend and carry decisions. */
  requests(): number
  /** The number of turns of the model. */
  turns(): number
  /** Everything the model was told in its last turn. */
  told(): string
  /** Holds decisions back until so many have come. Absent: two at once are left to luck. */
  together?(count: number): void
  /** Makes the next resume fail before anything runs. */
  failNext(): void
  /** Ends the backend without a warning and starts it again; absent: nothing of it outlives its process. */
  restart?(): Promise<void>
}
