/** An error answer of the reference protocol: problem+json (RFC 9457) with a `code`. */
export function problem(
  status: number,
  code: string,
  members: Record<string, unknown> = {},
  headers: Record<string, string> = {},
): Response {
  return new Response(JSON.stringify({ type: 'about:blank', title: code, status, code, ...members }), {
    status,
    headers: { 'content-type': 'application/problem+json', ...headers },
  })
}

/** Any other answer with a JSON body. */
export function json(status: number, body: unknown): Response {
  return new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } })
}
