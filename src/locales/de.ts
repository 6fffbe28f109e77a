// Longer than 250 lines: every text of the language, one after the other.
// Labels as GitHub and Slack have them in German: "Genehmigen", "Ablehnen", "Abbrechen", "Erneut versuchen".
import { barWordsOf } from './barWordsOf.ts'
import { decisionWordsOf } from './decisionWordsOf.ts'
import { formatsOf } from './formats.ts'
import { expiryWith, headingWith, hiddenWith, type Language, linesWith, unreadableWith } from './language.ts'
import { previewWordsOf } from './previewWordsOf.ts'
import { refusedBy } from './refusedBy.ts'

const formats = /* @__PURE__ */ formatsOf('de')
const { count, dateAndTime, list, number } = formats
const defaultName = 'Assistent'
const choose = 'Wählen Sie etwas, das das Tool annimmt.'
const undo = 'Sie können das in den Genehmigungseinstellungen zurücknehmen.'
const notRun = 'Es ist nicht gelaufen.'
const rules = { rule: 'eine Regel', mode: 'den Genehmigungsmodus', remembered: 'eine gemerkte Genehmigung' }
const modes = { ask: 'Jedes Mal fragen', allow_list: 'Fragen, außer auf meiner Liste' }
const causes = {
  offline: 'Sie sind offline.',
  unauthenticated: 'Sie sind abgemeldet.',
  forbidden: 'Sie sind nicht berechtigt, dies zu sehen.',
  not_found: 'Der Server kennt diese Anfrage nicht.',
  invalid: 'Der Server konnte diese Entscheidung nicht annehmen.',
  rate_limited: 'Der Server bittet, es langsamer anzugehen.',
  timeout: 'Dies wurde nicht rechtzeitig bestätigt.',
  protocol: 'Die Antwort des Servers ist nicht lesbar.',
  unsupported: 'Der Server kann das nicht.',
  other: 'Der Server konnte nicht weitermachen.',
}

const characters = (all: number): string =>
  count(all, { one: '# weiteres Zeichen', other: '# weitere Zeichen' })

/** German. */
export const de: Language = {
  locale: 'de',
  direction: 'ltr',
  reviewedBy: null,
  keyNames: { Ctrl: 'Strg', Shift: 'Umschalt', Enter: 'Eingabe', Backspace: 'Rücktaste' },
  assistant: defaultName,
  verb: () => undefined,
  sentence: () => undefined,
  rejecting: {
    rejected: () => 'Stoppen: Die Aufgabe endet.',
    rejected_continue: (assistant) => `Weitermachen: ${assistant} erfährt es und arbeitet weiter.`,
  },
  argumentsNotTold:
    'Das Backend hat nicht mitgeteilt, mit welchen Argumenten dies laufen würde. Es kann daher nicht genehmigt werden.',
  answerForToolHint: (assistant) => `Das Tool läuft nicht. ${assistant} erhält stattdessen Ihre Antwort.`,
  openAndContinue: 'Öffnen und weiter',
  decline: 'Nicht antworten',
  declineHint: (assistant) => `Nicht antworten: ${assistant} macht ohne Antwort weiter.`,
  revealFirst: 'Verborgene Werte anzeigen, um zu genehmigen',
  showFirst: /* @__PURE__ */ linesWith('Alles öffnen, um zu genehmigen', (lines) =>
    count(lines, {
      one: '# Zeile öffnen, um zu genehmigen',
      other: 'Alle # Zeilen öffnen, um zu genehmigen',
    }),
  ),
  actor: ({ name, relation, path: [path] }, assistant) =>
    relation === 'handoff' ? name : `${name} (im Auftrag von ${path ?? assistant})`,
  wants: (assistant) => [`${assistant} möchte `, ' ausführen'],
  asks: (actor, question) =>
    question === undefined ? [`${actor} `, 'stellt eine Frage', ''] : [`${actor} fragt: `, question, ''],
  answer: 'Ihre Antwort',
  answerForTool: 'Anstelle des Tools antworten',
  opens: ['Öffnet ', ' in einem neuen Tab'],
  notOpened: 'Diese Adresse kann von hier nicht geöffnet werden, weil sie nicht mit https beginnt.',
  heading: /* @__PURE__ */ headingWith(
    'Aktivität',
    'Genehmigung nötig',
    'Antwort nötig',
    (all) => count(all, { one: '# Genehmigung nötig', other: '# Genehmigungen nötig' }),
    (all) => count(all, { one: '# Antwort nötig', other: '# Antworten nötig' }),
    (all) => count(all, { one: '# Entscheidung nötig', other: '# Entscheidungen nötig' }),
  ),
  pager: 'Wartende Anfragen',
  position: (at, total) => `Anfrage ${at} von ${total}`,
  seeAll: 'Alle anzeigen',
  previous: 'Vorherige Anfrage',
  next: 'Nächste Anfrage',
  inOrder: (tool) => `Entscheiden Sie zuerst über ${tool}.`,
  source: (server) => `von ${server}`,
  risks: {
    destructive: 'Könnte löschen oder überschreiben',
    outside: 'Nutzt externe Dienste',
    read_only: 'Ändert nichts',
    unknown: 'Auswirkungen unbekannt',
  },
  riskClaim: '(laut Tool, nicht geprüft)',
  fullStop: '.',
  showMore: 'Mehr',
  howLong: 'Wie lange die Genehmigung gilt',
  scopes: { once: 'Einmal', operation: 'Diese Aufgabe', session: 'Dieser Chat', always: 'Immer' },
  overflow: 'Mehr',
  why: { policy: 'Richtlinie:', unknown: 'Begründung:' },
  agentReason: (agent) =>
    agent === defaultName ? 'Begründung des Assistenten:' : `Begründung von ${agent}:`,
  unreadable: /* @__PURE__ */ unreadableWith((all) =>
    count(all, {
      one: 'Eine Anfrage ist nicht lesbar und wird nicht angezeigt. Sie ist nicht gelaufen.',
      other: '# Anfragen sind nicht lesbar und werden nicht angezeigt. Sie sind nicht gelaufen.',
    }),
  ),
  more: characters,
  stop: 'Aufgabe stoppen',
  reason: (assistant) => `${assistant} sagen, was stattdessen zu tun ist`,
  addNote: 'Notiz hinzufügen',
  approvalNote: {
    agent: (assistant) => `Genehmigen: ${assistant} liest das.`,
    record: (assistant) => `Genehmigen: Wird mit Ihrer Entscheidung aufbewahrt. ${assistant} liest es nicht.`,
    nobody: () => 'Genehmigen: Ihr Text wird nicht gesendet.',
  },
  reread: 'Neu laden',
  busy: {
    running: (assistant) => `${assistant} arbeitet…`,
    asking: () => 'Warten auf Bestätigung…',
    sending: () => 'Ihre Entscheidung wird gesendet…',
    not_taken: (assistant) => `Warten, bis ${assistant} übernimmt. Es ist nichts gelaufen.`,
    checking: () => 'Es wird geprüft, ob Ihre Entscheidung angekommen ist. Sie müssen nichts tun.',
  },
  connection: {
    connecting: 'Nicht live. Verbindung wird hergestellt…',
    stale: 'Nicht live. Was Sie sehen, ist vielleicht veraltet.',
    stopped: 'Nicht live. Es kommen keine Aktualisierungen mehr.',
  },
  noPermission: (why) =>
    ['Sie können dies nicht genehmigen.', why, 'Es wartet weiter.'].filter(Boolean).join(' '),
  expires: /* @__PURE__ */ expiryWith(
    formats,
    'Die Zeit zum Entscheiden ist abgelaufen.',
    (time) => `Noch ${time}`,
    (minutes) => `${minutes} Min.`,
    (time) => `Bis ${time}`,
    ', danach läuft es nicht mehr',
  ),
  keepOpen: 'Mehr Zeit geben',
  arguments: 'Argumente',
  noArguments: 'Keine Argumente.',
  showExactText: 'Genauen Text anzeigen',
  showAsList: 'Als Liste anzeigen',
  showPreview: 'Vorschau anzeigen',
  showAll: /* @__PURE__ */ linesWith('Alles anzeigen', (lines) =>
    count(lines, { one: '# Zeile anzeigen', other: 'Alle # Zeilen anzeigen' }),
  ),
  hidden: /* @__PURE__ */ hiddenWith(
    (lines) => count(lines, { one: '# weitere Zeile', other: '# weitere Zeilen' }),
    characters,
  ),
  hiddenArguments: (values) => count(values, { one: '# weiterer Wert', other: '# weitere Werte' }),
  invisible: (all) =>
    count(all, {
      one: '# unsichtbares Zeichen, angezeigt als ⟦U+…⟧.',
      other: '# unsichtbare Zeichen, angezeigt als ⟦U+…⟧.',
    }),
  hiddenValue: (value) =>
    `verborgen, ${count(value.characters, { one: '# Zeichen', other: '# Zeichen' })}${value.by === 'tool' ? ', vom Tool markiert' : ''}`,
  hiddenValues: ({ length }) =>
    count(length, { one: '# Wert ist verborgen.', other: '# Werte sind verborgen.' }),
  revealHidden: 'Verborgene Werte anzeigen',
  needsAnswer: (tool) => `Wartet auf Ihre Antwort: ${tool}`,
  editRefused: (problem) => `Es wurde nichts gesendet. ${problem}`,
  waitingFor: (host) => `Warten auf ${host}`,
  stopFailed: {
    no: 'Die Aufgabe wurde nicht gestoppt. Versuchen Sie es erneut.',
    unknown: 'Es gibt noch keine Antwort. Die Aufgabe läuft vielleicht weiter. Versuchen Sie es erneut.',
  },
  ended: {
    done: (assistant) => `${assistant} ist fertig.`,
    interrupted: () => 'Die Aufgabe wurde gestoppt.',
    error: (assistant) => `${assistant} ist gescheitert.`,
  },
  expiring: {
    minute: (tool) => `${tool} läuft in 1 Minute ab.`,
    seconds: (tool) => `${tool} läuft in 20 Sekunden ab.`,
  },
  ...decisionWordsOf(formats, {
    decisions: {
      approved: 'Genehmigen',
      rejected: 'Ablehnen und stoppen',
      rejected_continue: 'Ablehnen und weitermachen',
      answered: 'Antworten',
    },
    approveEdited: { one: 'Mit # Änderung genehmigen', other: 'Mit # Änderungen genehmigen' },
    approveAnd: {
      operation: '{approve} und in dieser Aufgabe erlauben',
      session: '{approve} und in diesem Chat erlauben',
      always: '{approve} und immer erlauben',
    },
    confirm: '{tool} könnte etwas löschen oder überschreiben.',
    confirmOther: 'Prüfen Sie es noch einmal, bevor Sie genehmigen: {tool}.',
    unasked: {
      operation: 'Ab jetzt läuft es ohne Rückfrage, bis diese Aufgabe endet.',
      session: 'Ab jetzt läuft es in diesem Chat ohne Rückfrage.',
      always: 'Ab jetzt läuft es immer ohne Rückfrage.',
    },
    refused: {
      first: {
        too_early: 'Das war zu früh. Drücken Sie noch einmal.',
        moved:
          'Die Schaltfläche hatte sich gerade bewegt. Es wurde nichts gesendet. Drücken Sie noch einmal.',
        changed:
          'Diese Anfrage hatte sich gerade geändert. Es wurde nichts gesendet. Prüfen Sie sie und drücken Sie noch einmal.',
      },
      again: {
        too_early:
          'Es wurde nichts gesendet. Ein Klick zählt, wenn diese Anfrage eine halbe Sekunde lang zu sehen war. Warten Sie kurz und drücken Sie dann einmal.',
        moved:
          'Es wurde nichts gesendet, weil sich die Schaltfläche immer wieder bewegt. Halten Sie den Zeiger still, bis sie ruht, und drücken Sie dann einmal. Oder gehen Sie mit Tab zu ihr und drücken Sie die Eingabetaste.',
        changed:
          'Es wurde nichts gesendet, weil sich diese Anfrage immer wieder ändert. Warten Sie, bis sie gleich bleibt, prüfen Sie sie und drücken Sie dann einmal.',
      },
    },
    siblings: {
      chosen: 'Sie haben „{decision}“ gewählt. Das können Sie noch ändern.',
      together: 'Diese {count} werden zusammen mit der letzten gesendet. Noch {left} übrig.',
      last: 'Ihr Klick sendet alle {count} Entscheidungen.',
      stop: 'Um die Aufgabe zu stoppen, lehnen Sie alle ab.',
      voids: 'Wenn Sie eine ablehnen, laufen auch die genehmigten nicht.',
      rejects_other: 'Wenn Sie diese ablehnen, wird auch die andere abgelehnt.',
      rejects_others: 'Wenn Sie diese ablehnen, werden auch die anderen {count} abgelehnt.',
    },
    failure: {
      unknown: {
        approved:
          'Ihre Genehmigung wurde gesendet, aber es gibt noch keine Antwort. Vielleicht ist es schon gelaufen. Sie können es gefahrlos erneut versuchen.',
        rejected:
          'Ihre Ablehnung wurde gesendet, aber es gibt noch keine Antwort. Vielleicht wirkt sie schon. Sie können es gefahrlos erneut versuchen.',
        answered:
          'Ihre Antwort wurde gesendet, aber es kam noch nichts zurück. Vielleicht ist sie angekommen. Sie können es gefahrlos erneut versuchen.',
      },
      in_progress:
        'Darüber wird in einem anderen Tab entschieden. Von hier wurde nichts gesendet. Sehen Sie dort nach oder warten Sie auf das Ergebnis.',
      forbidden: {
        approved: 'Sie sind nicht berechtigt, dies zu genehmigen. Es ist nichts gelaufen.',
        rejected: 'Sie sind nicht berechtigt, dies abzulehnen. Es ist nichts gelaufen.',
        answered: 'Sie sind nicht berechtigt, dies zu beantworten. Es ist nichts gelaufen.',
      },
      causes,
      ran: {
        offline: 'Ihre Entscheidung wurde nicht gesendet.',
        answered: 'Ihre Antwort wurde nicht angenommen.',
        no: 'Es ist nichts gelaufen.',
      },
      next: 'Versuchen Sie es erneut.',
    },
    receipt: {
      own: {
        approved: 'Sie haben {tool} genehmigt, {time}.',
        rejected: 'Sie haben {tool} abgelehnt, {time}.',
        answered: 'Sie haben anstelle von {tool} geantwortet, {time}.',
      },
      other: {
        approved: '{who} hat {tool} genehmigt, {time}.',
        rejected: '{who} hat {tool} abgelehnt, {time}.',
        answered: '{who} hat anstelle von {tool} geantwortet, {time}.',
      },
      somebody: 'Jemand anderes',
      rule: 'Eine Regel ({rule})',
      rules: {
        mode: 'der Modus „Nicht fragen“',
        remembered: '{name} wurde früher erlaubt',
        rule: '{name} steht auf der Liste',
      },
      it: 'es',
      expired: '{tool} ist um {time} abgelaufen.',
      withdrawn: '{assistant} braucht {tool} nicht mehr.',
      tool: {
        agent: '{tool} für {agent}',
        own_edits: '{tool} mit Ihren Änderungen',
        edits: '{tool} mit Änderungen',
      },
      failed: 'Es ist fehlgeschlagen.',
      failed_with: 'Es ist fehlgeschlagen: {message}',
      not_run: notRun,
      note: 'Notiz: „{note}“',
      question: {
        expired: '{question} ist um {time} abgelaufen. Es wurde nicht geantwortet.',
        withdrawn: '{assistant} braucht keine Antwort mehr auf {question}.',
        own: {
          rejected: 'Sie haben die Aufgabe bei {question} gestoppt, {time}.',
          rejected_continue:
            'Sie haben {question} nicht beantwortet, {time}. {assistant} macht ohne Antwort weiter.',
          answered: 'Sie haben {question} beantwortet, {time}.',
          agreed: 'Sie haben {question} zugestimmt, {time}.',
        },
        other: {
          rejected: '{who} hat die Aufgabe bei {question} gestoppt, {time}.',
          rejected_continue:
            '{who} hat {question} nicht beantwortet, {time}. {assistant} macht ohne Antwort weiter.',
          answered: '{who} hat {question} beantwortet, {time}.',
          agreed: '{who} hat {question} zugestimmt, {time}.',
        },
      },
    },
    notStarted: {
      approved: 'Genehmigt, aber {assistant} hat nicht begonnen.',
      rejected: 'Abgelehnt, aber {assistant} hat nicht begonnen.',
      answered: 'Beantwortet, aber {assistant} hat nicht begonnen.',
    },
    settled: {
      next: 'Als Nächstes: {tool}.',
      approved: 'Genehmigt.',
      approved_many: '{count} genehmigt.',
      rejected: 'Abgelehnt.',
      rejected_many: '{count} abgelehnt.',
      answered: 'Beantwortet.',
      stopped: 'Die Aufgabe wurde gestoppt.',
      continues: '{assistant} macht weiter.',
      left: 'Noch {left} übrig.',
      none_left: 'Keine Genehmigungen mehr übrig.',
    },
    arrived: {
      review: 'Drücken Sie {key}, um zu prüfen.',
      approval: 'Genehmigung nötig: {tool}.',
      answer: 'Antwort nötig: {question}.',
      approvals: { one: '# Genehmigung nötig.', other: '# Genehmigungen nötig.' },
      decisions: { one: '# Entscheidung nötig.', other: '# Entscheidungen nötig.' },
    },
  }),
  ...barWordsOf(formats, {
    causes,
    conversationFailure: {
      not_found: 'Diese Unterhaltung gibt es nicht.',
      other: 'Der Server ist nicht erreichbar.',
      stale: 'Was Sie sehen, ist vielleicht veraltet.',
    },
    decided: {
      approved: '{count} genehmigt',
      answered: '{count} beantwortet',
      rejected: '{count} abgelehnt',
      expired: '{count} abgelaufen',
      withdrawn: '{count} zurückgezogen',
    },
    hosts: {
      check: 'Prüfen Sie diese Adressen: {list}.',
      is: '{host} ist {address}',
      nowhere: '{host} führt nirgendwohin',
    },
    andMore: '{list} und {count} weitere',
    flaws: {
      repeated_name:
        'Mehrfach angegeben: {places}. Das Tool nutzt vielleicht den einen oder den anderen Wert.',
      special_name: 'Das Tool ignoriert vielleicht {places}.',
      inexact_number: 'Das Tool liest diese Zahlen vielleicht anders: {places}.',
      broken_character: 'Ein halbes Zeichen, das das Tool vielleicht ersetzt, ist in: {places}.',
    },
  }),
  rejectWithNote: 'Ablehnen und Notiz senden',
  editChanged:
    'Diese Anfrage hat sich geändert, während Sie sie bearbeitet haben. Es wurde nichts gesendet. Wählen Sie, was bleiben soll.',
  answerChanged:
    'Die Frage hat sich geändert, während Sie geantwortet haben. Es wurde nichts gesendet. Prüfen Sie Ihre Antwort.',
  approveAnyway: 'Trotzdem genehmigen',
  cancel: 'Abbrechen',
  deciding: {
    approved: 'Wird genehmigt…',
    rejected: 'Wird abgelehnt…',
    rejected_continue: 'Wird abgelehnt…',
    answered: 'Wird beantwortet…',
  },
  tryAgain: 'Erneut versuchen',
  reasonMissing: 'Schreiben Sie einen Grund und lehnen Sie dann erneut ab.',
  answerMissing: 'Schreiben Sie zuerst eine Antwort.',
  declining: 'Wird gesendet…',
  hiddenLost: 'Ein verborgener Wert ist nicht mehr in dieser Anfrage. Verwerfen Sie Ihre Änderungen.',
  guard: {
    covered:
      'Etwas auf dieser Seite verdeckt diese Anfrage. Es wurde nichts gesendet. Schieben Sie es weg und drücken Sie noch einmal.',
    framed:
      'Diese Seite wird in einer anderen Website angezeigt. Öffnen Sie sie für sich, um zu entscheiden.',
    unread:
      'Es wurde nichts gesendet. Es wird geprüft, ob diese Anfrage noch wartet. Drücken Sie gleich noch einmal.',
  },
  notExplained: 'Diese Vorschau konnte nicht angezeigt werden. Die Anfrage ist unverändert.',
  notShown:
    'Anfragen, die auf Sie warten, können hier nicht angezeigt werden. Es wurde nichts gesendet. Laden Sie die Seite neu.',
  openAgain: 'Erneut öffnen',
  edit: 'Vor dem Genehmigen bearbeiten',
  discardEdits: 'Änderungen verwerfen',
  showEdits: 'Änderungen anzeigen',
  keepEdits: 'Meine Änderungen behalten',
  keepAnswer: 'Meine Antwort behalten',
  notJson: 'Das ist noch kein JSON.',
  copyDetails: 'Details kopieren',
  shortcuts: 'Tastenkürzel',
  copied: { yes: 'Kopiert.', no: 'Das konnte nicht kopiert werden.' },
  later: 'Später entscheiden',
  laterHint: 'Es wartet weiter. Nichts ist entschieden.',
  open: 'Öffnen',
  stopping: 'Wird gestoppt…',
  notLoaded: 'Ein Teil hiervon konnte nicht geladen werden. Sie können ohne ihn weitermachen.',
  dismiss: 'Ausblenden',
  changed:
    'Diese Anfrage hat sich geändert. Es wurde nichts gesendet. Lesen Sie sie noch einmal und entscheiden Sie dann.',
  earlier: 'Ihre frühere Entscheidung kann noch ankommen. Bis dahin können Sie neu entscheiden.',
  elsewhere: 'Wird in einem anderen Tab entschieden…',
  onlyRejected: 'Hier lässt sich das nur ablehnen. Um fortzufahren, nutzen Sie die App des Assistenten.',
  keepOpenFailed: 'Es gibt noch nicht mehr Zeit. Versuchen Sie es erneut.',
  show: 'Anzeigen',
  showLess: 'Weniger anzeigen',
  dismissAll: 'Alle ausblenden',
  hiddenShown: 'Verborgene Werte werden angezeigt.',
  hideAgain: 'Wieder verbergen',
  before: 'Vorher',
  now: 'Jetzt',
  hideChanges: 'Änderungen ausblenden',
  showChanges: 'Änderungen einblenden',
  editor: {
    edited: (edits) =>
      edits === 0
        ? 'Noch nichts bearbeitet'
        : count(edits, { one: '# Wert von Ihnen bearbeitet', other: '# Werte von Ihnen bearbeitet' }),
    undo: 'Meine Änderungen zurücknehmen',
    views: 'Bearbeiten als',
    view: { form: 'Formular', code: 'Code' },
    was: 'Vorher:',
    added: 'Von Ihnen hinzugefügt',
    boolean: { true: 'Ja', false: 'Nein' },
    add: (name) => `${name ?? 'Eintrag'} hinzufügen`,
    remove: (name) => `${name} entfernen`,
    item: (at) => `Nummer ${number(at)}`,
    newName: 'Neuer Name',
    nameTaken: 'Diesen Namen gibt es schon.',
    nameNotAdded: 'Dieser Name ist noch nicht hinzugefügt. Fügen Sie ihn hinzu oder leeren Sie das Feld.',
    choose: 'Auswählen…',
    other: 'Etwas anderes',
    invisible: (all) => `Unsichtbare Zeichen darin: ${number(all)}.`,
    notJson: (line) => `Das ist noch kein JSON. Siehe Zeile ${number(line)}.`,
    notNumber: 'Schreiben Sie eine Zahl wie 1.5.',
    codeOnly: 'Das Formular kann dies nicht anzeigen. Bearbeiten Sie den Code.',
    refused: /* @__PURE__ */ refusedBy({
      type: (types) => `Schreiben Sie ${types.join(' oder ')}.`,
      types: {
        string: 'einen Text',
        integer: 'eine ganze Zahl',
        number: 'eine Zahl',
        boolean: 'wahr oder falsch',
        array: 'eine Liste',
        object: 'ein Objekt',
      },
      format: 'Schreiben Sie es wie #.',
      required: 'Füllen Sie dies aus.',
      enum: choose,
      const: choose,
      minLength: 'Zu kurz: # oder mehr Zeichen.',
      maxLength: 'Zu lang: # oder weniger Zeichen.',
      minimum: 'Zu klein: # oder mehr.',
      maximum: 'Zu groß: # oder weniger.',
      exclusiveMinimum: 'Zu klein: mehr als #.',
      exclusiveMaximum: 'Zu groß: weniger als #.',
      multipleOf: 'Schreiben Sie ein Vielfaches von #.',
      minItems: 'Zu wenige: # oder mehr.',
      maxItems: 'Zu viele: # oder weniger.',
      uniqueItems: 'Zwei sind gleich.',
      pattern: 'Schreiben Sie etwas, das zu # passt',
      other: 'Das Tool nimmt dies nicht an.',
    }),
  },
  history: {
    heading: 'Frühere Entscheidungen',
    empty: 'Noch wurde nichts entschieden.',
    status: {
      approved: 'Genehmigt',
      rejected: 'Abgelehnt',
      rejected_continue: 'Abgelehnt',
      answered: 'An seiner Stelle beantwortet',
      expired: 'Abgelaufen',
      withdrawn: 'Nicht mehr nötig',
    },
    effect: {
      approved: '',
      rejected: 'Es ist nicht gelaufen, und die Aufgabe wurde gestoppt.',
      rejected_continue: notRun,
      answered: notRun,
      expired: notRun,
      withdrawn: notRun,
    },
    question: {
      approved: 'Beantwortet',
      rejected: 'Nicht beantwortet',
      rejected_continue: 'Nicht beantwortet',
      answered: 'Beantwortet',
      expired: 'Ohne Antwort abgelaufen',
      withdrawn: 'Nicht mehr gefragt',
    },
    by: ({ by, automatic }, status, own) => {
      if (status === 'expired' || status === 'withdrawn') return undefined
      if (automatic) return `durch ${rules[automatic.by]}${automatic.name ? ` (${automatic.name})` : ''}`
      return `von ${by?.name ?? (own ? 'Ihnen' : 'jemand anderem')}`
    },
    at: dateAndTime,
    remember: {
      operation: 'Für die Aufgabe gemerkt.',
      session: 'In diesem Chat gemerkt.',
      always: 'Von da an gemerkt.',
    },
    result: ({ ok, message }) =>
      `${ok ? 'Es ist gelaufen' : 'Es ist fehlgeschlagen'}${message ? `: ${message}` : '.'}`,
    texts: {
      reason: 'Grund',
      note: 'Notiz',
      answer: 'Antwort',
      arguments: 'Argumente',
      asked: 'Argumente, wie angefragt',
      ran: 'Argumente, wie gelaufen',
    },
    details: { show: 'Argumente anzeigen', hide: 'Argumente ausblenden' },
    earlier: 'Frühere anzeigen',
    reading: 'Wird gelesen…',
    noEarlier: (kept) => `Nur die letzten ${kept} werden aufbewahrt.`,
    copy: 'Als JSON kopieren',
  },
  list: {
    back: 'Zurück',
    open: (tool) => `${tool} öffnen`,
    tick: (tool, target) => `Gemeinsam entscheiden: ${[tool, target].filter(Boolean).join(', ')}`,
    tickAll: (all) => `Alle ${number(all)} gleichartigen auswählen`,
    leftOut: {
      destructive: 'Könnte löschen oder überschreiben. Einzeln prüfen',
      separate: 'Einzeln prüfen',
      new: 'Gerade eingetroffen',
      not_seen: 'Noch nicht ganz gelesen. Zuerst öffnen',
      other_tool: 'Ein anderes Tool',
      other_task: 'Aus einer anderen Aufgabe',
    },
    ticked: 'Ausgewählt',
    deciding: 'Wird entschieden…',
    none: 'Wählen Sie gleichartige Anfragen aus, um gemeinsam zu entscheiden. Nichts wird entschieden, bevor Sie eine Schaltfläche drücken.',
    covered: (targets, left) =>
      `${number(targets.length)} ausgewählt: ${list(targets)}. ${
        left === 0
          ? 'Sonst wartet nichts.'
          : count(left, {
              one: 'Die andere wartet noch auf Sie.',
              other: 'Die anderen # warten noch auf Sie.',
            })
      }`,
    decide: {
      approved: (all) => `Diese ${number(all)} genehmigen`,
      answered: (all) => `Diese ${number(all)} beantworten`,
      rejected: (all) => `Diese ${number(all)} ablehnen und stoppen`,
      rejected_continue: (all) => `Diese ${number(all)} ablehnen`,
    },
  },
  remember: {
    tool: (name, server) => (server === undefined ? name : `${name} von ${server}`),
    once: 'Nur dieses eine',
    onceHint: 'Beim nächsten Mal werden Sie wieder gefragt.',
    scope: {
      operation: (tool) => `Jedes ${tool} in dieser Aufgabe`,
      session: (tool) => `Jedes ${tool} in diesem Chat`,
      always: (tool) => `${tool} immer erlauben`,
    },
    anyArguments: 'Mit beliebigen Argumenten.',
    undo: { operation: 'Das endet mit der Aufgabe.', session: undo, always: undo },
    grant: {
      operation: (tool) => `Erlaubt auch jedes ${tool} in dieser Aufgabe, mit beliebigen Argumenten.`,
      session: (tool) => `Erlaubt auch jedes ${tool} in diesem Chat, mit beliebigen Argumenten.`,
      always: (tool) => `Erlaubt auch jedes ${tool} von jetzt an, mit beliebigen Argumenten.`,
    },
    changeToOnce: 'Nur dieses eine erlauben',
  },
  settings: {
    heading: 'Wann Sie gefragt werden',
    scope: {
      conversation: 'Für diesen Chat.',
      user: 'Für alle Ihre Chats.',
      workspace: 'Für alle in diesem Arbeitsbereich.',
    },
    mode: { ...modes, auto_run: 'Nicht fragen' },
    hint: {
      ask: (assistant) => `${assistant} führt nichts ohne Ihre Genehmigung aus.`,
      allow_list: (assistant) =>
        `${assistant} führt die Tools unten ohne Rückfrage aus, mit beliebigen Argumenten.`,
      auto_run: (assistant) => `${assistant} führt jedes Tool ohne Rückfrage aus, mit beliebigen Argumenten.`,
    },
    confirm: {
      ask: () => '',
      allow_list: (assistant) => `Ab jetzt führt ${assistant} die Tools der Liste ohne Rückfrage aus.`,
      auto_run: (assistant) => `Ab jetzt führt ${assistant} jedes Tool ohne Rückfrage aus.`,
    },
    waitsOn: 'Was schon auf Sie wartet, wartet weiter.',
    change: { ...modes, auto_run: 'Ab jetzt nicht fragen' },
    cancel: 'Abbrechen',
    list: 'Ohne Rückfrage erlaubt',
    empty: 'Noch kein Tool. Wählen Sie „Einmal“ neben „Genehmigen“, um eines hinzuzufügen.',
    unused: 'Gilt nur bei „Fragen, außer auf meiner Liste“.',
    tool: (name, server) => (server === undefined ? name : `${name} von ${server}`),
    added: (at) => `seit ${dateAndTime(at)}`,
    remove: 'Entfernen',
    viewOnly: 'Sie können dies nicht ändern.',
    changed: 'Geändert.',
    stale:
      'Dies wurde inzwischen anderswo geändert, daher wurde jetzt nichts geändert. Lesen Sie es noch einmal und entscheiden Sie dann.',
    failed: ({ applied, code }) =>
      code === 'forbidden'
        ? 'Sie sind nicht berechtigt, dies zu ändern. Es wurde nichts geändert.'
        : applied === 'no'
          ? 'Es wurde nichts geändert. Versuchen Sie es erneut.'
          : 'Es gibt noch keine Antwort. Vielleicht wurde es geändert: Sehen Sie oben nach und versuchen Sie es dann erneut.',
    unread: 'Diese Einstellungen sind nicht lesbar.',
    reread: 'Neu laden',
  },
  keys: {
    heading: 'Tastenkürzel',
    does: {
      jump: 'Zu dieser Anfrage und zurück',
      approve: 'Genehmigen, oder senden, was Sie geschrieben haben',
      reject_continue: 'Ablehnen und weitermachen',
      reject: 'Ablehnen und stoppen',
      edit: 'Vor dem Genehmigen bearbeiten',
      help: 'Diese Liste anzeigen',
      move: 'Vorige und nächste Anfrage, auf deren Tasten',
      leave: 'Schließen oder zurück. Entscheidet nichts.',
    },
    close: 'Schließen',
  },
  waiting: {
    waiting: (all, hasMore) =>
      hasMore
        ? `${number(all)} oder mehr warten auf Sie`
        : `${number(all)} ${all === 1 ? 'wartet' : 'warten'} auf Sie`,
    menu: 'Wartet auf Sie',
  },
  previews: /* @__PURE__ */ previewWordsOf(formats, {
    labels: {
      account: 'Konto',
      action: 'Aktion',
      address: 'Adresse',
      amount: 'Betrag',
      attachments: 'Anhang',
      bcc: 'Bcc',
      body: 'Inhalt',
      cc: 'Cc',
      database: 'Datenbank',
      directory: 'Läuft in',
      ends: 'Ende',
      file: 'Datei',
      from: 'Von',
      guests: 'Gäste',
      headers: 'Header',
      method: 'Methode',
      payee: 'Empfänger',
      place: 'Ort',
      replyTo: 'Antwort an',
      size: 'Größe',
      starts: 'Beginn',
      subject: 'Betreff',
      target: 'Ziel',
      text: 'Text',
      title: 'Titel',
      to: 'An',
      type: 'Typ',
    },
    notTold: 'nicht angegeben',
    alsoSent: 'Außerdem gesendet',
    added: { one: '# Zeile hinzugefügt', other: '# Zeilen hinzugefügt' },
    removed: { one: '# Zeile entfernt', other: '# Zeilen entfernt' },
    unchanged: { one: '# Zeile unverändert', other: '# Zeilen unverändert' },
    lines: { one: '# Zeile', other: '# Zeilen' },
    bytes: { one: '# Byte', other: '# Byte' },
    everywhere: 'Ersetzt jede Stelle mit diesem Text',
    once: 'Ersetzt eine Stelle mit diesem Text',
    localTime: '{time}, Ihre Zeit',
    notes: {
      administrator: 'Läuft mit Administratorrechten',
      creates: 'Erstellt eine neue Datei',
      currency_unknown: 'Währung nicht angegeben',
      deletes: 'Könnte Dateien löschen',
      deletes_data: 'Löscht Daten',
      deletes_file: 'Löscht die Datei',
      every_row: 'Keine Bedingung: alle Zeilen',
      exists: 'Überschreibt eine vorhandene Datei',
      exists_unknown: 'Nicht angegeben, ob es die Datei gibt',
      file_unknown: 'Nicht angegeben, ob es die Datei gibt und ob sie in Ihrem Arbeitsbereich liegt',
      foreign_host: 'Außerhalb von {about}',
      login: 'Die Adresse enthält Zugangsdaten',
      no_host: 'Nennt keine Website',
      no_zone: 'Zeitzone nicht angegeben',
      not_encrypted: 'Nicht verschlüsselt',
      outside: 'Außerhalb von {about}',
      overwrites: 'Überschreibt {about}',
      private_host: 'In einem privaten Netz',
      reaches: 'Erreicht {about}',
      runs_download: 'Führt aus, was es herunterlädt',
      workspace_unknown: 'Nicht angegeben, ob dies in Ihrem Arbeitsbereich liegt',
    },
  }),
}
