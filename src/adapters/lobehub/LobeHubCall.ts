/**
 * Calls a procedure of the server, such as `aiAgent.execAgent`, and answers with what it answers. Those that are named
 * after what they `get` or `refresh` are queries, the others mutations. Throws a `GatewayError`, `unsupported` for what the
 * server does not have or know. `signal` aborts the call.
 */
export type LobeHubCall = (
  procedure: string,
  input: object,
  options: { readonly signal: AbortSignal },
) => Promise<unknown>
