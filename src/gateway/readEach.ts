import type { UnreadableCall } from '../model/conversation.ts'
import { warnOfProtocol } from '../model/developerErrors.ts'
import { GatewayError } from './GatewayError.ts'
import { isText } from './schema.ts'

export interface Malformed {
  readonly input: unknown
  readonly path: string
  readonly failure: GatewayError
}

/** Reads each item for itself, so that a malformed one does not hide the others. */
export function readEach<T>(
  items: readonly unknown[],
  root: string,
  read: (item: unknown, path: string) => T,
): { readonly read: readonly T[]; readonly malformed: readonly Malformed[] } {
  const malformed: Malformed[] = []
  const found = items.flatMap((input, index): readonly T[] => {
    const place = `${root}/${index}`
    try {
      return [read(input, place)]
    } catch (thrown) {
      const failure = GatewayError.from(thrown, 'no')
      malformed.push({ input, path: failure.path ?? place, failure })
      return []
    }
  })
  return { read: found, malformed }
}

const reasons = new WeakMap<UnreadableCall, GatewayError>()

export function unreadableCall(
  { path, failure }: Malformed,
  {
    operationId,
    toolCallId,
    waits,
  }: { readonly [Key in keyof UnreadableCall]?: UnreadableCall[Key] | undefined },
): UnreadableCall {
  const call = {
    path,
    ...(operationId !== undefined && { operationId }),
    ...(toolCallId !== undefined && { toolCallId }),
    ...(waits && { waits }),
  }
  reasons.set(call, failure)
  return call
}

export function warnOfCall(call: UnreadableCall): void {
  const { message } = reasons.get(call) ?? { message: `At "${call.path}".` }
  warnOfProtocol({ code: 'protocol', message })
}

export function idIn(input: unknown, name: 'id' | 'toolCallId' | 'status'): string | undefined {
  try {
    const { [name]: id } = Object(input) as { readonly [name: string]: unknown }
    return isText(id) ? id : undefined
  } catch {
    // A proxy may throw at every read.
    return undefined
  }
}
