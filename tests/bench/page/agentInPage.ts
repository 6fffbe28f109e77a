/** A decision takes a server this long, in milliseconds: a frame is drawn meanwhile. */
const decideMs = 60

interface Heard {
  onRequest(): void
  onAnswer(): void
}

/** A backend in the page: what is measured is the page. A read is answered at once. */
export function answerInPage(count: number, { onRequest, onAnswer }: Heard): void {
  let decided = 0
  let stream: ReadableStreamDefaultController<Uint8Array> | undefined
  const utf8 = new TextEncoder()
  let now = conversation(0)
  let next = conversation(1)

  function conversation(skip: number): string {
    const op = { id: `op_${skip + 1}`, startedAt: skip, ...(skip ? { resumes: `op_${skip}` } : {}) }
    const status = skip < count ? { status: 'waiting_for_human', pause } : { status: 'done', endedAt: 9 }
    const interventions = Array.from({ length: count - skip }, (_, index) => call(skip + index + 1, op.id))
    const operations = [{ ...op, ...status }]
    return JSON.stringify({
      id: 'demo',
      epoch: 'e',
      cursor: `${skip * 10}`,
      now: 0,
      operations,
      interventions,
    })
  }

  function send(step: number, type: string, data: object): void {
    const event = { type, operationId: `op_${decided + 1}`, timestamp: 1, data }
    stream?.enqueue(utf8.encode(`id: ${(decided - 1) * 10 + step}\ndata: ${JSON.stringify(event)}\n\n`))
  }

  function carryOn(requestId: string): void {
    const operation = { id: `op_${decided + 1}`, startedAt: 1, resumes: `op_${decided}`, status: 'running' }
    const resolution = { at: 1, requestId }
    send(1, 'agent_runtime_init', { operation })
    send(2, 'agent_intervention_response', { toolCallId: `call_${decided}`, status: 'approved', resolution })
    const waits = decided < count
    send(3, 'agent_runtime_end', waits ? { reason: 'waiting_for_human', pause } : { reason: 'done' })
  }

  globalThis.fetch = async (input, init) => {
    const { url } = new Request(input)
    if (url.endsWith('/events')) {
      const body = new ReadableStream<Uint8Array>({ start: (controller) => void (stream = controller) })
      return new Response(body, { headers: { 'content-type': 'text/event-stream' } })
    }
    if (!url.endsWith('/resume')) return new Response(now)
    onRequest()
    await new Promise((resolve) => setTimeout(resolve, decideMs))
    onAnswer()
    decided += 1
    now = next
    next = ''
    const requestId = new Headers(init?.headers).get('idempotency-key') ?? ''
    setTimeout(() => carryOn(requestId))
    const answer = { operationId: `op_${decided + 1}`, requestId, cursor: `${(decided - 1) * 10 + 1}` }
    return new Response(JSON.stringify(answer), { status: 202 })
  }
}

const pause = { answering: 'any', siblings: 'independent' }

function call(number: number, operationId: string): object {
  return {
    status: 'pending',
    toolCallId: `call_${number}`,
    operationId,
    revision: `rev_${number}`,
    tool: { name: 'send_mail', title: 'Send mail' },
    argsText: JSON.stringify({
      to: 'ana@example.com',
      subject: `Invoice ${number}.`,
      body: 'Dear Ana, here it is.',
    }),
    decisions: ['approved', 'rejected', 'rejected_continue'],
    editable: false,
    reason: 'optional',
    remember: [],
    requestedAt: number,
  }
}
