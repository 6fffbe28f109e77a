// Longer than 250 lines: every text of the language, one after the other.
// Labels as Microsoft and Google have them in Polish: "Zatwierdź", "Odrzuć", "Anuluj", "Spróbuj ponownie".
import { barWordsOf } from './barWordsOf.ts'
import { decisionWordsOf } from './decisionWordsOf.ts'
import { formatsOf } from './formats.ts'
import { expiryWith, headingWith, hiddenWith, type Language, linesWith, unreadableWith } from './language.ts'
import { previewWordsOf } from './previewWordsOf.ts'
import { refusedBy } from './refusedBy.ts'

const formats = /* @__PURE__ */ formatsOf('pl')
const { count, dateAndTime, list, number } = formats
const defaultName = 'Asystent'
const choose = 'Wybierz wartość, którą przyjmuje narzędzie.'
const undo = 'Możesz to cofnąć w ustawieniach zatwierdzania.'
const notRun = 'Nie zostało uruchomione.'
const rules = { rule: 'reguła', mode: 'tryb zatwierdzania', remembered: 'zapamiętana zgoda' }
const modes = { ask: 'Pytaj za każdym razem', allow_list: 'Pytaj, jeśli nie ma na mojej liście' }
const causes = {
  offline: 'Jesteś offline.',
  unauthenticated: 'Nastąpiło wylogowanie.',
  forbidden: 'Nie masz uprawnień, aby to zobaczyć.',
  not_found: 'Serwer nie zna tego żądania.',
  invalid: 'Serwer nie mógł przyjąć tej decyzji.',
  rate_limited: 'Serwer prosi, aby zwolnić.',
  timeout: 'Nie potwierdzono tego na czas.',
  protocol: 'Odpowiedzi serwera nie można odczytać.',
  unsupported: 'Serwer tego nie potrafi.',
  other: 'Serwer nie mógł kontynuować.',
}

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
  assistant: defaultName,
  verb: () => undefined,
  sentence: () => undefined,
  rejecting: {
    rejected: () => 'Zatrzymaj: zadanie się kończy.',
    rejected_continue: (assistant) =>
      `Kontynuuj: ${assistant} otrzyma tę informację i będzie pracować dalej.`,
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
  inOrder: (tool) => `Najpierw podejmij tę decyzję: ${tool}.`,
  source: (server) => `z ${server}`,
  agentReason: (agent) => (agent === defaultName ? 'Uzasadnienie asystenta:' : `Uzasadnienie (${agent}):`),
  unreadable: /* @__PURE__ */ unreadableWith((all) =>
    count(all, {
      one: '# żądania nie można odczytać, więc nie jest pokazane. Nie zostało uruchomione.',
      few: '# żądań nie można odczytać, więc nie są pokazane. Nie zostały uruchomione.',
      many: '# żądań nie można odczytać, więc nie są pokazane. Nie zostały uruchomione.',
      other: '# żądania nie można odczytać, więc nie jest pokazane. Nie zostało uruchomione.',
    }),
  ),
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
  riskClaim: '(według narzędzia, niesprawdzone)',
  fullStop: '.',
  howLong: 'Jak długo obowiązuje zgoda',
  scopes: { once: 'Raz', operation: 'To zadanie', session: 'Ten czat', always: 'Zawsze' },
  why: { policy: 'Zasada:', unknown: 'Uzasadnienie:' },
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
  needsAnswer: (tool) => `Czeka na Twoją odpowiedź: ${tool}`,
  editRefused: (problem) => `Nic nie zostało wysłane. ${problem}`,
  waitingFor: (host) => `Oczekiwanie na ${host}`,
  stopFailed: {
    no: 'Zadanie nie zostało zatrzymane. Spróbuj ponownie.',
    unknown: 'Nie ma jeszcze odpowiedzi. Zadanie może trwać dalej. Spróbuj ponownie.',
  },
  ended: {
    done: (assistant) => `${assistant} – zakończono.`,
    interrupted: () => 'Zadanie zostało zatrzymane.',
    error: (assistant) => `${assistant} – niepowodzenie.`,
  },
  expiring: {
    minute: (tool) => `${tool} wygaśnie za 1 minutę.`,
    seconds: (tool) => `${tool} wygaśnie za 20 sekund.`,
  },
  ...decisionWordsOf(formats, {
    decisions: {
      approved: 'Zatwierdź',
      rejected: 'Odrzuć i zatrzymaj',
      rejected_continue: 'Odrzuć i kontynuuj',
      answered: 'Odpowiedz',
    },
    approveEdited: {
      one: 'Zatwierdź z # zmianą',
      few: 'Zatwierdź z # zmianami',
      many: 'Zatwierdź z # zmianami',
      other: 'Zatwierdź z # zmiany',
    },
    approveAnd: {
      operation: '{approve} i zezwól w tym zadaniu',
      session: '{approve} i zezwól w tym czacie',
      always: '{approve} i zawsze zezwalaj',
    },
    confirm: '{tool} może coś usunąć lub nadpisać.',
    confirmOther: 'Sprawdź jeszcze raz, zanim zatwierdzisz: {tool}.',
    unasked: {
      operation: 'Od teraz uruchamia się bez pytania do końca tego zadania.',
      session: 'Od teraz uruchamia się bez pytania w tym czacie.',
      always: 'Od teraz zawsze uruchamia się bez pytania.',
    },
    refused: {
      first: {
        too_early: 'To było za wcześnie. Naciśnij ponownie.',
        moved: 'Przycisk właśnie się przesunął. Nic nie zostało wysłane. Naciśnij ponownie.',
        changed: 'To żądanie właśnie się zmieniło. Nic nie zostało wysłane. Sprawdź je i naciśnij ponownie.',
      },
      again: {
        too_early:
          'Nic nie zostało wysłane. Naciśnięcie liczy się, gdy żądanie jest widoczne od pół sekundy. Poczekaj chwilę i naciśnij raz.',
        moved:
          'Nic nie zostało wysłane, ponieważ przycisk ciągle się przesuwa. Trzymaj wskaźnik nieruchomo, aż przycisk się zatrzyma, i naciśnij raz. Albo przejdź do niego klawiszem Tab i naciśnij Enter.',
        changed:
          'Nic nie zostało wysłane, ponieważ to żądanie ciągle się zmienia. Poczekaj, aż przestanie się zmieniać, sprawdź je i naciśnij raz.',
      },
    },
    siblings: {
      chosen: 'Wybrano „{decision}”. Możesz to jeszcze zmienić.',
      together: 'Te żądania ({count}) zostaną wysłane razem, z ostatnim. Pozostało: {left}.',
      last: 'Twoje naciśnięcie wyśle wszystkie decyzje ({count}).',
      stop: 'Aby zatrzymać zadanie, odrzuć wszystkie.',
      voids: 'Jeśli odrzucisz jedno, zatwierdzone też się nie uruchomią.',
      rejects_other: 'Odrzucenie tego odrzuca też drugie.',
      rejects_others: 'Odrzucenie tego odrzuca też pozostałe ({count}).',
    },
    failure: {
      unknown: {
        approved:
          'Twoje zatwierdzenie zostało wysłane, ale nie ma jeszcze odpowiedzi. Mogło zostać uruchomione. Ponowna próba jest bezpieczna.',
        rejected:
          'Twoje odrzucenie zostało wysłane, ale nie ma jeszcze odpowiedzi. Mogło odnieść skutek. Ponowna próba jest bezpieczna.',
        answered:
          'Twoja odpowiedź została wysłana, ale nic jeszcze nie wróciło. Mogła dotrzeć. Ponowna próba jest bezpieczna.',
      },
      in_progress:
        'Decyzja zapada w innej karcie. Stąd nic nie zostało wysłane. Zajrzyj tam lub poczekaj na wynik.',
      forbidden: {
        approved: 'Nie masz uprawnień, aby to zatwierdzić. Nic nie zostało uruchomione.',
        rejected: 'Nie masz uprawnień, aby to odrzucić. Nic nie zostało uruchomione.',
        answered: 'Nie masz uprawnień, aby na to odpowiedzieć. Nic nie zostało uruchomione.',
      },
      causes,
      ran: {
        offline: 'Twoja decyzja nie została wysłana.',
        answered: 'Twoja odpowiedź nie została przyjęta.',
        no: 'Nic nie zostało uruchomione.',
      },
      next: 'Spróbuj ponownie.',
    },
    receipt: {
      own: {
        approved: 'Zatwierdzono {tool}, {time} (Ty).',
        rejected: 'Odrzucono {tool}, {time} (Ty).',
        answered: 'Odpowiedziano zamiast narzędzia: {tool}, {time} (Ty).',
      },
      other: {
        approved: 'Zatwierdzono {tool}, {time} ({who}).',
        rejected: 'Odrzucono {tool}, {time} ({who}).',
        answered: 'Odpowiedziano zamiast narzędzia: {tool}, {time} ({who}).',
      },
      somebody: 'ktoś inny',
      rule: 'reguła: {rule}',
      rules: {
        mode: 'tryb „Nie pytaj”',
        remembered: '{name} – dozwolone wcześniej',
        rule: '{name} jest na liście',
      },
      it: 'narzędzie',
      expired: '{tool} wygasło o {time}.',
      withdrawn: '{tool}: {assistant} już tego nie potrzebuje.',
      tool: {
        agent: '{tool} dla: {agent}',
        own_edits: '{tool} z Twoimi zmianami',
        edits: '{tool} ze zmianami',
      },
      failed: 'Nie powiodło się.',
      failed_with: 'Nie powiodło się: {message}',
      not_run: notRun,
      note: 'Notatka: „{note}”',
      question: {
        expired: '{question} – pytanie wygasło o {time}. Nie udzielono odpowiedzi.',
        withdrawn: '{assistant} nie potrzebuje już odpowiedzi na {question}.',
        own: {
          rejected: 'Zatrzymano zadanie przy pytaniu: {question}, {time} (Ty).',
          rejected_continue:
            'Nie odpowiedziano na {question}, {time} (Ty). {assistant} kontynuuje bez odpowiedzi.',
          answered: 'Odpowiedziano na {question}, {time} (Ty).',
          agreed: 'Wyrażono zgodę na {question}, {time} (Ty).',
        },
        other: {
          rejected: 'Zatrzymano zadanie przy pytaniu: {question}, {time} ({who}).',
          rejected_continue:
            'Nie odpowiedziano na {question}, {time} ({who}). {assistant} kontynuuje bez odpowiedzi.',
          answered: 'Odpowiedziano na {question}, {time} ({who}).',
          agreed: 'Wyrażono zgodę na {question}, {time} ({who}).',
        },
      },
    },
    notStarted: {
      approved: 'Zatwierdzono, ale {assistant} nie rozpoczyna pracy.',
      rejected: 'Odrzucono, ale {assistant} nie rozpoczyna pracy.',
      answered: 'Odpowiedziano, ale {assistant} nie rozpoczyna pracy.',
    },
    settled: {
      next: 'Następne: {tool}.',
      approved: 'Zatwierdzono.',
      approved_many: 'Zatwierdzono: {count}.',
      rejected: 'Odrzucono.',
      rejected_many: 'Odrzucono: {count}.',
      answered: 'Odpowiedziano.',
      stopped: 'Zadanie zostało zatrzymane.',
      continues: '{assistant} kontynuuje.',
      left: 'Pozostało: {left}.',
      none_left: 'Nie pozostało nic do zatwierdzenia.',
    },
    arrived: {
      review: 'Naciśnij {key}, aby przejrzeć.',
      approval: 'Potrzebne zatwierdzenie: {tool}.',
      answer: 'Potrzebna odpowiedź: {question}.',
      approvals: {
        one: 'Potrzebne # zatwierdzenie.',
        few: 'Potrzebne # zatwierdzenia.',
        many: 'Potrzebne # zatwierdzeń.',
        other: 'Potrzebne # zatwierdzenia.',
      },
      decisions: {
        one: 'Potrzebna # decyzja.',
        few: 'Potrzebne # decyzje.',
        many: 'Potrzebne # decyzji.',
        other: 'Potrzebne # decyzji.',
      },
    },
  }),
  ...barWordsOf(formats, {
    causes,
    conversationFailure: {
      not_found: 'Ta rozmowa nie istnieje.',
      other: 'Serwer jest nieosiągalny.',
      stale: 'To, co widzisz, może być nieaktualne.',
    },
    decided: {
      approved: 'zatwierdzone: {count}',
      answered: 'z odpowiedzią: {count}',
      rejected: 'odrzucone: {count}',
      expired: 'wygasłe: {count}',
      withdrawn: 'wycofane: {count}',
    },
    hosts: {
      check: 'Sprawdź te adresy: {list}.',
      is: '{host} to {address}',
      nowhere: '{host} donikąd nie prowadzi',
    },
    andMore: '{list} i jeszcze {count}',
    flaws: {
      repeated_name: 'Podano więcej niż raz: {places}. Narzędzie może użyć dowolnej z wartości.',
      special_name: 'Narzędzie może pominąć: {places}.',
      inexact_number: 'Narzędzie może inaczej odczytać te liczby: {places}.',
      broken_character: 'Połowa znaku, którą narzędzie może zastąpić, jest w: {places}.',
    },
  }),
  rejectWithNote: 'Odrzuć i wyślij notatkę',
  approveAnyway: 'Zatwierdź mimo to',
  cancel: 'Anuluj',
  deciding: {
    approved: 'Zatwierdzanie…',
    rejected: 'Odrzucanie…',
    rejected_continue: 'Odrzucanie…',
    answered: 'Odpowiadanie…',
  },
  declining: 'Wysyłanie…',
  stopping: 'Zatrzymywanie…',
  tryAgain: 'Spróbuj ponownie',
  editChanged: 'To żądanie zmieniło się podczas edycji. Nic nie zostało wysłane. Wybierz, co zachować.',
  answerChanged:
    'Pytanie zmieniło się podczas odpowiadania. Nic nie zostało wysłane. Sprawdź swoją odpowiedź.',
  reasonMissing: 'Wpisz powód, a potem odrzuć ponownie.',
  answerMissing: 'Najpierw wpisz odpowiedź.',
  hiddenLost: 'Ukrytej wartości nie ma już w tym żądaniu. Odrzuć swoje zmiany.',
  guard: {
    covered: 'Coś na tej stronie zasłania to żądanie. Nic nie zostało wysłane. Odsuń to i naciśnij ponownie.',
    framed: 'Ta strona jest wyświetlana w innej witrynie. Otwórz ją osobno, aby zdecydować.',
    unread:
      'Nic nie zostało wysłane. Trwa sprawdzanie, czy to żądanie nadal czeka. Naciśnij ponownie za chwilę.',
  },
  openAgain: 'Otwórz ponownie',
  edit: 'Edytuj przed zatwierdzeniem',
  discardEdits: 'Odrzuć zmiany',
  showEdits: 'Pokaż edycje',
  keepEdits: 'Zachowaj moje zmiany',
  keepAnswer: 'Zachowaj moją odpowiedź',
  notJson: 'To jeszcze nie jest JSON.',
  copyDetails: 'Kopiuj szczegóły',
  shortcuts: 'Skróty klawiszowe',
  copied: { yes: 'Skopiowano.', no: 'Nie udało się skopiować.' },
  later: 'Zdecyduj później',
  laterHint: 'Żądanie nadal czeka. Nic nie jest rozstrzygnięte.',
  open: 'Otwórz',
  dismiss: 'Ukryj',
  dismissAll: 'Ukryj wszystko',
  show: 'Pokaż',
  showLess: 'Pokaż mniej',
  before: 'Przedtem',
  now: 'Teraz',
  hideChanges: 'Ukryj różnice',
  showChanges: 'Pokaż różnice',
  hiddenShown: 'Ukryte wartości są pokazane.',
  hideAgain: 'Ukryj je ponownie',
  notExplained: 'Nie udało się pokazać podglądu. Żądanie jest niezmienione.',
  notShown:
    'Nie można tu pokazać żądań, które czekają na Ciebie. Nic nie zostało wysłane. Wczytaj stronę ponownie.',
  notLoaded: 'Nie udało się wczytać części. Możesz kontynuować bez niej.',
  keepOpenFailed: 'Nie ma jeszcze więcej czasu. Spróbuj ponownie.',
  changed: 'To żądanie się zmieniło. Nic nie zostało wysłane. Przeczytaj je ponownie i zdecyduj.',
  earlier: 'Twoja wcześniejsza decyzja może jeszcze dotrzeć. Do tego czasu możesz zdecydować ponownie.',
  elsewhere: 'Decyzja zapada w innej karcie…',
  onlyRejected: 'Tutaj można to tylko odrzucić. Aby kontynuować, użyj aplikacji asystenta.',
  editor: {
    edited: (all) =>
      all === 0
        ? 'Jeszcze nic nie zmieniono'
        : count(all, {
            one: '# wartość zmieniona przez Ciebie',
            few: '# wartości zmienione przez Ciebie',
            many: '# wartości zmienionych przez Ciebie',
            other: '# wartości zmienionej przez Ciebie',
          }),
    undo: 'Cofnij moje zmiany',
    views: 'Edytuj jako',
    view: { form: 'Formularz', code: 'Kod' },
    was: 'Było:',
    added: 'Dodane przez Ciebie',
    boolean: { true: 'Tak', false: 'Nie' },
    add: (name) => `Dodaj ${name ?? 'pozycję'}`,
    remove: (name) => `Usuń ${name}`,
    item: (at) => `Numer ${number(at)}`,
    newName: 'Nowa nazwa',
    nameTaken: 'Ta nazwa już istnieje.',
    nameNotAdded: 'Ta nazwa nie jest jeszcze dodana. Dodaj ją albo wyczyść pole.',
    choose: 'Wybierz…',
    other: 'Coś innego',
    invisible: (all) => `Niewidoczne znaki: ${number(all)}.`,
    notJson: (line) => `To jeszcze nie jest JSON. Zobacz wiersz ${number(line)}.`,
    notNumber: 'Wpisz liczbę, na przykład 1.5.',
    codeOnly: 'Formularz nie może tego pokazać. Edytuj kod.',
    refused: /* @__PURE__ */ refusedBy({
      type: (types) => `Wpisz: ${types.join(' lub ')}.`,
      types: {
        string: 'tekst',
        integer: 'liczba całkowita',
        number: 'liczba',
        boolean: 'prawda lub fałsz',
        array: 'lista',
        object: 'obiekt',
      },
      format: 'Wpisz to jak #.',
      required: 'Wypełnij to pole.',
      enum: choose,
      const: choose,
      minLength: 'Za krótkie: znaków co najmniej #.',
      maxLength: 'Za długie: znaków najwyżej #.',
      minimum: 'Za małe: co najmniej #.',
      maximum: 'Za duże: najwyżej #.',
      exclusiveMinimum: 'Za małe: więcej niż #.',
      exclusiveMaximum: 'Za duże: mniej niż #.',
      multipleOf: 'Wpisz wielokrotność #.',
      minItems: 'Za mało: co najmniej #.',
      maxItems: 'Za dużo: najwyżej #.',
      uniqueItems: 'Dwie są takie same.',
      pattern: 'Wpisz tekst pasujący do #',
      other: 'Narzędzie tego nie przyjmuje.',
    }),
  },
  history: {
    heading: 'Wcześniejsze decyzje',
    empty: 'Nic jeszcze nie rozstrzygnięto.',
    status: {
      approved: 'Zatwierdzono',
      rejected: 'Odrzucono',
      rejected_continue: 'Odrzucono',
      answered: 'Odpowiedziano w zamian',
      expired: 'Wygasło',
      withdrawn: 'Już niepotrzebne',
    },
    effect: {
      approved: '',
      rejected: 'Nie zostało uruchomione, a zadanie zatrzymano.',
      rejected_continue: notRun,
      answered: notRun,
      expired: notRun,
      withdrawn: notRun,
    },
    question: {
      approved: 'Odpowiedziano',
      rejected: 'Bez odpowiedzi',
      rejected_continue: 'Bez odpowiedzi',
      answered: 'Odpowiedziano',
      expired: 'Wygasło bez odpowiedzi',
      withdrawn: 'Już nie pyta',
    },
    by: ({ by, automatic }, status, own) => {
      if (status === 'expired' || status === 'withdrawn') return undefined
      if (automatic) return `${rules[automatic.by]}${automatic.name ? ` (${automatic.name})` : ''}`
      if (by?.name) return by.name
      return own ? 'Ty' : 'ktoś inny'
    },
    at: dateAndTime,
    remember: {
      operation: 'Zapamiętano dla zadania.',
      session: 'Zapamiętano w tym czacie.',
      always: 'Zapamiętano od tego czasu.',
    },
    result: ({ ok, message }) =>
      `${ok ? 'Uruchomiono' : 'Nie powiodło się'}${message ? `: ${message}` : '.'}`,
    texts: {
      reason: 'Powód',
      note: 'Notatka',
      answer: 'Odpowiedź',
      arguments: 'Argumenty',
      asked: 'Argumenty z żądania',
      ran: 'Argumenty uruchomione',
    },
    details: { show: 'Pokaż argumenty', hide: 'Ukryj argumenty' },
    earlier: 'Pokaż wcześniejsze',
    reading: 'Odczytywanie…',
    noEarlier: (kept) => `Przechowywanych jest tylko ${kept} ostatnich.`,
    copy: 'Kopiuj jako JSON',
  },
  list: {
    back: 'Wstecz',
    open: (tool) => `Otwórz ${tool}`,
    tick: (tool, target) => `Zdecyduj razem: ${[tool, target].filter(Boolean).join(', ')}`,
    tickAll: (all) => `Zaznacz wszystkie podobne (${number(all)})`,
    leftOut: {
      destructive: 'Może usunąć lub nadpisać. Sprawdź osobno',
      separate: 'Sprawdź osobno',
      new: 'Właśnie nadeszło',
      not_seen: 'Jeszcze nieprzeczytane w całości. Najpierw otwórz',
      other_tool: 'Inne narzędzie',
      other_task: 'Z innego zadania',
    },
    ticked: 'Zaznaczone',
    deciding: 'Decyzja w toku…',
    none: 'Zaznacz podobne żądania, aby zdecydować o nich razem. Nic nie zapada, zanim naciśniesz przycisk.',
    covered: (targets, left) =>
      `Zaznaczono ${number(targets.length)}: ${list(targets)}. ${left === 0 ? 'Żadne inne nie czeka.' : count(left, { one: 'Jeszcze # czeka na Ciebie.', few: 'Jeszcze # czekają na Ciebie.', many: 'Jeszcze # czeka na Ciebie.', other: 'Jeszcze # czeka na Ciebie.' })}`,
    decide: {
      approved: (all) => `Zatwierdź zaznaczone (${number(all)})`,
      answered: (all) => `Odpowiedz na zaznaczone (${number(all)})`,
      rejected: (all) => `Odrzuć zaznaczone (${number(all)}) i zatrzymaj`,
      rejected_continue: (all) => `Odrzuć zaznaczone (${number(all)})`,
    },
  },
  remember: {
    tool: (name, server) => (server === undefined ? name : `${name} z ${server}`),
    once: 'Tylko ten raz',
    onceHint: 'Następnym razem znów otrzymasz pytanie.',
    scope: {
      operation: (tool) => `Każde ${tool} w tym zadaniu`,
      session: (tool) => `Każde ${tool} w tym czacie`,
      always: (tool) => `Zawsze zezwalaj na ${tool}`,
    },
    anyArguments: 'Z dowolnymi argumentami.',
    undo: { operation: 'Kończy się wraz z zadaniem.', session: undo, always: undo },
    grant: {
      operation: (tool) => `Zezwala też na każde ${tool} w tym zadaniu, z dowolnymi argumentami.`,
      session: (tool) => `Zezwala też na każde ${tool} w tym czacie, z dowolnymi argumentami.`,
      always: (tool) => `Zezwala też na każde ${tool} od teraz, z dowolnymi argumentami.`,
    },
    changeToOnce: 'Zmień na tylko ten raz',
  },
  settings: {
    heading: 'Kiedy pytać',
    scope: {
      conversation: 'Dla tego czatu.',
      user: 'Dla wszystkich Twoich czatów.',
      workspace: 'Dla wszystkich w tym obszarze roboczym.',
    },
    mode: { ...modes, auto_run: 'Nie pytaj' },
    hint: {
      ask: (assistant) => `${assistant} nie uruchamia niczego bez Twojej zgody.`,
      allow_list: (assistant) =>
        `${assistant} uruchamia poniższe narzędzia bez pytania, z dowolnymi argumentami.`,
      auto_run: (assistant) => `${assistant} uruchamia każde narzędzie bez pytania, z dowolnymi argumentami.`,
    },
    confirm: {
      ask: () => '',
      allow_list: (assistant) => `Od teraz ${assistant} uruchamia narzędzia z listy bez pytania.`,
      auto_run: (assistant) => `Od teraz ${assistant} uruchamia każde narzędzie bez pytania.`,
    },
    waitsOn: 'To, co już czeka na Ciebie, czeka dalej.',
    change: { ...modes, auto_run: 'Od teraz nie pytaj' },
    cancel: 'Anuluj',
    list: 'Dozwolone bez pytania',
    empty: 'Jeszcze brak narzędzi. Wybierz „Raz” obok Zatwierdź, aby dodać narzędzie.',
    unused: 'Używane tylko w trybie „Pytaj, jeśli nie ma na mojej liście”.',
    tool: (name, server) => (server === undefined ? name : `${name} z ${server}`),
    added: (at) => `od ${dateAndTime(at)}`,
    remove: 'Usuń',
    viewOnly: 'Nie możesz tego zmienić.',
    changed: 'Zmieniono.',
    stale:
      'W międzyczasie zmieniono to gdzie indziej, więc teraz nic nie zmieniono. Przeczytaj ponownie i zdecyduj.',
    failed: ({ applied, code }) =>
      code === 'forbidden'
        ? 'Nie masz uprawnień, aby to zmienić. Nic nie zmieniono.'
        : applied === 'no'
          ? 'Nic nie zmieniono. Spróbuj ponownie.'
          : 'Nie ma jeszcze odpowiedzi. Mogło to zostać zmienione: sprawdź powyżej i spróbuj ponownie.',
    unread: 'Nie można odczytać tych ustawień.',
    reread: 'Wczytaj ponownie',
  },
  keys: {
    heading: 'Skróty klawiszowe',
    does: {
      jump: 'Przejdź do tego żądania i wróć',
      approve: 'Zatwierdź lub wyślij to, co napisano',
      reject_continue: 'Odrzuć i kontynuuj',
      reject: 'Odrzuć i zatrzymaj',
      edit: 'Edytuj przed zatwierdzeniem',
      help: 'Pokaż tę listę',
      move: 'Poprzednie i następne żądanie, na ich przyciskach',
      leave: 'Zamknij lub wróć. O niczym nie decyduje.',
    },
    close: 'Zamknij',
  },
  waiting: {
    waiting: (all, hasMore) =>
      hasMore ? `Czeka na Ciebie: ${number(all)} lub więcej` : `Czeka na Ciebie: ${number(all)}`,
    menu: 'Czeka na Ciebie',
  },
  previews: /* @__PURE__ */ previewWordsOf(formats, {
    labels: {
      account: 'Konto',
      action: 'Działanie',
      address: 'Adres',
      amount: 'Kwota',
      attachments: 'Załączniki',
      bcc: 'UDW',
      body: 'Treść',
      cc: 'DW',
      database: 'Baza danych',
      directory: 'Katalog',
      ends: 'Koniec',
      file: 'Plik',
      from: 'Od',
      guests: 'Goście',
      headers: 'Nagłówki',
      method: 'Metoda',
      payee: 'Odbiorca',
      place: 'Miejsce',
      replyTo: 'Odpowiedź do',
      size: 'Rozmiar',
      starts: 'Początek',
      subject: 'Temat',
      target: 'Cel',
      text: 'Tekst',
      title: 'Tytuł',
      to: 'Do',
      type: 'Typ',
    },
    notTold: 'nie podano',
    alsoSent: 'Wysyłane także',
    added: {
      one: '# dodany wiersz',
      few: '# dodane wiersze',
      many: '# dodanych wierszy',
      other: '# dodanego wiersza',
    },
    removed: { one: '# usunięty', few: '# usunięte', many: '# usuniętych', other: '# usuniętego' },
    unchanged: {
      one: '# wiersz bez zmian',
      few: '# wiersze bez zmian',
      many: '# wierszy bez zmian',
      other: '# wiersza bez zmian',
    },
    lines: { one: '# wiersz', few: '# wiersze', many: '# wierszy', other: '# wiersza' },
    bytes: { one: '# bajt', few: '# bajty', many: '# bajtów', other: '# bajtu' },
    everywhere: 'Zastępuje ten tekst we wszystkich miejscach',
    once: 'Zastępuje ten tekst w jednym miejscu',
    localTime: '{time}, Twój czas',
    notes: {
      administrator: 'Działa jako administrator',
      creates: 'Tworzy nowy plik',
      currency_unknown: 'Nie podano waluty',
      deletes: 'Może usunąć pliki',
      deletes_data: 'Usuwa dane',
      deletes_file: 'Usuwa plik',
      every_row: 'Bez warunku: wszystkie wiersze',
      exists: 'Zastępuje istniejący plik',
      exists_unknown: 'Nie podano, czy plik istnieje',
      file_unknown: 'Nie podano, czy plik istnieje i czy jest w Twoim obszarze roboczym',
      foreign_host: 'Poza {about}',
      login: 'Adres zawiera dane logowania',
      no_host: 'Nie podano witryny',
      no_zone: 'Nie podano strefy czasowej',
      not_encrypted: 'Bez szyfrowania',
      outside: 'Poza {about}',
      overwrites: 'Zastępuje {about}',
      private_host: 'W sieci prywatnej',
      reaches: 'Łączy się z {about}',
      runs_download: 'Uruchamia to, co pobiera',
      workspace_unknown: 'Nie podano, czy to w Twoim obszarze roboczym',
    },
  }),
}
