import { describe, expect, it } from 'vitest'
import { readExact, writeExact } from '../../src/backend/exactJson.ts'
import { type HitlBatch, readHitl } from '../../src/backend/hitl.ts'
import { hardArguments, hitlShapes } from '../support/hitlShapes.ts'

describe.each(hitlShapes)('a batch of LangChain in $language', ({ value, edited, siblings, automatic }) => {
  const read = (args: string, description?: string): HitlBatch =>
    readHitl(readExact(value(args, description)))!
  const base = { toolCallId: 'call_1', revision: 'rev_1' } as const

  it.each(hardArguments)('shows %s as it was written, and sends an edit to it as it was typed', (args) => {
    const batch = read(args)
    expect(batch.actions).toMatchObject([
      { name: 'pay', argsText: args, allowed: ['approve', 'edit', 'reject'] },
    ])
    const answer = batch.answer([{ ...base, decision: 'approved', argsText: args }])
    expect(writeExact(answer)).toBe(edited(args))
  })

  it('answers an approval and a rejection in the case of its language', () => {
    const batch = read('{}')
    expect(batch.siblings).toBe(siblings)
    expect(writeExact(batch.answer([{ ...base, decision: 'approved' }]))).toBe(
      '{"decisions":[{"type":"approve"}]}',
    )
    const rejection = { ...base, decision: 'rejected_continue', reason: 'Not now.' } as const
    expect(writeExact(batch.answer([rejection]))).toBe(
      '{"decisions":[{"type":"reject","message":"Not now."}]}',
    )
  })

  it('drops the description that the framework writes by itself, and keeps the words of a host', () => {
    const why = (description: string): unknown => read('{"amount":5}', description).actions[0]!.why
    expect(why(automatic)).toBeUndefined()
    expect(why('Tool execution requires approval')).toBeUndefined()
    expect(why(automatic.replace('Tool execution requires approval', 'Payments need two people.'))).toEqual({
      text: 'Payments need two people.',
      by: 'policy',
    })
    expect(why('Over the limit.\n\nTool: mail\nArgs: none')).toEqual({
      text: 'Over the limit.\n\nTool: mail\nArgs: none',
      by: 'policy',
    })
  })

  it('takes an answer in the place of the tool, and finds its question', () => {
    const ask = (args: string, description: string, allowed: string): HitlBatch =>
      readHitl(readExact(value(args, description).replace('["approve","edit","reject"]', allowed)))!
    const answer = { ...base, decision: 'answered', answerText: 'To Rome.' } as const

    const only = ask('{"question":"Where to?"}', 'A person knows.', '["respond"]')
    expect(only.actions).toMatchObject([
      {
        allowed: ['respond'],
        question: { kind: 'text', message: 'Where to?' },
        why: { text: 'A person knows.' },
      },
    ])
    expect(writeExact(only.answer([answer]))).toBe('{"decisions":[{"type":"respond","message":"To Rome."}]}')

    const described = ask('{"amount":5}', 'Which account?', '["respond","reject"]').actions[0]!
    expect(described.question).toEqual({ kind: 'text', message: 'Which account?' })
    expect(described.why).toBeUndefined()
    expect(ask('{}', '', '["respond"]').actions[0]!.question).toEqual({ kind: 'text', message: 'pay' })
    expect(read('{"question":"Where to?"}').actions[0]!.question).toBeUndefined()
  })

  it('does not invent arguments that are not there', () => {
    const text = value('{}').replace(/"args": ?\{\}, ?/, '')
    expect(readHitl(readExact(text))!.actions[0]!.argsText).toBeNull()
    expect(read('null').actions[0]!.argsText).toBe('null')
    expect(read('"rm"').actions[0]!.argsText).toBe('"rm"')
    expect(readHitl(readExact(value('{}').replace('"args"', '"arguments"')))!.actions[0]!.argsText).toBe('{}')
  })
})

it('leaves interrupts of another kind alone', () => {
  expect(readHitl('Really?')).toBeUndefined()
  expect(readHitl({ actionRequests: [] })).toBeUndefined()
})
