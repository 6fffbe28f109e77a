declare module 'pg' {
  export class Pool {
    constructor(options: { connectionString: string; max?: number })
    query(text: string, values?: unknown[]): Promise<{ rows: unknown[] }>
    on(event: 'error', listener: (error: Error) => void): this
    end(): Promise<void>
  }
}
