/** The interrupts of the middleware of LangChain, as each language writes them and wants its answers. */
export interface HitlShape {
  readonly language: 'JavaScript' | 'Python'
  /** The JSON text of the interrupt's value. `args` is the text of the arguments. */
  value(args: string, description?: string): string
  /** The JSON text of the answer to an edit. */
  edited(args: string): string
  readonly siblings: 'reject_voids_approvals' | 'independent'
  /** What the middleware writes where the host gives no description. */
  readonly automatic: string
}

const decisions = '["approve","edit","reject"]'

export const hitlShapes: readonly HitlShape[] = [
  {
    language: 'JavaScript',
    value: (args, description = automaticIn('{\n  "amount": 5\n}')) =>
      `{"actionRequests":[{"name":"pay","args":${args},"description":${JSON.stringify(description)}}],` +
      `"reviewConfigs":[{"actionName":"pay","allowedDecisions":${decisions}}]}`,
    edited: (args) => `{"decisions":[{"type":"edit","editedAction":{"name":"pay","args":${args}}}]}`,
    siblings: 'reject_voids_approvals',
    automatic: automaticIn('{\n  "amount": 5\n}'),
  },
  {
    language: 'Python',
    value: (args, description = automaticIn("{'amount': 5}")) =>
      `{"action_requests": [{"name": "pay", "args": ${args}, "description": ${JSON.stringify(description)}}], ` +
      `"review_configs": [{"action_name": "pay", "allowed_decisions": ${decisions}}]}`,
    edited: (args) => `{"decisions":[{"type":"edit","edited_action":{"name":"pay","args":${args}}}]}`,
    siblings: 'independent',
    automatic: automaticIn("{'amount': 5}"),
  },
]

function automaticIn(args: string): string {
  return `Tool execution requires approval\n\nTool: pay\nArgs: ${args}`
}

/** Arguments that `JSON.parse` and `JSON.stringify` would change. */
export const hardArguments: readonly string[] = [
  '{"user_id":1192837465019283746}',
  '{"a":-0,"b":1e400,"c":1.0,"d":1E2}',
  '{ "b" : 1,\n "a" : [ 1.50 , 2 ] }',
  '{"a":1,"a":2}',
  '{"__proto__":{"admin":true}}',
  '{"text":"\\ud800"}',
]
