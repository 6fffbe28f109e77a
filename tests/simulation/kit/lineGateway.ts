import { eventStream } from '../../../src/gateway/eventStream.ts'
import type { GatewayClient } from '../../../src/gateway/GatewayClient.ts'
import { GatewayError } from '../../../src/gateway/GatewayError.ts'
import type { Ends, Line } from '../world/line.ts'
import type { Stream } from '../world/stream.ts'

/** The port over a page's line; its stream is the real one of the kit. */
export function createLineGateway(id: string, line: Line, polls: boolean): GatewayClient {
  return {
    id,
    readConversation: () => promised((ends) => line.read(ends)),
    resume: (request) => promised((ends) => line.resume(request, ends)),
    ...(polls
      ? {}
      : {
          followConversation: (_id, { after, signal }) =>
            eventStream({ connect: (cursor, link) => connect(line, cursor, link), after, signal }),
        }),
  }
}

function connect(line: Line, after: string | null, signal: AbortSignal): Promise<Response> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason))
    line.connect(after, {
      onReply: (open) => {
        if (signal.aborted) return
        const stream = open?.()
        signal.addEventListener('abort', () => stream?.leave())
        resolve(responseOf(stream))
      },
      onFailure: (failure) => reject(new GatewayError(failure)),
    })
  })
}

function promised<Reply>(call: (ends: Ends<Reply>) => void): Promise<Reply> {
  return new Promise((resolve, reject) => {
    call({ onReply: resolve, onFailure: (failure) => reject(new GatewayError(failure)) })
  })
}

function responseOf(stream: Stream | undefined): Response {
  const status = stream ? 200 : 410
  const response = {
    status,
    ok: status === 200,
    body: stream?.body,
    headers: { get: () => 'text/event-stream' },
  }
  // SAFETY: this is all that `eventStream` and the stand-in for its reader look at.
  return response as unknown as Response
}
