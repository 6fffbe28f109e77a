// Labels as Microsoft and Google have them in Polish: "Zatwierdź", "Odrzuć", "Anuluj", "Spróbuj ponownie".
import { formatsOf } from './formats.ts'
import { expiryWith, headingWith, hiddenWith, type Language, linesWith } from './language.ts'

const formats = /* @__PURE__ */ formatsOf('pl')
const { count } = formats

const characters = (all: number): string =>
  count(all, {
    one: 'jeszcze # znak',
    few: 'jeszcze # znaki',
    many: 'jeszcze # znaków',
    other: 'jeszcze # znaku',
  })

/** Polish. */
export const pl: Language = {
  locale: 'pl',
  direction: 'ltr',
  reviewedBy: null,
  onDemand: () => import('./more/pl.ts').then((all) => all.more),
  assistant: 'Asystent',
  verb: () => undefined,
  sentence: () => undefined,
  rejecting: {
    rejected: () => 'Zatrzymaj: zadanie się kończy.',
    rejected_continue: (assistant) => `Kontynuuj: ${assistant} otrzyma tę informację i pracuje dalej.`,
  },
  decisions: {
    approved: 'Zatwierdź',
    rejected: 'Odrzuć i zatrzymaj',
    rejected_continue: 'Odrzuć i kontynuuj',
    answered: 'Odpowiedz',
  },
  argumentsNotTold:
    'Backend nie podał, z jakimi argumentami to zostałoby uruchomione, więc nie można tego zatwierdzić.',
  answerForToolHint: (assistant) =>
    `Narzędzie się nie uruchomi. ${assistant} otrzyma zamiast tego Twoją odpowiedź.`,
  openAndContinue: 'Otwórz i kontynuuj',
  decline: 'Nie odpowiadaj',
  declineHint: (assistant) => `Nie odpowiadaj: ${assistant} kontynuuje bez odpowiedzi.`,
  revealFirst: 'Pokaż ukryte wartości, aby zatwierdzić',
  showFirst: /* @__PURE__ */ linesWith('Otwórz wszystko, aby zatwierdzić', (lines) =>
    count(lines, {
      one: 'Otwórz # wiersz, aby zatwierdzić',
      few: 'Otwórz wszystkie # wiersze, aby zatwierdzić',
      many: 'Otwórz wszystkie # wierszy, aby zatwierdzić',
      other: 'Otwórz wszystkie # wiersza, aby zatwierdzić',
    }),
  ),
  actor: ({ name, relation, path: [path] }, assistant) =>
    relation === 'handoff' ? name : `${name} (dla: ${path ?? assistant})`,
  wants: (assistant) => [`${assistant} chce uruchomić `, ''],
  asks: (actor, question) =>
    question === undefined ? [`${actor} `, 'zadaje pytanie', ''] : [`${actor} pyta: `, question, ''],
  answer: 'Twoja odpowiedź',
  answerForTool: 'Odpowiedz zamiast narzędzia',
  opens: ['Otwiera ', ' w nowej karcie'],
  notOpened: 'Tego adresu nie można stąd otworzyć, ponieważ nie jest to https.',
  inOrder: (tool) => `Najpierw zdecyduj o ${tool}.`,
  source: (server) => `z ${server}`,
  agentReason: (agent) => `Uzasadnienie (${agent}):`,
  unreadable: (all) =>
    count(all, {
      one: '# żądania nie można odczytać, więc nie jest pokazane. Nie zostało uruchomione.',
      few: '# żądań nie można odczytać, więc nie są pokazane. Nie zostały uruchomione.',
      many: '# żądań nie można odczytać, więc nie są pokazane. Nie zostały uruchomione.',
      other: '# żądania nie można odczytać, więc nie jest pokazane. Nie zostało uruchomione.',
    }),
  heading: /* @__PURE__ */ headingWith(
    'Aktywność',
    'Potrzebne zatwierdzenie',
    'Potrzebna odpowiedź',
    (all) =>
      count(all, {
        one: 'Potrzebne # zatwierdzenie',
        few: 'Potrzebne # zatwierdzenia',
        many: 'Potrzebne # zatwierdzeń',
        other: 'Potrzebne # zatwierdzenia',
      }),
    (all) =>
      count(all, {
        one: 'Potrzebna # odpowiedź',
        few: 'Potrzebne # odpowiedzi',
        many: 'Potrzebne # odpowiedzi',
        other: 'Potrzebne # odpowiedzi',
      }),
    (all) =>
      count(all, {
        one: 'Potrzebna # decyzja',
        few: 'Potrzebne # decyzje',
        many: 'Potrzebne # decyzji',
        other: 'Potrzebne # decyzji',
      }),
  ),
  pager: 'Oczekujące żądania',
  position: (at, total) => `Żądanie ${at} z ${total}`,
  seeAll: 'Pokaż wszystkie',
  previous: 'Poprzednie żądanie',
  next: 'Następne żądanie',
  showMore: 'Więcej',
  overflow: 'Więcej',
  risks: {
    destructive: 'Może usunąć lub nadpisać',
    outside: 'Korzysta z usług zewnętrznych',
    read_only: 'Niczego nie zmienia',
    unknown: 'Skutki nieznane',
  },
  riskClaim: 'według narzędzia, niesprawdzone',
  howLong: 'Jak długo obowiązuje zgoda',
  scopes: { once: 'Raz', operation: 'To zadanie', session: 'Ten czat', always: 'Zawsze' },
  why: { agent: 'Uzasadnienie asystenta:', policy: 'Zasada:', unknown: 'Uzasadnienie:' },
  stop: 'Zatrzymaj zadanie',
  reread: 'Wczytaj ponownie',
  reason: (assistant) => `Przekaż, co ${assistant} ma zrobić zamiast tego`,
  addNote: 'Dodaj notatkę',
  approvalNote: {
    agent: (assistant) => `Zatwierdź: ${assistant} to przeczyta.`,
    record: (assistant) => `Zatwierdź: zapisane z Twoją decyzją. ${assistant} tego nie przeczyta.`,
    nobody: () => 'Zatwierdź: Twój tekst nie zostanie wysłany.',
  },
  keepOpen: 'Daj mi więcej czasu',
  more: characters,
  arguments: 'Argumenty',
  noArguments: 'Brak argumentów.',
  revealHidden: 'Pokaż ukryte wartości',
  busy: {
    running: (assistant) => `${assistant} pracuje…`,
    asking: () => 'Oczekiwanie na potwierdzenie…',
    sending: () => 'Wysyłanie Twojej decyzji…',
    not_taken: (assistant) => `Oczekiwanie, aż ${assistant} ją przejmie. Nic nie zostało uruchomione.`,
    checking: () => 'Sprawdzanie, czy Twoja decyzja dotarła. Nie musisz nic robić.',
  },
  connection: {
    connecting: 'Nie na żywo. Łączenie…',
    stale: 'Nie na żywo. To, co widzisz, może być nieaktualne.',
    stopped: 'Nie na żywo. Aktualizacje zostały przerwane.',
  },
  noPermission: (why) =>
    ['Nie możesz tego zatwierdzić.', why, 'Żądanie nadal czeka.'].filter(Boolean).join(' '),
  expires: /* @__PURE__ */ expiryWith(
    formats,
    'Czas na decyzję minął.',
    (time) => `Pozostało ${time}`,
    (minutes) => `${minutes} min`,
    (time) => `Do ${time}`,
    ', potem się nie uruchomi',
  ),
  showExactText: 'Pokaż dokładny tekst',
  showAsList: 'Pokaż jako listę',
  showPreview: 'Pokaż podgląd',
  showAll: /* @__PURE__ */ linesWith('Pokaż wszystko', (lines) =>
    count(lines, {
      one: 'Pokaż # wiersz',
      few: 'Pokaż wszystkie # wiersze',
      many: 'Pokaż wszystkie # wierszy',
      other: 'Pokaż wszystkie # wiersza',
    }),
  ),
  hidden: /* @__PURE__ */ hiddenWith(
    (lines) =>
      count(lines, {
        one: 'jeszcze # wiersz',
        few: 'jeszcze # wiersze',
        many: 'jeszcze # wierszy',
        other: 'jeszcze # wiersza',
      }),
    characters,
  ),
  hiddenArguments: (values) =>
    count(values, {
      one: 'jeszcze # wartość',
      few: 'jeszcze # wartości',
      many: 'jeszcze # wartości',
      other: 'jeszcze # wartości',
    }),
  invisible: (all) =>
    count(all, {
      one: '# niewidoczny znak, pokazany jako ⟦U+…⟧.',
      few: '# niewidoczne znaki, pokazane jako ⟦U+…⟧.',
      many: '# niewidocznych znaków, pokazanych jako ⟦U+…⟧.',
      other: '# niewidocznego znaku, pokazanego jako ⟦U+…⟧.',
    }),
  hiddenValue: (value) =>
    `${count(value.characters, { one: 'ukryte, # znak', few: 'ukryte, # znaki', many: 'ukryte, # znaków', other: 'ukryte, # znaku' })}${value.by === 'tool' ? ', oznaczone przez narzędzie' : ''}`,
  hiddenValues: ({ length }) =>
    count(length, {
      one: '# wartość jest ukryta.',
      few: '# wartości są ukryte.',
      many: '# wartości jest ukrytych.',
      other: '# wartości jest ukryte.',
    }),
}
