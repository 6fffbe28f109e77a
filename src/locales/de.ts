// Labels as GitHub and Slack have them in German: "Genehmigen", "Ablehnen", "Abbrechen", "Erneut versuchen".
import { formatsOf } from './formats.ts'
import { expiryWith, headingWith, hiddenWith, type Language, linesWith } from './language.ts'

const formats = /* @__PURE__ */ formatsOf('de')
const { count } = formats

const characters = (all: number): string =>
  count(all, { one: '# weiteres Zeichen', other: '# weitere Zeichen' })

/** German. */
export const de: Language = {
  locale: 'de',
  direction: 'ltr',
  reviewedBy: null,
  onDemand: () => import('./more/de.ts').then((all) => all.more),
  assistant: 'Assistent',
  verb: () => undefined,
  sentence: () => undefined,
  rejecting: {
    rejected: () => 'Stoppen: Die Aufgabe endet.',
    rejected_continue: (assistant) => `Weitermachen: ${assistant} erfährt es und arbeitet weiter.`,
  },
  decisions: {
    approved: 'Genehmigen',
    rejected: 'Ablehnen und stoppen',
    rejected_continue: 'Ablehnen und weitermachen',
    answered: 'Antworten',
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
  riskClaim: 'laut Tool, nicht geprüft',
  showMore: 'Mehr',
  howLong: 'Wie lange die Genehmigung gilt',
  scopes: { once: 'Einmal', operation: 'Diese Aufgabe', session: 'Dieser Chat', always: 'Immer' },
  overflow: 'Mehr',
  why: { agent: 'Begründung des Assistenten:', policy: 'Richtlinie:', unknown: 'Begründung:' },
  agentReason: (agent) => `Begründung von ${agent}:`,
  unreadable: (all) =>
    count(all, {
      one: 'Eine Anfrage ist nicht lesbar und wird nicht angezeigt. Sie ist nicht gelaufen.',
      other: '# Anfragen sind nicht lesbar und werden nicht angezeigt. Sie sind nicht gelaufen.',
    }),
  more: characters,
  stop: 'Aufgabe stoppen',
  reason: (assistant) => `${assistant} sagen, was stattdessen zu tun ist`,
  addNote: 'Notiz hinzufügen',
  approvalNote: {
    agent: (assistant) => `Genehmigen: ${assistant} liest das.`,
    record: (assistant) => `Genehmigen: Wird mit Ihrer Entscheidung aufbewahrt. ${assistant} liest es nicht.`,
    nobody: () => 'Genehmigen: Ihre Worte werden nicht gesendet.',
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
}
