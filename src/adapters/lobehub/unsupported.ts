import { GatewayError } from '../../gateway/GatewayError.ts'

/** What a server of another version is met with. */
export function unsupported(what: string): GatewayError {
  return new GatewayError({ code: 'unsupported', applied: 'no' }, `Expected LobeHub's ${what}.`)
}

/** What a procedure answers; nothing where the server has no such thing. */
export function orAbsent(answer: Promise<unknown>): Promise<unknown> {
  return answer.catch((thrown: unknown) => {
    if (!(thrown instanceof GatewayError) || thrown.code !== 'unsupported') throw thrown
  })
}
