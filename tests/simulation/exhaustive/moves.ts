import { afterAgent, afterEdit, afterResume, begun, readOf, type SmallServer } from './server.ts'
import {
  afterEvent,
  afterInput,
  afterPress,
  afterRead,
  opened,
  type SmallPage,
  wantsRead,
  withRead,
} from './page.ts'

/** Everything there is: a server, a page, another person, and a network that loses so much and no more. */
export interface SmallWorld {
  readonly server: SmallServer
  readonly page: SmallPage
  readonly losses: number
  readonly edits: number
  /** Decisions that the other person has left. */
  readonly others: number
  /** Events that were delivered, by their number. */
  readonly heard: readonly number[]
}

/** Something that can happen next. */
export interface Move {
  readonly name: string
  readonly next: SmallWorld
  /** It may also never happen. */
  readonly isChance: boolean
}

/** Limits of random events. */
export type Chances = Pick<SmallWorld, 'losses' | 'edits' | 'others'>

/** The page opens while the agent works. */
export function beginning(chances: Chances): SmallWorld {
  return { server: begun, page: opened, heard: [], ...chances }
}

const random = 0.5
const lost = { code: 'unavailable', applied: 'unknown' } as const

/** Everything that can happen next. */
export function movesOf(world: SmallWorld): readonly Move[] {
  return [...serverMoves(world), ...personMoves(world), ...networkMoves(world), ...clockMoves(world)]
}

function serverMoves(world: SmallWorld): readonly Move[] {
  const { server, edits, others } = world
  const worked = afterAgent(server)
  const edited = edits > 0 ? afterEdit(server) : null
  const request = { conversationId: 'demo', operationId: 'run', requestId: 'other' }
  const call = server.interventions.find(({ status }) => status === 'pending')
  const decided =
    others > 0 && call
      ? afterResume(server, {
          ...request,
          decisions: [{ toolCallId: 'call', revision: call.revision, decision: 'rejected_continue' }],
        })
      : null
  return [
    ...(worked ? [move('the agent works', { ...world, server: worked })] : []),
    ...(edited ? [chance('the call changes', { ...world, server: edited, edits: edits - 1 })] : []),
    ...(decided ? [chance('somebody else decides', { ...world, server: decided, others: others - 1 })] : []),
  ]
}

function personMoves(world: SmallWorld): readonly Move[] {
  const pressed = afterPress(world.page)
  return pressed ? [chance('the person approves', { ...world, page: pressed })] : []
}

function networkMoves(world: SmallWorld): readonly Move[] {
  return [...requestMoves(world), ...answerMoves(world), ...eventMoves(world), ...readMoves(world)]
}

function requestMoves(world: SmallWorld): readonly Move[] {
  const { page, server, losses } = world
  const [request, ...requests] = page.requests
  if (!request) return []
  const moves: Move[] = []
  const taken = afterResume(server, request)
  const answer = taken?.answers[request.requestId]
  if (taken && answer) {
    const answered = { ...page, requests, answers: [...page.answers, answer] }
    moves.push(move('the request arrives', { ...world, server: taken, page: answered }))
  }
  if (losses > 0) {
    const failed = afterInput({ ...page, requests }, { type: 'refused', failure: lost, random, at: 1_000 })
    moves.push(chance('the request is lost', { ...world, losses: losses - 1, page: failed }))
    if (taken) {
      const unheard = { ...world, server: taken, losses: losses - 1, page: failed }
      moves.push(chance('the request arrives, its answer is lost', unheard))
    }
  }
  return moves
}

function answerMoves(world: SmallWorld): readonly Move[] {
  const [answer, ...answers] = world.page.answers
  if (!answer) return []
  const page = afterInput({ ...world.page, answers }, { type: 'answered', answer, at: 1_000 })
  return [move('the answer arrives', { ...world, page })]
}

/** In any order, and each as often as there are losses for: what is late or doubled must leave no trace. */
function eventMoves(world: SmallWorld): readonly Move[] {
  const { server, page, heard, losses } = world
  if (!page.state) return []
  const next = server.log.findIndex((_event, index) => !heard.includes(index))
  return server.log.flatMap((event, index) => {
    if (index !== next && losses === 0) return []
    const told = {
      ...world,
      page: afterEvent(page, event),
      heard: [...new Set([...heard, index])].toSorted((a, b) => a - b),
    }
    if (index === next) return [move(`event ${index + 1} arrives`, told)]
    // The stream has a gap, or an event twice: a read follows.
    return [
      chance(`event ${index + 1} arrives out of turn`, {
        ...told,
        page: withRead(told.page),
        losses: losses - 1,
      }),
    ]
  })
}

function readMoves(world: SmallWorld): readonly Move[] {
  const { page, server } = world
  const moves = page.reads.map((read, index): Move => {
    const others = page.reads.filter((_one, place) => place !== index)
    if (!read.found) {
      const found = { ...read, found: readOf(server) }
      return move('a read is answered', { ...world, page: { ...page, reads: [...others, found] } })
    }
    const landed = afterRead({ ...page, reads: others }, read.found, read.version)
    return move('a read lands', { ...world, page: landed })
  })
  return wantsRead(page) ? [...moves, move('a read begins', { ...world, page: withRead(page) })] : moves
}

/** Time passes: until the next try, until what was seen counts as the answer, or until the last word. */
function clockMoves(world: SmallWorld): readonly Move[] {
  const { intent } = world.page
  if (!intent || intent.status === 'settled' || intent.status === 'failed') return []
  const { until, seen, pressedAt, attempt } = intent
  const times = [seen?.until ?? until, ...(attempt > 1 ? [pressedAt + 60_000] : [])]
  return times
    .filter((at) => at !== Infinity)
    .map((at) => move('time passes', { ...world, page: afterInput(world.page, { type: 'woke', at }) }))
}

const move = (name: string, next: SmallWorld): Move => ({ name, next, isChance: false })
const chance = (name: string, next: SmallWorld): Move => ({ name, next, isChance: true })
