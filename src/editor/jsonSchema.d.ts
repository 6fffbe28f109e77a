// The types of the validator, for a checkout whose dependencies were installed before it was one of them.
declare module '@cfworker/json-schema' {
  export interface OutputUnit {
    readonly keyword: string
    readonly keywordLocation: string
    readonly instanceLocation: string
    readonly error: string
  }
  export type Schema = { readonly [keyword: string]: unknown }
  export class Validator {
    constructor(schema: Schema, draft: '7' | '2020-12', shortCircuit: boolean)
    validate(instance: unknown): { readonly valid: boolean; readonly errors: OutputUnit[] }
  }
}
