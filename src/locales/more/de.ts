import { formatsOf } from '../formats.ts'
import type { OnDemandWords } from '../onDemandWords.ts'
import { refusedBy } from '../refusedBy.ts'
import { troubleWordsOf } from '../troubleWordsOf.ts'

const formats = /* @__PURE__ */ formatsOf('de')
const { count } = formats
const choose = 'Wählen Sie etwas, das das Tool annimmt.'
const undo = 'Sie können das in den Genehmigungseinstellungen zurücknehmen.'
const notRun = 'Es ist nicht gelaufen.'
const rules = { rule: 'eine Regel', mode: 'den Genehmigungsmodus', remembered: 'eine gemerkte Genehmigung' }
const modes = { ask: 'Jedes Mal fragen', allow_list: 'Fragen, außer auf meiner Liste' }

/** German, for what goes wrong, and for the parts that not every page has. */
export const more: OnDemandWords = {
  trouble: /* @__PURE__ */ troubleWordsOf(formats, {
    gap: ' ',
    hiddenLost: 'Ein verborgener Wert ist nicht mehr in dieser Anfrage. Verwerfen Sie Ihre Änderungen.',
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
    guard: {
      covered:
        'Etwas auf dieser Seite verdeckt diese Anfrage. Es wurde nichts gesendet. Schieben Sie es weg und drücken Sie noch einmal.',
      framed:
        'Diese Seite wird in einer anderen Website angezeigt. Öffnen Sie sie für sich, um zu entscheiden.',
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
      causes: {
        offline: 'Sie sind offline.',
        unauthenticated: 'Sie sind abgemeldet.',
        forbidden: 'Sie sind nicht berechtigt, dies zu sehen.',
        not_found: 'Der Server kennt diese Anfrage nicht.',
        invalid: 'Der Server konnte diese Entscheidung nicht annehmen.',
        rate_limited: 'Der Server bittet, langsamer zu machen.',
        timeout: 'Dies wurde nicht rechtzeitig bestätigt.',
        protocol: 'Die Antwort des Servers ist nicht lesbar.',
        unsupported: 'Der Server kann das nicht.',
        other: 'Der Server konnte nicht weitermachen.',
      },
      ran: {
        offline: 'Ihre Entscheidung wurde nicht gesendet.',
        answered: 'Ihre Antwort wurde nicht angenommen.',
        no: 'Es ist nichts gelaufen.',
      },
      next: 'Versuchen Sie es erneut.',
    },
    editRefused: 'Es wurde nichts gesendet. {problem}',
    editChanged:
      'Diese Anfrage hat sich geändert, während Sie sie bearbeitet haben. Es wurde nichts gesendet. Wählen Sie, was bleiben soll.',
    answerChanged:
      'Die Frage hat sich geändert, während Sie geantwortet haben. Es wurde nichts gesendet. Prüfen Sie Ihre Antwort.',
    notStarted: {
      approved: 'Genehmigt, aber {assistant} hat nicht begonnen.',
      rejected: 'Abgelehnt, aber {assistant} hat nicht begonnen.',
      answered: 'Beantwortet, aber {assistant} hat nicht begonnen.',
    },
    stopFailed: {
      no: 'Die Aufgabe wurde nicht gestoppt. Versuchen Sie es erneut.',
      unknown: 'Es gibt noch keine Antwort. Die Aufgabe läuft vielleicht weiter. Versuchen Sie es erneut.',
    },
    conversationFailure: {
      not_found: 'Diese Unterhaltung gibt es nicht.',
      other: 'Der Server ist nicht erreichbar.',
      stale: 'Was Sie sehen, ist vielleicht veraltet.',
    },
    keepOpenFailed: 'Es gibt noch nicht mehr Zeit. Versuchen Sie es erneut.',
    notLoaded: 'Ein Teil hiervon konnte nicht geladen werden. Sie können ohne ihn weitermachen.',
  }),
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
    item: (at) => `Nummer ${formats.number(at)}`,
    choose: 'Auswählen…',
    other: 'Etwas anderes',
    invisible: (characters) => `Unsichtbare Zeichen darin: ${formats.number(characters)}.`,
    notJson: (line) => `Das ist noch kein JSON. Siehe Zeile ${formats.number(line)}.`,
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
    at: formats.dateAndTime,
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
    copy: 'Als JSON kopieren',
  },
  list: {
    heading: (pending) => count(pending, { one: '# Genehmigung nötig', other: '# Genehmigungen nötig' }),
    back: 'Zurück',
    open: (tool) => `${tool} öffnen`,
    tick: (tool, target) => `Gemeinsam entscheiden: ${[tool, target].filter(Boolean).join(', ')}`,
    tickAll: (all) => `Alle ${formats.number(all)} gleichartigen auswählen`,
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
      `${formats.number(targets.length)} ausgewählt: ${formats.list(targets)}. ${
        left === 0
          ? 'Sonst wartet nichts.'
          : count(left, {
              one: 'Die andere wartet noch auf Sie.',
              other: 'Die anderen # warten noch auf Sie.',
            })
      }`,
    decide: {
      approved: (all) => `Diese ${formats.number(all)} genehmigen`,
      answered: (all) => `Diese ${formats.number(all)} beantworten`,
      rejected: (all) => `Diese ${formats.number(all)} ablehnen und stoppen`,
      rejected_continue: (all) => `Diese ${formats.number(all)} ablehnen`,
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
    added: (at) => `seit ${formats.dateAndTime(at)}`,
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
  waiting: {
    waiting: (all, hasMore) => `${formats.number(all)}${hasMore ? ' oder mehr' : ''} warten auf Sie`,
    menu: 'Wartet auf Sie',
  },
}
