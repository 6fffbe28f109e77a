import { parsed } from './json.ts'

/**
 * The JSON of each event of a `text/event-stream` answer, to its end. What is no JSON is left out: a comment, a terminator,
 * half an event at the end.
 */
export async function* readSse({ body }: Response): AsyncGenerator<unknown, void> {
  if (!body) return
  const reader = body.getReader()
  const decoder = new TextDecoder()
  let pieces: string[] = []
  for (;;) {
    const { done, value } = await reader.read()
    const piece = decoder.decode(value, { stream: !done })
    pieces.push(piece)
    // A long event comes in many pieces: they are looked through once, at the end of its line.
    if (!done && !piece.includes('\n')) continue
    const blocks = pieces.join('').split(/\r?\n\r?\n/)
    pieces = done ? [] : [blocks.pop() ?? '']
    for (const block of blocks) {
      const lines = block.split(/\r?\n/).filter((line) => line.startsWith('data:'))
      const event = parsed(lines.map((line) => line.slice(5)).join('\n'))
      if (event !== undefined) yield event
    }
    if (done) return
  }
}
