import { type Forms, formatsOf } from '../../src/locales/formats.ts'
import { editorWords } from '../../src/locales/editorWords.ts'
import { en } from 'intervention-bar/locales/en'
import { describe, expect, it } from 'vitest'
import type { Messages } from '../../src/locales/messages.ts'
import { historyWords } from '../../src/locales/historyWords.ts'
import { listWords } from '../../src/locales/listWords.ts'
import { previewWords } from '../../src/locales/previewWords.ts'
import { rememberWords } from '../../src/locales/rememberWords.ts'
import { settingsWords } from '../../src/locales/settingsWords.ts'
import { shortcutWords } from '../../src/locales/shortcutWords.ts'
import { waitingWords } from '../../src/locales/waitingWords.ts'
import { aCard } from '../support/fixtures.ts'
import { languages } from '../support/languages.ts'

const parts = {
  editor: editorWords,
  history: historyWords,
  keys: shortcutWords,
  list: listWords,
  previews: previewWords,
  remember: rememberWords,
  settings: settingsWords,
  waiting: waitingWords,
}
const about = ['locale', 'direction', 'reviewedBy', 'keyNames']
const counts = [0, 1, 2, 3, 5, 11, 21, 100, 1_000_000]
const decisions = ['approved', 'rejected', 'rejected_continue', 'answered'] as const
const codes = [
  'offline',
  'unauthenticated',
  'not_found',
  'invalid',
  'unsupported',
  'rate_limited',
  'unavailable',
  'timeout',
  'protocol',
] as const

/** The names of all texts, also of those in records. */
function namesIn(words: object, skip: readonly string[] = []): string[] {
  return Object.entries(words)
    .filter(([name]) => !skip.includes(name))
    .flatMap(([name, value]: readonly [string, unknown]) =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.keys(value).map((key) => `${name}.${key}`)
        : [name],
    )
    .toSorted()
}

/** The texts that need no value. */
function plainTexts(words: object): string[] {
  return Object.values(words).flatMap((value: unknown) =>
    typeof value === 'string'
      ? [value]
      : typeof value === 'object' && value !== null
        ? plainTexts(value)
        : typeof value === 'function' && value.length === 0
          ? [String(Reflect.apply(value, undefined, []) ?? '')]
          : [],
  )
}

/** The texts with a number in them. */
function counted(words: Messages, count: number): string[] {
  const lines = { characters: 1, lines: count }
  return [
    words.heading(count, 0),
    words.heading(count, count),
    words.heading(count, 1),
    words.unreadable(count, true),
    words.showFirst(count + 10),
    words.showAll(count + 10),
    words.hidden({ characters: count, lines: 0 }),
    words.hidden(lines),
    words.hiddenArguments(count),
    words.invisible(count),
    words.more(count),
    words.approveEdited(count),
    words.hiddenValue({ characters: count, by: 'tool' } as never),
    words.hiddenValues(Array.from({ length: Math.min(count, 100) }) as never),
    words.settled('approved', count, 'A', count),
    words.arrived(
      Array.from({ length: Math.min(count, 100) }, () => 't'),
      [],
    ),
    words.position(count, count),
  ]
}

const sentencesOf = (text: string, locale: string): string[] =>
  [...new Intl.Segmenter(locale, { granularity: 'sentence' }).segment(text)].map(({ segment }) =>
    segment.trim(),
  )

// English in the shape of the others.
const english: (typeof languages)[number] = {
  ...en,
  ...parts,
  locale: 'en-GB',
  direction: 'ltr',
  reviewedBy: null,
}

describe.each(languages.map((words) => [words.locale, words] as const))('%s', (locale, words) => {
  it('says that requests that could not be read have not run only while they wait', () => {
    for (const all of [1, 2, 3, 11, 100]) {
      const [first, second, ...more] = sentencesOf(words.unreadable(all, true), locale)
      expect(words.unreadable(all, false)).toBe(first)
      expect([second, more]).toEqual([expect.any(String), []])
    }
  })

  it('rule H2: has each text of English, and no other', () => {
    expect(namesIn(words, [...about, ...Object.keys(parts)])).toEqual(namesIn(en))
    for (const [name, part] of Object.entries(parts))
      expect(namesIn(Reflect.get(words, name) as object)).toEqual(namesIn(part))
  })

  it('rule H7: says its direction, and that nobody who speaks it has read it yet', () => {
    expect(words.direction).toBe(['ar', 'he'].includes(locale) ? 'rtl' : 'ltr')
    expect(words.reviewedBy).toBeNull()
  })

  it('has no English left', () => {
    const texts = [...plainTexts(words), ...counted(words, 3)]
    for (const text of texts) expect(text).not.toMatch(/\b(the|this|your|you|with|have|which)\b/i)
    const same = new Set(
      'Assistant Arguments Note Code Form Was: Action Bcc Database File Headers Text Type'.split(' '),
    )
    const englishTexts = new Set([...plainTexts(en), ...Object.values(parts).flatMap(plainTexts)])
    const left = texts.filter((text) => text.length > 2 && englishTexts.has(text) && !same.has(text))
    expect(left).toEqual([])
  })
})

describe.each([...languages, english].map((words) => [words.locale, words] as const))(
  '%s',
  (locale, words) => {
    it('rule H3: has a text for each number, with the number as the language writes it', () => {
      for (const count of counts) {
        for (const text of counted(words, count)) {
          expect(text).not.toBe('')
          expect(text).not.toMatch(/undefined|NaN|[#{}]/)
        }
      }
      for (const count of [3, 100, 999, 1_000, 9_999, 12_345, 1_234_567]) {
        expect(words.more(count)).toContain(new Intl.NumberFormat(locale).format(count))
      }
    })

    it('rule H2: has one form for each kind of number that the language tells apart', () => {
      const rules = new Intl.PluralRules(locale)
      const forms = new Map<string, Set<string>>()
      for (const count of [...counts, 7, 22, 103]) {
        const kind = rules.select(count)
        const form = words.more(count).replaceAll(new Intl.NumberFormat(locale).format(count), '#')
        forms.set(kind, (forms.get(kind) ?? new Set()).add(form))
      }
      for (const some of forms.values()) expect(some.size).toBe(1)
      const different = new Set([...forms.values()].flatMap((some) => [...some]))
      // Turkish has two kinds of numbers, and one form of a noun after both.
      expect(different.size).toBe(locale === 'tr' ? 1 : forms.size)
    })

    it('rule C6: says nothing that is longer than 160 characters', () => {
      const name = `${'x'.repeat(60)}…`
      const failures = decisions.flatMap((decision) => [
        words.failure({ code: 'timeout', applied: 'unknown' }, decision),
        ...[...codes, 'forbidden' as const, 'in_progress' as const].map((code) =>
          words.failure({ code, applied: 'no' }, decision),
        ),
      ])
      const spoken = [
        words.arrived([name], [], 'Ctrl+Shift+F6'),
        words.arrived([], [name], 'Ctrl+Shift+F6'),
        words.arrived([name, name], [name], 'Ctrl+Shift+F6'),
        ...decisions.map((decision) => words.settled(decision, 12, 'Assistant', 12, name)),
        ...decisions.map((decision) => words.notStarted(decision, 'Assistant')),
        words.expiring.minute(name),
        words.expiring.seconds(name),
        words.changed,
        words.earlier,
        ...Object.values(words.stopFailed),
        ...Object.values(words.busy).map((say) => say('Assistant')),
        ...Object.values(words.ended).map((say) => say('Assistant')),
        ...failures,
      ]
      expect(spoken.filter((text) => text.length > 160)).toEqual([])
    })

    it('rule H5: says of each failure what happened, whether it ran, and what to do', () => {
      const { failure } = words
      for (const decision of decisions) {
        const all = codes.map((code) => sentencesOf(failure({ code, applied: 'no' }, decision), locale))
        for (const some of all) expect(some).toHaveLength(3)
        expect(new Set(all.map(([cause]) => cause)).size).toBe(codes.length)
        // Offline, the decision was not even sent.
        expect(new Set(all.map(([, ran]) => ran)).size).toBe(2)
        expect(new Set(all.map(([, , next]) => next)).size).toBe(1)
        const unknown = failure({ code: 'timeout', applied: 'unknown' }, decision)
        expect(sentencesOf(unknown, locale).length).toBeGreaterThanOrEqual(3)
        const forbidden = failure({ code: 'forbidden', applied: 'no' }, decision)
        expect(sentencesOf(forbidden, locale)).toHaveLength(2)
        const busy = failure({ code: 'in_progress', applied: 'no' }, decision)
        expect(sentencesOf(busy, locale)).toHaveLength(3)
        const fields = [{ path: '/a', message: 'Field.' }]
        expect(failure({ code: 'invalid', applied: 'no', fields }, decision)).toContain('Field.')
      }
    })

    it('tells the decisions apart, and names them alike everywhere', () => {
      expect(new Set(Object.values(words.decisions)).size).toBe(4)
      const pause = { answering: 'together', siblings: 'independent' } as const
      for (const decision of decisions) {
        const text = words.siblings({ pause, calls: [], choice: { decision }, left: 2 })
        expect(text).toContain(words.decisions[decision])
      }
      expect(words.approveAnd('always', 0)).toContain(words.decisions.approved)
      expect(words.approveAnd('always', 2)).toContain(words.approveEdited(2))
    })

    it('keeps the direction of a name from its sentence, where the language runs from right to left', () => {
      const [open, close] = words.direction === 'rtl' ? ['\u2068', '\u2069'] : ['', '']
      const resolution = { at: 0, by: { id: '1', name: 'Maya' } }
      const texts = [
        words.receipt({ ...aCard(), status: 'approved', resolution }, 'rm()', true, 'A'),
        words.arrived(['rm()'], []),
        words.confirm('rm()', null, true),
        words.confirm('rm()', null, false),
        words.inOrder('rm()'),
        words.expiring.minute('rm()'),
        words.wants('rm()')[0],
        words.remember.scope.always('rm()'),
        words.settled('approved', 1, 'A', 1, 'rm()'),
      ]
      for (const text of texts) expect(text).toContain(`${open}rm()${close}`)
    })

    it('writes times and lists in its own way', () => {
      const at = Date.UTC(2026, 10, 30, 14, 2)
      const time = new Intl.DateTimeFormat(locale, { timeStyle: 'short' }).format(at)
      const resolution = { at, by: { id: '1', name: 'Maya' } }
      for (const status of decisions) {
        const receipt = words.receipt({ ...aCard(), status, resolution }, 'send_mail', false, 'A')
        expect(receipt).toContain('Maya')
        expect(receipt).toContain('send_mail')
        expect(receipt).toContain(time)
      }
      expect(words.expires(at, 'long', at - 5 * 3_600_000)[0]).toContain(time)
      expect(words.decided(['approved', 'rejected', 'expired'])).toMatch(/1.+1.+1/)
    })
  },
)

const verbs =
  "Add Answer Approve Cancel Copy Decide Discard Don't Edit Give Hide Keep Load Open Reject See Show Stop Try"
it('rule H4: a button of English begins with a verb, in four words or fewer, and is no Yes, No or OK', () => {
  const { addNote, approveAnyway, cancel, copyDetails, decline, discardEdits, dismiss, dismissAll, edit } = en
  const { hideAgain, hideChanges, keepAnswer, keepEdits, keepOpen, later, open, openAndContinue } = en
  const { openAgain, rejectWithNote, reread, seeAll, show, showAsList, showChanges, showEdits } = en
  const { showExactText, showLess, showPreview, stop, tryAgain, revealHidden } = en
  const labels = [
    ...[addNote, approveAnyway, cancel, copyDetails, decline, discardEdits, dismiss, dismissAll, edit],
    ...[hideAgain, hideChanges, keepAnswer, keepEdits, keepOpen, later, open, openAndContinue, openAgain],
    ...[rejectWithNote, reread, seeAll, show, showAsList, showChanges, showEdits, showExactText, showLess],
    ...[showPreview, stop, tryAgain, revealHidden, en.approveEdited(3), ...Object.values(en.decisions)],
  ]
  for (const label of labels) {
    expect(label).toMatch(new RegExp(`^(${verbs.replaceAll(' ', '|')})\\b`))
    expect(label.split(' ').length).toBeLessThanOrEqual(4)
  }
})

it('rule H6: the sentences of English need eight years of school or fewer', () => {
  const failures = codes.map((code) => en.failure({ code, applied: 'no' }, 'approved'))
  const texts = [...plainTexts(en), ...Object.values(parts).flatMap(plainTexts), ...failures]
  const sentences = texts
    .flatMap((text) => sentencesOf(text, 'en'))
    .filter((one) => one.endsWith('.') && one.split(' ').length > 3)
  const all = sentences.flatMap((one) => one.toLowerCase().match(/[a-z']+/g) ?? [])
  const syllables = all.reduce(
    (sum, word) =>
      sum +
      Math.max(1, word.replace(/(?:[^laeiouy]es|ed|[^laeiouy]e)$/, '').match(/[aeiouy]+/g)?.length ?? 1),
    0,
  )
  // Flesch and Kincaid.
  const grade = 0.39 * (all.length / sentences.length) + 11.8 * (syllables / all.length) - 15.59
  expect(sentences.length).toBeGreaterThan(40)
  expect(grade).toBeLessThanOrEqual(8)
})

it('no form of a language can be left out or added', () => {
  const { count } = formatsOf('ru')
  // @ts-expect-error -- Russian has more forms.
  const few: Forms<'ru'> = { one: '# b', other: '# d' }
  // @ts-expect-error -- Japanese has one form.
  const many: Forms<'ja'> = { one: '# a', other: '# b' }
  expect([count(21, few), many.other]).toEqual(['21 b', '# b'])
})

describe('words around a name and a number', () => {
  const by = Object.fromEntries(languages.map((words) => [words.locale, words]))
  it.each([
    // A name that a tool brings has no case ending.
    [
      'pl',
      (words: (typeof languages)[number]) => words.inOrder('Wyślij e-mail'),
      'Najpierw podejmij tę decyzję: Wyślij e-mail.',
    ],
    ['ru', (words) => words.inOrder('Отправить письмо'), 'Сначала примите это решение: Отправить письмо.'],
    [
      'ru',
      (words) => words.expiring.minute('Отправить письмо'),
      'Отправить письмо: срок истекает через 1 минуту.',
    ],
    // Nothing of the sentence may say that an answer still comes.
    ['es', (words) => words.declineHint('Ana'), 'No responder: Ana sigue adelante sin respuesta.'],
    ['pt-BR', (words) => words.declineHint('Ana'), 'Não responder: Ana segue em frente sem resposta.'],
    ['de', (words) => words.waiting.waiting(1, false), '1 wartet auf Sie'],
    ['de', (words) => words.waiting.waiting(2, false), '2 warten auf Sie'],
    ['nl', (words) => words.waiting.waiting(1, false), '1 wacht op je'],
    ['he', (words) => words.waiting.waiting(1, false), 'אחת ממתינה לך'],
  ] as const satisfies readonly (readonly [string, (words: (typeof languages)[number]) => string, string])[])(
    'in %s',
    (locale, text, expected) => {
      expect(text(by[locale]!)).toBe(expected)
    },
  )
})
