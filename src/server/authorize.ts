import { GatewayError } from '../gateway/GatewayError.ts'
import type { ConversationId } from '../model/ids.ts'

/** The kind of a request. `settings`: to read or to change which calls run without asking. */
export type RouteAction = 'read' | 'follow' | 'resume' | 'stop' | 'message' | 'settings'

/** A person who is let in. */
export interface RouteViewer {
  /** Written into what this person decides. */
  readonly id: string
  /** Shown in receipts. */
  readonly name?: string
  /**
   * `{ id }` and `{ id, mayDecide: true }` may decide. With any other value the person may only read: decisions, stops,
   * messages and changes of the settings are refused. `{ id, mayDecide: undefined }` may only read, too, so that a failed
   * check lets nobody decide. @default true
   */
  readonly mayDecide?: boolean
  /** Why not, for the person. */
  readonly why?: string
}

/**
 * Returns the person who sends a request for this `action`, or the reason to refuse. Any other value refuses the person,
 * too. If it throws, or takes longer than 10 s, the request fails and nothing happens. It is asked for a `message` before
 * the conversation exists. `request` is the very object that the route was called with. To read the body, read it from
 * `request.clone()`.
 */
export type Authorize = (
  request: Request,
  asked: { readonly conversationId: ConversationId; readonly action: RouteAction },
) => RouteVerdict | Promise<RouteVerdict>

/**
 * A viewer, or a refusal. `unauthenticated`: the person is unknown. `forbidden`: the person may not do this.
 */
export type RouteVerdict = RouteViewer | 'unauthenticated' | 'forbidden'

/** The viewer. Throws `unauthenticated` or `forbidden`; an answer of any other shape is a refusal too. */
export async function authorized(
  authorize: Authorize,
  ...asked: Parameters<Authorize>
): Promise<RouteViewer> {
  const verdict: unknown = await authorize(...asked)
  if (verdict === 'unauthenticated') throw new GatewayError({ code: 'unauthenticated', applied: 'no' })
  if (isViewer(verdict)) return verdict
  throw new GatewayError({ code: 'forbidden', applied: 'no' })
}

function isViewer(verdict: unknown): verdict is RouteViewer {
  return typeof verdict === 'object' && verdict !== null && typeof Reflect.get(verdict, 'id') === 'string'
}

export function mayDecide(viewer: RouteViewer): boolean {
  return !('mayDecide' in viewer) || viewer.mayDecide === true
}

export interface CallingPages {
  readonly origins: readonly string[]
  readonly hosts: readonly string[] | undefined
}

/**
 * True for a request that a page of another site may have made with this person's cookies. Browsers name the site
 * themselves; where they do not, the origin has to be this server's own, with its scheme. A request without either comes
 * from no page. A name that is not this server's was made to lead here by somebody else.
 */
export function isCrossSite(request: Request, { origins, hosts }: CallingPages): boolean {
  const { protocol, host } = new URL(request.url)
  const asked = request.headers.get('host') ?? host
  if (hosts && !hosts.includes(asked)) return true
  const origin = request.headers.get('origin')
  if (origin !== null && origins.includes(origin)) return false
  const site = request.headers.get('sec-fetch-site')
  if (site !== null) return site !== 'same-origin' && site !== 'none'
  if (origin === null) return false
  // Behind a proxy that ends TLS the request itself says "http". A page cannot send this header without a preflight.
  const forwarded = request.headers.get('x-forwarded-proto')?.split(',')[0]?.trim()
  return origin !== `${forwarded ?? protocol.slice(0, -1)}://${asked}`
}
