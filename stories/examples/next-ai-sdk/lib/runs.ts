import type { UIMessage, UIMessageChunk } from 'ai'

/** One run of the agent: its words so far. */
interface Run {
  readonly chunks: UIMessageChunk[]
  isOver: boolean
}

/** One chat. Keep the messages in your database, and the words of runs where every server finds them, such as Redis. */
interface Log {
  messages: UIMessage[]
  readonly runs: Run[]
  readonly waiting: Set<() => void>
}

// Next.js loads this module once for each route.
const kept = globalThis as { chats?: Map<string, Log> }
const chats = (kept.chats ??= new Map<string, Log>())
const patienceMs = 10_000

export function logOf(id: string): Log {
  const log = chats.get(id) ?? { messages: [], runs: [], waiting: new Set() }
  chats.set(id, log)
  return log
}

/** Adds a run to the chat, with the words of its stream. */
export async function publish(id: string, stream: ReadableStream<UIMessageChunk>): Promise<void> {
  const log = logOf(id)
  const run: Run = { chunks: [], isOver: false }
  log.runs.push(run)
  const tell = (): void => log.waiting.forEach((go) => go())
  try {
    for await (const chunk of stream as unknown as AsyncIterable<UIMessageChunk>) {
      run.chunks.push(chunk)
      tell()
    }
  } finally {
    run.isOver = true
    tell()
  }
}

/** The words of one run, from its beginning until its end. Null: it has not begun after ten seconds. */
export async function wordsOf(id: string, index: number): Promise<ReadableStream<UIMessageChunk> | null> {
  const log = logOf(id)
  const end = Date.now() + patienceMs
  while (!log.runs[index]) {
    if (Date.now() > end) return null
    await changeOf(log)
  }
  const run = log.runs[index]
  let at = 0
  return new ReadableStream({
    async pull(controller) {
      while (at === run.chunks.length && !run.isOver) await changeOf(log)
      const chunk = run.chunks[at]
      at += 1
      if (chunk) controller.enqueue(chunk)
      else controller.close()
    },
  })
}

function changeOf({ waiting }: Log): Promise<void> {
  return new Promise((resolve) => {
    const go = (): void => {
      clearTimeout(timer)
      waiting.delete(go)
      resolve()
    }
    const timer = setTimeout(go, 1_000)
    waiting.add(go)
  })
}
