import type { Conversation } from '../../../src/model/conversation.ts'
import type { GatewayEvent } from '../../../src/model/event.ts'
import type { Failure, ResumeAnswer, ResumeRequest } from '../../../src/model/decision.ts'
import { clock } from './clock.ts'
import { limitMs } from './ledger.ts'
import type { Network } from './network.ts'
import type { Page } from './page.ts'
import type { Reply, Server } from './server.ts'
import type { Stream } from './stream.ts'

/** The traffic of a page, for the oracles. */
export interface Wiretap {
  /** Null: a comment. */
  heard(event: GatewayEvent | null, isGarbled?: boolean): void
  connected(): void
  readBegan(): void
  readLanded(conversation: Conversation, beganAt: number): void
  sent(request: ResumeRequest): void
  answered(request: ResumeRequest, answer: ResumeAnswer | null, sentAt: number): void
}

/** The source of streams. A position counts the events of this epoch. */
export interface Streams {
  /** The position of a cursor (null: now) of an epoch; null: the cursor is unknown. */
  find(cursor: string | null, epoch: string): number | null
  open(position: number, onArrival: Wiretap['heard']): Stream
}

/** The ends of a page's calls. */
export interface Ends<Result> {
  readonly onReply: (reply: Result) => void
  readonly onFailure: (failure: Failure) => void
}

/** One page's way to the server, with a judge who listens. */
export class Line {
  readonly #page: Page
  readonly #person: string
  readonly #server: Server
  readonly #network: Network
  readonly #streams: Streams
  readonly #tap: Wiretap
  /** The epoch of whatever was heard last: that of the cursors it came with. */
  #epoch = ''

  constructor(
    page: Page,
    person: string,
    ends: {
      readonly server: Server
      readonly network: Network
      readonly streams: Streams
      readonly tap: Wiretap
    },
  ) {
    this.#page = page
    this.#person = person
    this.#server = ends.server
    this.#network = ends.network
    this.#streams = ends.streams
    this.#tap = ends.tap
  }

  read({ onReply, onFailure }: Ends<Conversation>): void {
    const beganAt = clock.now
    this.#tap.readBegan()
    this.#network.send<Conversation>(this.#page, {
      applied: 'no',
      handle: (give) => give(this.#server.truth.read()),
      onReply: (read) => {
        // It was given up.
        if (clock.now - beganAt >= limitMs) return
        this.#tap.readLanded(read, beganAt)
        this.#epoch = read.epoch
        onReply(read)
      },
      onFailure,
    })
  }

  resume(request: ResumeRequest, { onReply, onFailure }: Ends<ResumeAnswer>): void {
    this.#tap.sent(request)
    const sentAt = clock.now
    const fail = (failure: Failure): void => {
      this.#tap.answered(request, null, sentAt)
      onFailure(failure)
    }
    this.#network.send<Reply>(this.#page, {
      applied: 'unknown',
      handle: (give) => this.#server.resume(request, this.#person, give),
      onReply: (reply) => {
        if ('code' in reply) return fail(reply)
        this.#tap.answered(request, reply, sentAt)
        onReply(reply)
      },
      onFailure: fail,
    })
  }

  /** Connects after a cursor; the reply is null where it is unknown. */
  connect(after: string | null, { onReply, onFailure }: Ends<(() => Stream) | null>): void {
    this.#network.send<Position | null>(this.#page, {
      applied: 'no',
      handle: (give) => {
        const events = this.#streams.find(after, this.#epoch)
        give(events === null ? null : { events, epoch: this.#server.truth.epoch })
      },
      onReply: (position) => onReply(position === null ? null : () => this.#open(position)),
      onFailure,
    })
  }

  #open({ events, epoch }: Position): Stream {
    this.#tap.connected()
    const { truth } = this.#server
    const isLost = truth.epoch !== epoch
    if (!isLost) this.#epoch = truth.epoch
    const stream = this.#streams.open(isLost ? truth.log.length : events, this.#tap.heard)
    // A restart takes along what it was about to answer.
    if (isLost) stream.cut()
    return stream
  }
}

interface Position {
  /** The number of events of the epoch before it. */
  readonly events: number
  readonly epoch: string
}
