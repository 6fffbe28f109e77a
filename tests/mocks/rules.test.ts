import {
  ask,
  askTogether,
  type CallDraft,
  createMockGateway,
  type MockGateway,
  say,
} from 'intervention-bar/mocks'
import { describe, expect, it } from 'vitest'

const mail: CallDraft = { tool: { name: 'send_mail', server: 'mail' } }
const pay: CallDraft = { tool: { name: 'pay', annotations: { destructiveHint: true } } }

async function run(mock: MockGateway): Promise<readonly string[]> {
  mock.say('demo', 'go')
  await expect.poll(() => mock.running()).toBe(0)
  return mock.read('demo').interventions.map((card) => {
    const by = card.status === 'pending' ? undefined : card.resolution.automatic?.by
    return [card.tool?.name, card.status, by].filter(Boolean).join(' ')
  })
}

describe('the approval settings of the mock gateway', () => {
  it('let calls of a listed tool run without asking, and the script goes on with their answers', async () => {
    const said: unknown[] = []
    const mock = createMockGateway({
      agent: function* () {
        const answers: readonly { readonly status: string }[] = yield ask(mail, mail)
        said.push(...answers.map(({ status }) => status))
        yield say('Done.')
      },
    })
    mock.changeSettings('demo', { add: 'mail/send_mail' })
    expect(await run(mock)).toEqual(['send_mail approved rule', 'send_mail approved rule'])
    expect(mock.executions).toHaveLength(2)
    expect(said).toEqual(['approved', 'approved'])
    expect(mock.read('demo').operations).toMatchObject([{ status: 'done' }])
  })

  it('ask for what may destroy something in every mode', async () => {
    const mock = createMockGateway({
      agent: function* () {
        yield ask(mail, pay)
      },
    })
    mock.changeSettings('demo', { mode: 'auto_run' })
    expect(await run(mock)).toEqual(['send_mail approved mode', 'pay pending'])
    expect(mock.executions).toMatchObject([{ tool: 'send_mail' }])
  })

  it('ask for calls that are answered together with one that is asked for', async () => {
    const mock = createMockGateway({
      agent: function* () {
        yield askTogether({ answering: 'together', siblings: 'independent' }, mail, pay)
      },
    })
    mock.changeSettings('demo', { mode: 'auto_run' })
    expect(await run(mock)).toEqual(['send_mail pending', 'pay pending'])
  })
})
