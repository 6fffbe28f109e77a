/** A list that contains itself, which JSON cannot represent. */
const ring: unknown[] = []
ring.push(ring)
const call = { tool: { name: 'write' }, argsText: '{}' }

/** Values that an agent written in JavaScript can give in the place of a call, and where each first breaks the contract. */
export const oddCalls: readonly (readonly [string, unknown])[] = [
  ['null', null],
  ['a number', 7],
  ['a text', 'write'],
  ['a list', [call]],
  ['nothing at all', {}],
  ['a tool without a name', { ...call, tool: {} }],
  ['a tool whose title is a number', { ...call, tool: { name: 'write', title: 7 } }],
  ['a tool with a schema that is a ring', { ...call, tool: { name: 'write', inputSchema: ring } }],
  ['a tool with a BigInt', { ...call, tool: { name: 'write', inputSchema: { maximum: 7n } } }],
  ['arguments that are an object', { ...call, argsText: {} }],
  ['a question of no kind', { tool: null, argsText: null, question: { message: 'Which?' } }],
  ['a form without its schema', { tool: null, argsText: null, question: { kind: 'form', message: '' } }],
  ['an agent without a name', { ...call, agent: { relation: 'sub_agent', path: [] } }],
  ['no decision', { ...call, decisions: [] }],
  ['a decision that is none', { ...call, decisions: ['approve'] }],
  ['a time in words', { ...call, expiresAt: 'soon' }],
  ['a getter that throws', Object.defineProperty({ ...call }, 'agent', { enumerable: true, get: fail })],
]

function fail(): never {
  throw new Error('Not now.')
}
