import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { GatewayError, GatewayProvider, InterventionBar, useApprove } from 'intervention-bar'
import type { GatewayClient, PendingIntervention, ResumeRequest } from 'intervention-bar/core'
import { describe, expect, it, vi } from 'vitest'
import { aCard, aConversation, parked } from '../support/fixtures.ts'
import { renderCalls } from '../support/renderCalls.tsx'

const bigList = JSON.stringify({ text: `${'a'.repeat(300)}hidden middle${'b'.repeat(300)}`, tail: 'end' })

interface Desk {
  readonly sent: readonly ResumeRequest[]
  changes(change: Partial<PendingIntervention>): Promise<void>
}

let desks = 0

/** The bar over a server that has one call. */
async function renderBar(
  change: Partial<PendingIntervention>,
  { fails = false, arming = 250 }: { readonly fails?: boolean; readonly arming?: number } = {},
): Promise<Desk> {
  const sent: ResumeRequest[] = []
  let card = aCard(change)
  const gateway: GatewayClient = {
    id: `truth-${(desks += 1)}`,
    readConversation: async () =>
      aConversation({ cursor: null, operations: [parked()], interventions: [card] }),
    resume: async (request) => {
      sent.push(request)
      if (fails) throw new GatewayError({ code: 'forbidden', applied: 'no' })
      return { outcome: 'accepted', operationId: null }
    },
  }
  render(
    <GatewayProvider gateway={gateway}>
      <InterventionBar conversationId="demo" arming={arming} />
      <HostsOwn />
    </GatewayProvider>,
  )
  await screen.findByRole('group', { name: 'Arguments' })
  return {
    sent,
    changes: async (next) => {
      card = aCard({ ...card, ...next })
      act(() => void window.dispatchEvent(new Event('online')))
      await screen.findByRole('button', { name: 'Hide changes' })
    },
  }
}

/** A host's own way to approve, past the guard of the kit's buttons. */
function HostsOwn(): React.ReactElement {
  const approve = useApprove('demo')
  return (
    <button type="button" onClick={() => approve.mutate({ toolCallId: 'call_1' })}>
      by the host
    </button>
  )
}
const button = (name: string): HTMLElement => screen.getByRole('button', { name })
async function armed(name: string): Promise<void> {
  await waitFor(() => expect(button(name)).toHaveAttribute('data-armed'))
}
const destructive = { name: 'run', annotations: { destructiveHint: true } }

describe('a tool that is marked destructive', () => {
  it('cannot be approved before everything was shown, and the arming time starts again then', async () => {
    // Longer than a busy machine takes for the press.
    const { sent } = await renderBar({ tool: destructive, argsText: bigList }, { arming: 3_000 })
    await armed('Reject and stop')
    expect(button('Approve')).not.toHaveAttribute('data-armed')
    expect(button('Approve')).toHaveAccessibleDescription('Open everything to approve')
    fireEvent.click(button('Approve'))
    fireEvent.click(button('Show everything'))
    await waitFor(() => expect(button('Approve')).not.toHaveAttribute('aria-disabled'))
    fireEvent.click(button('Approve'))
    expect(sent).toEqual([])
    await armed('Approve')
    fireEvent.click(button('Approve'))
    await armed('Approve anyway')
    fireEvent.click(button('Approve anyway'))
    await waitFor(() => expect(sent).toHaveLength(1))
  })

  it('is held back again when its call changes', async () => {
    const { changes } = await renderBar({ tool: destructive, argsText: bigList })
    fireEvent.click(button('Show everything'))
    await armed('Approve')
    await changes({ revision: 'rev_2', argsText: JSON.stringify({ text: 'c'.repeat(700) }) })
    expect(button('Approve')).toHaveAttribute('aria-disabled', 'true')
    expect(button('Approve')).not.toHaveAttribute('data-armed')
  })

  it('cannot be tried again before everything was shown', async () => {
    const { sent } = await renderBar({ tool: destructive, argsText: bigList }, { fails: true })
    fireEvent.click(screen.getByRole('button', { name: 'by the host' }))
    await waitFor(() => expect(button('Try again')).toHaveAttribute('aria-disabled', 'true'))
    await armed('Reject and stop')
    fireEvent.click(button('Try again'))
    fireEvent.click(button('Show everything'))
    await armed('Try again')
    expect(sent).toHaveLength(1)
    fireEvent.click(button('Try again'))
    await waitFor(() => expect(sent).toHaveLength(2))
  })

  it('can be rejected at any time', async () => {
    const { sent } = await renderBar({ tool: destructive, argsText: bigList })
    await armed('Reject and stop')
    fireEvent.click(button('Reject and stop'))
    await waitFor(() => expect(sent).toHaveLength(1))
  })

  it('can be approved at once if everything is in view, and is marked destructive', async () => {
    await renderBar({ tool: destructive, argsText: '{"path":"a"}' })
    await screen.findByText('May delete or overwrite')
    await armed('Approve')
    expect(button('Approve')).not.toHaveAttribute('aria-disabled')
  })
})

describe('JSON that programs read differently', () => {
  it.each([
    ['a whole number beyond 2^53', '{"id": 12345678901234567890}', 'inexact_number'],
    ['a number that becomes infinite', '{"limit": 1e400}', 'inexact_number'],
    ['a number that becomes zero', '{"rate": 1e-400}', 'inexact_number'],
    ['more digits than a double has', '{"rate": 0.1234567890123456789}', 'inexact_number'],
    ['a zero with a sign', '{"fee": -0}', 'inexact_number'],
    ['a name that comes twice', '{"to": "a", "to": "b"}', 'repeated_name'],
    ['a name that comes twice, once escaped', '{"to": "a", "\\u0074o": "b"}', 'repeated_name'],
    ['a name that comes twice further down', '{"a": [{"to": 1, "to": 2}]}', 'repeated_name'],
    ['the name of a prototype', '{"__proto__": {"admin": true}}', 'special_name'],
    ['half a character', '{"note": "\\ud83d"}', 'broken_character'],
  ])('%s is flagged, and the raw text is the one that was sent', async (_title, argsText, flaw) => {
    const [card] = await renderCalls([{ argsText }])
    const flaws = [...card!.querySelectorAll('[data-part="cautions"] li')]
    expect(flaws.map((one) => one.getAttribute('data-status'))).toContain(flaw)
    fireEvent.click(within(card!).getByRole('button', { name: 'Show exact text' }))
    expect(card!.querySelector('[data-part="raw"]')).toHaveTextContent(argsText, {
      normalizeWhitespace: false,
    })
  })

  it.each([
    '{"a":1.50,"b":1e3,"c":-1.25E-2,"d":0,"e":9007199254740991,"f":"😀","g":[{"a":1},{"a":2}]}',
    '{}',
  ])('does not flag %s', async (argsText) => {
    const [card] = await renderCalls([{ argsText }])
    expect(card!.querySelector('[data-part="cautions"]')).toBeNull()
  })
})

describe('hosts', () => {
  it.each([
    'https://www.раypal.com/pay',
    'billing@раypal.com',
    '//gооgle.com',
    'https://аррӏе.com',
    'https://почта.рф',
    'https://münchen.de',
    'https://日本語.jp',
    'ana@bücher.de',
  ])('%s is not in ASCII: its address is shown', async (link) => {
    const [card] = await renderCalls([{ argsText: JSON.stringify({ link }) }])
    expect(card!.querySelector('[data-status="hosts"]')).toHaveTextContent(/ is \S*xn--/)
  })

  it('with letters that stand for ASCII letters is shown with its ASCII address', async () => {
    const [card] = await renderCalls([{ argsText: '{"link":"https://ｇoogle.com/"}' }])
    expect(card!.querySelector('[data-status="hosts"]')).toHaveTextContent('ｇoogle.com is google.com')
  })

  it.each(['https://example.com', 'ana@example.com', 'größer @ 20 €'])('%s is not flagged', async (link) => {
    const [card] = await renderCalls([{ argsText: JSON.stringify({ link }) }])
    expect(card!.querySelector('[data-status="hosts"]')).toBeNull()
  })
})

describe('long, deep or invalid arguments', () => {
  it('show head and tail, and the amount between them in words', async () => {
    const [card] = await renderCalls([
      { argsText: JSON.stringify({ text: `begin${'x'.repeat(10_212)}end` }) },
    ])
    expect(card!.querySelector('dd')).toHaveTextContent(/^beginx+9,820 more charactersx+end$/)
  })

  it.each([
    ['no JSON', 'rm -rf /tmp/build'],
    ['half of it', '{"a": '],
    ['nothing', ''],
    ['null', 'null'],
    ['a list', '[1, 2]'],
  ])('%s is shown as raw text', async (_title, argsText) => {
    const [card] = await renderCalls([{ argsText }])
    expect(card!.querySelector('[data-part="raw"]')?.textContent).toBe(argsText)
  })

  it.each([
    ['a hundred thousand levels', `{"tree":${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}}`],
    ['ten megabytes', JSON.stringify({ text: 'line of a dump\n'.repeat(660_000) })],
    ['a million names', `{${Array.from({ length: 1_000_000 }, (_one, at) => `"n${at}":1`).join()}}`],
  ])('%s are parsed in more than one task, and can be decided', async (_title, argsText) => {
    let tasks = 0
    const beat = setInterval(() => {
      tasks += 1
    })
    const { sent } = await renderBar({ argsText })
    await screen.findAllByRole('button', { name: /^Show (exact text|all 1,000,000 lines)$/ })
    await armed('Reject and stop')
    clearInterval(beat)
    fireEvent.click(button('Reject and stop'))
    await waitFor(() => expect(sent).toHaveLength(1))
    expect(tasks).toBeGreaterThan(1)
  })
})

describe('the names of arguments', () => {
  const namesOf = (card: Element | undefined): readonly (string | null)[] =>
    [...card!.querySelectorAll('dt')].map((one) => one.textContent)
  const titled = (properties: Record<string, unknown>, args: object): Partial<PendingIntervention> => ({
    tool: { name: 'run', inputSchema: { type: 'object', properties } },
    argsText: JSON.stringify(args),
  })

  it('are the titles of the schema, at any depth, and raw keys without them', async () => {
    const address = { type: 'object', properties: { zip: { title: 'Postal code' } } }
    const [card] = await renderCalls([
      titled(
        { to: { title: 'Recipient' }, all: { title: 'All', items: address }, cc: { type: 'string' } },
        { to: 'ana', cc: 'bo', all: [{ zip: 1 }], other: true },
      ),
    ])
    expect(namesOf(card)).toEqual(['Recipient', 'cc', 'All', 'Postal code', 'other'])
    fireEvent.click(within(card!).getByRole('button', { name: 'Show exact text' }))
    expect(card!.querySelector('[data-part="raw"]')).toHaveTextContent('{"to":"ana","cc":"bo"')
  })

  it('are raw keys where two arguments share a title, or one is titled as another', async () => {
    const cards = await renderCalls([
      titled({ a: { title: 'Name' }, b: { title: 'Name' } }, { a: 1, b: 2 }),
      titled({ from: { title: 'to' }, to: {} }, { from: 1, to: 2 }),
    ])
    expect(cards.map(namesOf)).toEqual([
      ['a', 'b'],
      ['from', 'to'],
    ])
  })

  it.each([[{ title: 5 }], [{ title: ' ' }], [null], ['to'], [{ properties: null }]])(
    'are raw keys if the schema says %j of it',
    async (schema) => {
      const [card] = await renderCalls([titled({ to: schema }, { to: { in: 1 } })])
      expect(namesOf(card)).toEqual(['to', 'in'])
    },
  )
})

it('makes no request from arguments', async () => {
  const fetched = vi.spyOn(globalThis, 'fetch')
  const hostile = '<img src="http://evil.example/x"><a href="javascript:alert(1)">![x](http://evil.example/y)'
  const [card] = await renderCalls([
    { argsText: JSON.stringify({ [hostile]: hostile }), why: { text: hostile, by: 'agent' } },
  ])
  expect(card!.querySelector('img, a, script, iframe, link')).toBeNull()
  expect(fetched).not.toHaveBeenCalled()
})

it.each([
  ['agent', "Assistant's reason: It is safe."],
  ['policy', 'Policy: It is safe.'],
  ['unknown', 'Reason: It is safe.'],
] as const)('shows the source of a reason by %s', async (by, shown) => {
  const [card] = await renderCalls([{ why: { text: 'It is safe.', by } }])
  expect(card!.querySelector('[data-part="why"]')).toHaveTextContent(shown)
})

it('does not offer to approve unknown arguments', async () => {
  const [card] = await renderCalls([{ argsText: null }])
  expect(card!.querySelector('[data-part="arguments"]')).toHaveTextContent(/didn't say which arguments/)
})

const marked = (): readonly (string | null)[] =>
  [...screen.getByRole('group', { name: 'Arguments' }).querySelectorAll('del, ins')].map(
    (one) => one.textContent,
  )

describe('a call that changed', () => {
  it('has its former text beside that of now, and all the rest as it is', async () => {
    const { changes } = await renderBar({ argsText: '{"path":"a","text":"one\\ntwo\\nthree","old":1}' })
    await changes({ revision: 'rev_2', argsText: '{"path":"a","text":"one\\n2\\nthree","mode":"w"}' })
    expect(marked()).toEqual(['Before two', 'Now 2', 'Now w', 'Before 1'])
    const names = [...document.querySelectorAll('dt')].map((one) => one.textContent)
    expect(names).toEqual(['path', 'text', 'mode', 'old'])
    expect(document.querySelectorAll('dd')[1]).toHaveTextContent('oneBefore twoNow 2three')
  })

  it('hides its former text, and brings it back', async () => {
    const { changes } = await renderBar({ argsText: '{"path":"a"}' })
    await changes({ revision: 'rev_2', argsText: '{"path":"b"}' })
    fireEvent.click(button('Hide changes'))
    expect(marked()).toEqual([])
    expect(document.querySelector('dd')).toHaveTextContent(/^b$/)
    fireEvent.click(button('Show changes'))
    await waitFor(() => expect(marked()).toEqual(['Before a', 'Now b']))
  })

  it('marks its next change too, after the last one was hidden', async () => {
    const { changes } = await renderBar({ argsText: '{"path":"a"}' })
    await changes({ revision: 'rev_2', argsText: '{"path":"b"}' })
    fireEvent.click(button('Hide changes'))
    await changes({ revision: 'rev_3', argsText: '{"path":"c"}' })
    expect(marked()).toEqual(['Before a', 'Now c'])
  })

  it('shows no mark in its exact text', async () => {
    const { changes } = await renderBar({ argsText: '{"path":"a"}' })
    await changes({ revision: 'rev_2', argsText: '{"path":"b"}' })
    fireEvent.click(button('Show exact text'))
    expect(marked()).toEqual([])
    expect(document.querySelector('[data-part="raw"]')?.textContent).toBe('{"path":"b"}')
    expect(screen.queryByRole('button', { name: 'Hide changes' })).toBeNull()
    fireEvent.click(button('Show as list'))
    await waitFor(() => expect(marked()).toEqual(['Before a', 'Now b']))
  })

  it('hides the middle of what stays the same in a long text, until everything is shown', async () => {
    const page = (rate: string): string =>
      JSON.stringify({ text: `${'same\n'.repeat(300)}rate ${rate}\n${'same\n'.repeat(300)}` })
    const { changes } = await renderBar({ tool: destructive, argsText: page('19') })
    await changes({ revision: 'rev_2', argsText: page('21') })
    expect(marked()).toEqual(['Before rate 19', 'Now rate 21'])
    expect(screen.getAllByText('220 more lines')).toHaveLength(2)
    expect(button('Approve')).toHaveAttribute('aria-disabled', 'true')
    fireEvent.click(button('Open all 602 lines to approve'))
    await waitFor(() => expect(screen.queryByText('220 more lines')).toBeNull())
    expect(button('Approve')).not.toHaveAttribute('aria-disabled')
  })
})

it('a change in a list shows its lines', async () => {
  const sql = 'begin;\nupdate t set a = 1;\ncommit;'
  const { changes } = await renderBar({ argsText: JSON.stringify({ a: [{ sql }], b: 'c: 1\nd: 2' }) })
  await changes({
    revision: 'rev_2',
    argsText: JSON.stringify({ a: [{ sql: sql.replace('= 1', '= 2') }], b: 'c: 1\nd: 3' }),
  })
  expect(marked()).toEqual([
    expect.stringMatching(/^Before +update t set a = 1;$/),
    expect.stringMatching(/^Now +update t set a = 2;$/),
    'Before d: 2',
    'Now d: 3',
  ])
})

it('an object in the place of a text that reads the same is a change', async () => {
  const { changes } = await renderBar({ argsText: JSON.stringify({ a: 'b: x\nc: y' }) })
  await changes({ revision: 'rev_2', argsText: JSON.stringify({ a: { b: 'x', c: 'y' } }) })
  expect(marked()).toHaveLength(2)
})
