import { GatewayError } from 'intervention-bar'
import { agentThatAsks, calls } from 'intervention-bar/mocks'
import { lazy, useEffect, useState } from 'react'
import { beforeEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { longArguments } from '../../support/longArguments.ts'
import { takeConsole } from '../../support/failOnConsole.ts'
import { outline } from '../support/outline.ts'
import { armed, focusables, openChat, part, press, shows } from '../support/openChat.tsx'

beforeEach(() => page.viewport(800, 700))

const mail = { ...calls.sendMail, editable: true }

describe('semantics', () => {
  it('C4: the live regions are there and empty before the first call, and outlive the bar', async () => {
    const { mock } = openChat({ isQuiet: true })
    const regions = [...document.querySelectorAll<HTMLElement>('[data-part="announcer"]')]
    expect(regions.map((one) => [one.getAttribute('aria-live'), one.textContent])).toEqual([
      ['polite', ''],
      ['assertive', ''],
    ])
    mock.say('demo', 'go')
    await press('reject')
    await shows(/You rejected/)
    expect([...document.querySelectorAll('[data-part="announcer"]')]).toEqual(regions)
  })

  it('C7: there is no landmark while nothing waits, and one with a name of its own then', async () => {
    const { mock } = openChat({ isQuiet: true })
    expect(await outline()).toEqual([])
    mock.say('demo', 'go')
    await armed()
    await expect
      .poll(async () => (await outline()).filter((line) => line.startsWith('region')))
      .toEqual(['region "Approval needed"'])
  })

  it('C8: a decision on its way is aria-disabled and says so, and is never disabled', async () => {
    const words = { approve: 'Approving…', reject: 'Rejecting…', reject_continue: 'Rejecting…' }
    for (const [name, word] of Object.entries(words)) {
      const { unmount } = openChat({ faults: [{ name: 'never_answers', times: 3 }] })
      await press(name)
      await expect.poll(() => part(name).textContent).toBe(word)
      for (const one of Object.keys(words)) expect(part(one)).toHaveAttribute('aria-disabled', 'true')
      expect(document.querySelectorAll('[data-part="bar"] :disabled').length).toBe(0)
      unmount()
    }
  })
})

describe('keyboard', () => {
  it('D1: from the composer one key leads to the bar, one chord approves, and focus comes back', async () => {
    const { composer, mock } = openChat()
    await armed()
    composer.focus()
    await userEvent.keyboard('{F6}')
    await userEvent.keyboard('{Control>}{Enter}{/Control}')
    await expect.poll(() => mock.executions.length).toBe(1)
    await expect.poll(() => document.activeElement).toBe(composer)
  })

  it('D3: each action of the pointer takes at most five keys from the heading', async () => {
    openChat({ agent: agentThatAsks(mail, mail) })
    await armed()
    const walk = focusables(part('bar')).map((one) => one.dataset['part'] ?? '')
    const chords = ['approve', 'reject', 'reject_continue']
    const far = walk.filter((name, at) => {
      const fromStart = at + 1
      return !chords.includes(name) && Math.min(fromStart, walk.length - at) > 5
    })
    expect(far).toEqual([])
    for (const name of chords) expect(part(name)).toHaveAttribute('aria-keyshortcuts')
  })
})

describe('content', () => {
  const payloads: Readonly<Record<string, string>> = {
    'an empty object': '{}',
    'an empty list': '[]',
    null: 'null',
    'a text': '"rm -rf /"',
    'a number': '1192837465019283746',
    nested: '{"a":{"b":{"c":{"d":{"e":["x",{"f":null}]}}}}}',
    'lines in a list': '{"changes":[{"sql":"begin;\\nupdate t;\\ncommit;"}]}',
    'no JSON': '{"to": "ana',
    'twice the same key': '{"a":1,"a":2}',
    'like binary': JSON.stringify({ data: 'AAECAwQFBgcICQ==\\u0001'.repeat(20) }),
    'ten thousand characters': JSON.stringify({ body: 'word '.repeat(2_000) }),
    '100 kB': JSON.stringify({ body: 'a line of text\n'.repeat(7_000) }),
  }
  it.each(Object.entries(payloads))(
    'F1: every character can be read on the screen: %s',
    async (_name, argsText) => {
      openChat({ agent: agentThatAsks({ tool: { name: 'dump' }, argsText }) })
      await armed('reject')
      if (part('raw_toggle')) await userEvent.click(part('raw_toggle'))
      if (part('show_all')) await userEvent.click(part('show_all'))
      await expect
        .poll(() => {
          const all = document.querySelector('[data-part="raw"]') ?? part('content')
          return all.textContent
        })
        .toBe(argsText)
    },
  )

  it('F3: hostile text is inert, and nothing is fetched for it', async () => {
    const body = [
      '<img src=/evil.png onerror=alert(1)><script>alert(1)</script>',
      '![x](https://evil.example/x.png) [y](javascript:alert(1))',
      'abc\u202Etxt.exe \u200B\u200B \u001B[31mred',
      'x'.repeat(1_000_000),
    ].join('\n')
    const before = performance.getEntriesByType('resource').length
    const work = watchWork()
    openChat({ agent: agentThatAsks({ tool: { name: 'dump' }, args: { body } }) })
    await armed('reject')
    for (const raw of [false, true]) {
      if (raw) await userEvent.click(part('raw_toggle'))
      expect(document.querySelectorAll('[data-part="arguments"] :is(img, script, a, iframe)').length).toBe(0)
      const { textContent } = part('arguments')
      for (const shown of [
        '⟦U+202E⟧',
        '⟦U+200B⟧',
        raw ? '\\u001b' : '⟦U+001B⟧',
        '<img src=/evil.png',
        '![x](',
      ]) {
        expect(textContent).toContain(shown)
      }
    }
    const fetched = performance.getEntriesByType('resource').slice(before)
    expect(fetched.filter(({ name }) => /evil/.test(name))).toEqual([])
    // No freeze: a page lays out as little of a line of a megabyte as of a short text, and no task holds more.
    expect(work.end()).toBeLessThan(20_000)
  })

  /** The most characters that the page had to lay out at once. */
  function watchWork(): { readonly end: () => number } {
    let most = 0
    const observer = new MutationObserver(() => {
      most = Math.max(most, part('bar')?.textContent.length ?? 0)
    })
    observer.observe(document.body, { childList: true, subtree: true, characterData: true })
    return {
      end: () => {
        observer.disconnect()
        return most
      },
    }
  }

  it('F4: the arguments that run are those that are shown, edited or not', async () => {
    const argsText = '{"id":9007199254740993,"to":"ana@example.com"}'
    const { mock } = openChat({ agent: agentThatAsks({ tool: { name: 'pay' }, argsText, editable: true }) })
    await armed()
    await userEvent.click(part('more'))
    await userEvent.click(page.getByRole('menuitem', { name: /Edit/ }))
    const field = page.getByRole('textbox', { name: /^to/ })
    await userEvent.fill(field, 'ben@example.com')
    await press('approve')
    await expect.poll(() => mock.executions.length).toBe(1)
    const edited = '{"id":9007199254740993,"to":"ben@example.com"}'
    expect(mock.executions[0]).toMatchObject({ argsText: edited })
    expect(mock.read('demo').interventions[0]).toMatchObject({ argsText, resolution: { argsText: edited } })
  })

  it('F5: a tool that says nothing of its effects is told as unknown', async () => {
    openChat({ agent: agentThatAsks({ tool: { name: 'mystery' }, args: { a: 1 } }) })
    await armed()
    expect(part('risks')).toHaveTextContent('Effects unknown')
  })

  it('F6: nothing says that it is approved before the server has said so', async () => {
    let answer = (): void => undefined
    const answered = new Promise<void>((resolve) => (answer = resolve))
    openChat({
      wrap: (gateway) => ({
        ...gateway,
        resumeTimeoutMs: 60_000,
        resume: async (...given) => {
          await answered
          return gateway.resume(...given)
        },
      }),
    })
    await press('approve')
    await new Promise((resolve) => setTimeout(resolve, 700))
    expect(document.body).not.toHaveTextContent('You approved')
    answer()
    await shows(/You approved/)
  })

  it('F7: a renderer that breaks in any way leaves the exact text and each decision', async () => {
    const broken = (): never => {
      throw new Error('broken')
    }
    const breaks: Readonly<Record<string, () => React.ReactElement>> = {
      'while it is drawn': broken,
      'after it is drawn': () => {
        useEffect(broken)
        return <p>Pay</p>
      },
      'a moment later': () => {
        const [isOver, setOver] = useState(false)
        useEffect(() => {
          const timer = setTimeout(() => setOver(true), 50)
          return () => clearTimeout(timer)
        }, [])
        return isOver ? broken() : <p>Pay</p>
      },
      'by what it returns': () => ({ text: 'Pay' }) as unknown as React.ReactElement,
      'by showing nothing': () => <p hidden>Pay</p>,
      'while it is fetched': lazy(broken) as unknown as () => React.ReactElement,
    }
    // The last one, because it stops the task.
    const decisionOf = (at: number): string =>
      at === kinds.length - 1 ? 'reject' : (['approve', 'reject_continue'][at % 2] ?? '')
    const kinds = Object.keys(breaks)
    const { mock } = openChat({
      agent: agentThatAsks(...kinds.map((name) => ({ tool: { name }, argsText: JSON.stringify({ name }) }))),
      renderers: Object.entries(breaks).map(([match, component]) => ({ match, component })),
    })
    for (const [at, name] of kinds.entries()) {
      await expect.poll(() => part('raw')?.textContent).toBe(JSON.stringify({ name }))
      await press(decisionOf(at))
      await expect.poll(() => mock.read('demo').interventions[at]?.status).not.toBe('pending')
    }
    takeConsole()
    expect(mock.read('demo').interventions.map(({ status }) => status)).toEqual([
      ...['approved', 'rejected_continue', 'approved', 'rejected_continue', 'approved', 'rejected'],
    ])
  })
})

const failures = {
  offline: { code: 'offline', applied: 'no' },
  refused: { code: 'unavailable', applied: 'no' },
  'no answer': { code: 'timeout', applied: 'unknown' },
  'signed out': { code: 'unauthenticated', applied: 'no' },
  'no permission': { code: 'forbidden', applied: 'no' },
  'an invalid field': {
    code: 'invalid',
    applied: 'no',
    fields: [{ path: '/to', message: 'Not an address.' }],
  },
  'too many': { code: 'rate_limited', applied: 'no', retryAfterMs: 60_000 },
  'another tab': { code: 'in_progress', applied: 'no' },
  'a used key': { code: 'key_reused', applied: 'no' },
  'an unknown call': { code: 'not_found', applied: 'no' },
  'an older server': { code: 'unsupported', applied: 'no' },
  'an answer that cannot be read': { code: 'protocol', applied: 'unknown' },
} as const satisfies Record<string, ConstructorParameters<typeof GatewayError>[0]>

describe('failure', () => {
  it('G1: each failure has its text, its way on, the focus where it was, and is told once', async () => {
    const told: Record<string, readonly unknown[]> = {}
    for (const [name, failure] of Object.entries(failures)) {
      const { unmount } = openChat({
        wrap: (gateway) => ({
          ...gateway,
          resume: async () => {
            throw new GatewayError(failure)
          },
        }),
      })
      await press('approve')
      await expect.poll(() => part('error'), { timeout: 15_000 }).not.toBeNull()
      await expect.poll(() => document.querySelector('[aria-live="assertive"]')!.textContent).not.toBe('')
      told[name] = [
        part('error').textContent,
        part('approve').textContent,
        document.activeElement === part('approve'),
        document.querySelectorAll('[aria-live="assertive"] > *').length,
      ]
      unmount()
      // Developers are told of an answer that cannot be read.
      if (failure.code === 'protocol') takeConsole()
    }
    expect(told).toMatchInlineSnapshot(`
      {
        "a used key": [
          "The server couldn't continue. Nothing has run. Try again.",
          "Try again",
          true,
          1,
        ],
        "an answer that cannot be read": [
          "Your approval was sent, but there's no answer yet. It may have run. Trying again is safe.",
          "Try again",
          true,
          1,
        ],
        "an invalid field": [
          "The server couldn't take this decision. to: Not an address. Nothing has run. Try again.",
          "Try again",
          true,
          1,
        ],
        "an older server": [
          "The server can't do this. Nothing has run. Try again.",
          "Try again",
          true,
          1,
        ],
        "an unknown call": [
          "The server doesn't know this request. Nothing has run. Try again.",
          "Try again",
          true,
          1,
        ],
        "another tab": [
          "This is being decided in another tab. Nothing was sent from here. Look there, or wait for the result.",
          "Try again",
          true,
          1,
        ],
        "no answer": [
          "Your approval was sent, but there's no answer yet. It may have run. Trying again is safe.",
          "Try again",
          true,
          1,
        ],
        "no permission": [
          "You don't have permission to approve this. Nothing has run.",
          "Try again",
          true,
          1,
        ],
        "offline": [
          "You're offline. Your decision hasn't been sent. Try again.",
          "Try again",
          true,
          1,
        ],
        "refused": [
          "The server couldn't continue. Nothing has run. Try again.",
          "Try again",
          true,
          1,
        ],
        "signed out": [
          "You're signed out. Nothing has run. Try again.",
          "Try again",
          true,
          1,
        ],
        "too many": [
          "The server asks to slow down. Nothing has run. Try again.",
          "Try again",
          true,
          1,
        ],
      }
    `)
  })

  it('G3: a note survives a failure and another card', async () => {
    const first = openChat({ agent: agentThatAsks(mail, mail), faults: [{ name: 'refused' }] })
    await armed()
    await userEvent.click(part('reason_open'))
    await userEvent.keyboard('not to this address')
    await press('reject_continue')
    await shows(/Nothing has run/)
    const note = (): string | undefined => part('reason')?.querySelector('textarea')?.value
    expect(note()).toBe('not to this address')
    await userEvent.click(page.getByRole('button', { name: 'Next request' }))
    await userEvent.click(page.getByRole('button', { name: 'Previous request' }))
    await expect.poll(note).toBe('not to this address')
    expect(first.sent()).toBe(1)
  })

  it('G4: without an answer the bar says that it may have run, and the next try is the same request', async () => {
    const { mock, sent } = openChat({ faults: [{ name: 'never_answers', times: 3 }] })
    await press('approve')
    await shows(/It may have run/)
    await userEvent.click(await armed())
    await shows(/You approved/)
    expect([sent(), mock.executions.length]).toEqual([1, 1])
  })
})

it.each(Object.entries(longArguments))('F1: %s keep the decisions in reach', async (_name, argsText) => {
  openChat({ agent: agentThatAsks({ tool: { name: 'dump' }, argsText: argsText() }) })
  await armed('reject')
  expect(part('reject').getBoundingClientRect().bottom).toBeLessThanOrEqual(innerHeight)
})
