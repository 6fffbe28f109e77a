// Labels as Microsoft and Google have them in Dutch: "Goedkeuren", "Afwijzen", "Annuleren", "Opnieuw proberen".
import { formatsOf } from './formats.ts'
import { expiryWith, headingWith, hiddenWith, type Language, linesWith } from './language.ts'

const formats = /* @__PURE__ */ formatsOf('nl')
const { count } = formats

const characters = (all: number): string => count(all, { one: 'nog # teken', other: 'nog # tekens' })

/** Dutch. */
export const nl: Language = {
  locale: 'nl',
  direction: 'ltr',
  reviewedBy: null,
  onDemand: () => import('./more/nl.ts').then((all) => all.more),
  assistant: 'Assistent',
  verb: () => undefined,
  sentence: () => undefined,
  rejecting: {
    rejected: () => 'Stoppen: de taak eindigt.',
    rejected_continue: (assistant) => `Doorgaan: ${assistant} krijgt het te horen en werkt verder.`,
  },
  decisions: {
    approved: 'Goedkeuren',
    rejected: 'Afwijzen en stoppen',
    rejected_continue: 'Afwijzen en doorgaan',
    answered: 'Antwoorden',
  },
  argumentsNotTold:
    'De backend heeft niet gemeld met welke argumenten dit zou worden uitgevoerd. Goedkeuren kan daarom niet.',
  answerForToolHint: (assistant) =>
    `De tool wordt niet uitgevoerd. ${assistant} krijgt in plaats daarvan je antwoord.`,
  openAndContinue: 'Openen en doorgaan',
  decline: 'Niet antwoorden',
  declineHint: (assistant) => `Niet antwoorden: ${assistant} gaat door zonder antwoord.`,
  revealFirst: 'Verborgen waarden tonen om goed te keuren',
  showFirst: /* @__PURE__ */ linesWith('Alles openen om goed te keuren', (lines) =>
    count(lines, {
      one: '# regel openen om goed te keuren',
      other: 'Alle # regels openen om goed te keuren',
    }),
  ),
  actor: ({ name, relation, path: [path] }, assistant) =>
    relation === 'handoff' ? name : `${name} (voor ${path ?? assistant})`,
  wants: (assistant) => [`${assistant} wil `, ' uitvoeren'],
  asks: (actor, question) =>
    question === undefined ? [`${actor} `, 'stelt een vraag', ''] : [`${actor} vraagt: `, question, ''],
  answer: 'Je antwoord',
  answerForTool: 'In plaats van de tool antwoorden',
  opens: ['Opent ', ' in een nieuw tabblad'],
  notOpened: 'Dit adres kan hier niet worden geopend, omdat het geen https is.',
  inOrder: (tool) => `Beslis eerst over ${tool}.`,
  source: (server) => `van ${server}`,
  agentReason: (agent) => `Reden van ${agent}:`,
  unreadable: (all) =>
    count(all, {
      one: '# verzoek is niet leesbaar en wordt niet getoond. Het is niet uitgevoerd.',
      other: '# verzoeken zijn niet leesbaar en worden niet getoond. Ze zijn niet uitgevoerd.',
    }),
  heading: /* @__PURE__ */ headingWith(
    'Activiteit',
    'Goedkeuring nodig',
    'Antwoord nodig',
    (all) => count(all, { one: '# goedkeuring nodig', other: '# goedkeuringen nodig' }),
    (all) => count(all, { one: '# antwoord nodig', other: '# antwoorden nodig' }),
    (all) => count(all, { one: '# beslissing nodig', other: '# beslissingen nodig' }),
  ),
  pager: 'Wachtende verzoeken',
  position: (at, total) => `Verzoek ${at} van ${total}`,
  seeAll: 'Alles bekijken',
  previous: 'Vorig verzoek',
  next: 'Volgend verzoek',
  showMore: 'Meer',
  overflow: 'Meer',
  risks: {
    destructive: 'Kan verwijderen of overschrijven',
    outside: 'Gebruikt externe diensten',
    read_only: 'Wijzigt niets',
    unknown: 'Gevolgen onbekend',
  },
  riskClaim: 'volgens de tool, niet gecontroleerd',
  howLong: 'Hoelang de goedkeuring geldt',
  scopes: { once: 'Eenmalig', operation: 'Deze taak', session: 'Deze chat', always: 'Altijd' },
  why: { agent: 'Reden van de assistent:', policy: 'Beleid:', unknown: 'Reden:' },
  stop: 'Taak stoppen',
  reread: 'Opnieuw laden',
  reason: (assistant) => `${assistant} vertellen wat er anders moet`,
  addNote: 'Notitie toevoegen',
  approvalNote: {
    agent: (assistant) => `Goedkeuren: ${assistant} leest dit.`,
    record: (assistant) => `Goedkeuren: wordt bij je beslissing bewaard. ${assistant} leest het niet.`,
    nobody: () => 'Goedkeuren: je woorden worden niet verstuurd.',
  },
  keepOpen: 'Meer tijd geven',
  more: characters,
  arguments: 'Argumenten',
  noArguments: 'Geen argumenten.',
  revealHidden: 'Verborgen waarden tonen',
  busy: {
    running: (assistant) => `${assistant} is bezig…`,
    asking: () => 'Wachten op bevestiging…',
    sending: () => 'Je beslissing wordt verstuurd…',
    not_taken: (assistant) => `Wachten tot ${assistant} het oppakt. Er is niets uitgevoerd.`,
    checking: () => 'Er wordt gecontroleerd of je beslissing is aangekomen. Je hoeft niets te doen.',
  },
  connection: {
    connecting: 'Niet live. Verbinding maken…',
    stale: 'Niet live. Wat je ziet, kan verouderd zijn.',
    stopped: 'Niet live. Er komen geen updates meer.',
  },
  noPermission: (why) =>
    ['Je kunt dit niet goedkeuren.', why, 'Het blijft wachten.'].filter(Boolean).join(' '),
  expires: /* @__PURE__ */ expiryWith(
    formats,
    'De tijd om te beslissen is voorbij.',
    (time) => `Nog ${time}`,
    (minutes) => `${minutes} min`,
    (time) => `Tot ${time}`,
    ', daarna wordt het niet uitgevoerd',
  ),
  showExactText: 'Exacte tekst tonen',
  showAsList: 'Als lijst tonen',
  showPreview: 'Voorbeeld tonen',
  showAll: /* @__PURE__ */ linesWith('Alles tonen', (lines) =>
    count(lines, { one: '# regel tonen', other: 'Alle # regels tonen' }),
  ),
  hidden: /* @__PURE__ */ hiddenWith(
    (lines) => count(lines, { one: 'nog # regel', other: 'nog # regels' }),
    characters,
  ),
  hiddenArguments: (values) => count(values, { one: 'nog # waarde', other: 'nog # waarden' }),
  invisible: (all) =>
    count(all, {
      one: '# onzichtbaar teken, getoond als ⟦U+…⟧.',
      other: '# onzichtbare tekens, getoond als ⟦U+…⟧.',
    }),
  hiddenValue: (value) =>
    `${count(value.characters, { one: 'verborgen, # teken', other: 'verborgen, # tekens' })}${value.by === 'tool' ? ', gemarkeerd door de tool' : ''}`,
  hiddenValues: ({ length }) =>
    count(length, { one: '# waarde is verborgen.', other: '# waarden zijn verborgen.' }),
}
