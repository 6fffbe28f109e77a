declare module 'pg' {
  export class Pool {
    constructor(options: { connectionString: string; max?: number })
    query(text: string, values?: unknown[]): Promise<{ rows: unknown[] }>
    on(event: 'error', listener: (error: Error) => void): this
    end(): Promise<void>
  }
}

/** The part of it that is used: a workspace without it can still check the other tests. */
declare module '@modelcontextprotocol/server' {
  interface Request {
    readonly mcpReq: {
      readonly inputResponses?: Readonly<
        Record<string, { readonly action: string; readonly content?: Readonly<Record<string, unknown>> }>
      >
      requestState(): string | undefined
    }
  }
  export class McpServer {
    constructor(info: { readonly name: string; readonly version: string })
    registerTool(name: string, options: object, run: (request: Request) => Promise<object>): void
  }
  export function createMcpHandler(create: () => McpServer): {
    fetch(request: globalThis.Request): Promise<Response>
  }
  export const inputRequired: {
    (asked: {
      readonly inputRequests: Readonly<Record<string, object>>
      readonly requestState?: string
    }): object
    elicit(of: object): object
    elicitUrl(of: object): object
    listRoots(): object
  }
}
