// Longer than 250 lines: every text of the language, one after the other.
// Labels as Microsoft and Google have them in Dutch: "Goedkeuren", "Afwijzen", "Annuleren", "Opnieuw proberen".
import { barWordsOf } from './barWordsOf.ts'
import { decisionWordsOf } from './decisionWordsOf.ts'
import { formatsOf } from './formats.ts'
import { expiryWith, headingWith, hiddenWith, type Language, linesWith, unreadableWith } from './language.ts'
import { previewWordsOf } from './previewWordsOf.ts'
import { refusedBy } from './refusedBy.ts'

const formats = /* @__PURE__ */ formatsOf('nl')
const { count, dateAndTime, list, number } = formats
const defaultName = 'Assistent'
const choose = 'Kies een waarde die de tool accepteert.'
const undo = 'Je kunt dit ongedaan maken in de goedkeuringsinstellingen.'
const notRun = 'Het is niet uitgevoerd.'
const rules = {
  rule: 'door een regel',
  mode: 'door de goedkeuringsmodus',
  remembered: 'door een onthouden goedkeuring',
}
const modes = { ask: 'Elke keer vragen', allow_list: 'Vragen, behalve voor mijn lijst' }
const causes = {
  offline: 'Je bent offline.',
  unauthenticated: 'Je bent uitgelogd.',
  forbidden: 'Je hebt geen toestemming om dit te zien.',
  not_found: 'De server kent dit verzoek niet.',
  invalid: 'De server kon deze beslissing niet aannemen.',
  rate_limited: 'De server vraagt om het rustiger aan te doen.',
  timeout: 'Dit is niet op tijd bevestigd.',
  protocol: 'Het antwoord van de server is niet leesbaar.',
  unsupported: 'De server kan dit niet.',
  other: 'De server kon niet doorgaan.',
}

const characters = (all: number): string => count(all, { one: 'nog # teken', other: 'nog # tekens' })

/** Dutch. */
export const nl: Language = {
  locale: 'nl',
  direction: 'ltr',
  reviewedBy: null,
  assistant: defaultName,
  verb: () => undefined,
  sentence: () => undefined,
  rejecting: {
    rejected: () => 'Stoppen: de taak eindigt.',
    rejected_continue: (assistant) => `Doorgaan: ${assistant} krijgt het te horen en werkt verder.`,
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
  agentReason: (agent) => (agent === defaultName ? 'Reden van de assistent:' : `Reden van ${agent}:`),
  unreadable: /* @__PURE__ */ unreadableWith((all) =>
    count(all, {
      one: '# verzoek is niet leesbaar en wordt niet getoond. Het is niet uitgevoerd.',
      other: '# verzoeken zijn niet leesbaar en worden niet getoond. Ze zijn niet uitgevoerd.',
    }),
  ),
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
  riskClaim: '(volgens de tool, niet gecontroleerd)',
  fullStop: '.',
  howLong: 'Hoelang de goedkeuring geldt',
  scopes: { once: 'Eenmalig', operation: 'Deze taak', session: 'Deze chat', always: 'Altijd' },
  why: { policy: 'Beleid:', unknown: 'Reden:' },
  stop: 'Taak stoppen',
  reread: 'Opnieuw laden',
  reason: (assistant) => `${assistant} vertellen wat er anders moet`,
  addNote: 'Notitie toevoegen',
  approvalNote: {
    agent: (assistant) => `Goedkeuren: ${assistant} leest dit.`,
    record: (assistant) => `Goedkeuren: wordt bij je beslissing bewaard. ${assistant} leest het niet.`,
    nobody: () => 'Goedkeuren: je tekst wordt niet verstuurd.',
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
  needsAnswer: (tool) => `Wacht op je antwoord: ${tool}`,
  editRefused: (problem) => `Er is niets verstuurd. ${problem}`,
  waitingFor: (host) => `Wachten op ${host}`,
  stopFailed: {
    no: 'De taak is niet gestopt. Probeer het opnieuw.',
    unknown: 'Er is nog geen antwoord. De taak gaat misschien door. Probeer het opnieuw.',
  },
  ended: {
    done: (assistant) => `${assistant} is klaar.`,
    interrupted: () => 'De taak is gestopt.',
    error: (assistant) => `${assistant} is mislukt.`,
  },
  expiring: {
    minute: (tool) => `${tool} verloopt over 1 minuut.`,
    seconds: (tool) => `${tool} verloopt over 20 seconden.`,
  },
  ...decisionWordsOf(formats, {
    decisions: {
      approved: 'Goedkeuren',
      rejected: 'Afwijzen en stoppen',
      rejected_continue: 'Afwijzen en doorgaan',
      answered: 'Antwoorden',
    },
    approveEdited: { one: 'Goedkeuren met # wijziging', other: 'Goedkeuren met # wijzigingen' },
    approveAnd: {
      operation: '{approve} en toestaan in deze taak',
      session: '{approve} en toestaan in deze chat',
      always: '{approve} en altijd toestaan',
    },
    confirm: '{tool} kan iets verwijderen of overschrijven.',
    confirmOther: 'Controleer het nog eens voordat je goedkeurt: {tool}.',
    unasked: {
      operation: 'Vanaf nu wordt het uitgevoerd zonder te vragen, tot deze taak eindigt.',
      session: 'Vanaf nu wordt het in deze chat uitgevoerd zonder te vragen.',
      always: 'Vanaf nu wordt het altijd uitgevoerd zonder te vragen.',
    },
    refused: {
      first: {
        too_early: 'Dat was te vroeg. Druk nog een keer.',
        moved: 'De knop was net verschoven. Er is niets verstuurd. Druk nog een keer.',
        changed: 'Dit verzoek was net veranderd. Er is niets verstuurd. Controleer het en druk nog een keer.',
      },
      again: {
        too_early:
          'Er is niets verstuurd. Een klik telt als dit verzoek een halve seconde in beeld is geweest. Wacht even en druk dan één keer.',
        moved:
          'Er is niets verstuurd, omdat de knop steeds verschuift. Houd de aanwijzer stil tot de knop stilstaat en druk dan één keer. Of ga er met Tab naartoe en druk op Enter.',
        changed:
          'Er is niets verstuurd, omdat dit verzoek steeds verandert. Wacht tot het gelijk blijft, controleer het en druk dan één keer.',
      },
    },
    siblings: {
      chosen: 'Je hebt ‘{decision}’ gekozen. Je kunt dat nog wijzigen.',
      together: 'Deze {count} worden samen verstuurd, met de laatste. Nog {left} over.',
      last: 'Je klik verstuurt alle {count} beslissingen.',
      stop: 'Wijs ze allemaal af om de taak te stoppen.',
      voids: 'Als je er een afwijst, worden ook de goedgekeurde niet uitgevoerd.',
      rejects_other: 'Als je deze afwijst, wordt ook de andere afgewezen.',
      rejects_others: 'Als je deze afwijst, worden ook de andere {count} afgewezen.',
    },
    failure: {
      unknown: {
        approved:
          'Je goedkeuring is verstuurd, maar er is nog geen antwoord. Misschien is het uitgevoerd. Je kunt het veilig opnieuw proberen.',
        rejected:
          'Je afwijzing is verstuurd, maar er is nog geen antwoord. Misschien is ze al van kracht. Je kunt het veilig opnieuw proberen.',
        answered:
          'Je antwoord is verstuurd, maar er kwam nog niets terug. Misschien is het aangekomen. Je kunt het veilig opnieuw proberen.',
      },
      in_progress:
        'Hierover wordt in een ander tabblad beslist. Van hieruit is niets verstuurd. Kijk daar of wacht op het resultaat.',
      forbidden: {
        approved: 'Je hebt geen toestemming om dit goed te keuren. Er is niets uitgevoerd.',
        rejected: 'Je hebt geen toestemming om dit af te wijzen. Er is niets uitgevoerd.',
        answered: 'Je hebt geen toestemming om dit te beantwoorden. Er is niets uitgevoerd.',
      },
      causes,
      ran: {
        offline: 'Je beslissing is niet verstuurd.',
        answered: 'Je antwoord is niet aangenomen.',
        no: 'Er is niets uitgevoerd.',
      },
      next: 'Probeer het opnieuw.',
    },
    receipt: {
      own: {
        approved: 'Je hebt {tool} goedgekeurd, {time}.',
        rejected: 'Je hebt {tool} afgewezen, {time}.',
        answered: 'Je hebt in plaats van {tool} geantwoord, {time}.',
      },
      other: {
        approved: '{who} heeft {tool} goedgekeurd, {time}.',
        rejected: '{who} heeft {tool} afgewezen, {time}.',
        answered: '{who} heeft in plaats van {tool} geantwoord, {time}.',
      },
      somebody: 'Iemand anders',
      rule: 'Een regel ({rule})',
      rules: {
        mode: 'de modus ‘Niet vragen’',
        remembered: '{name} is eerder toegestaan',
        rule: '{name} staat op de lijst',
      },
      it: 'de tool',
      expired: '{tool} is om {time} verlopen.',
      withdrawn: '{assistant} heeft {tool} niet meer nodig.',
      tool: {
        agent: '{tool} voor {agent}',
        own_edits: '{tool} met je wijzigingen',
        edits: '{tool} met wijzigingen',
      },
      failed: 'Het is mislukt.',
      failed_with: 'Het is mislukt: {message}',
      not_run: notRun,
      note: 'Notitie: ‘{note}’',
      question: {
        expired: '{question} is om {time} verlopen. Er is niet geantwoord.',
        withdrawn: '{assistant} heeft geen antwoord meer nodig op {question}.',
        own: {
          rejected: 'Je hebt de taak gestopt bij {question}, {time}.',
          rejected_continue:
            'Je hebt {question} niet beantwoord, {time}. {assistant} gaat door zonder antwoord.',
          answered: 'Je hebt {question} beantwoord, {time}.',
          agreed: 'Je bent akkoord gegaan met {question}, {time}.',
        },
        other: {
          rejected: '{who} heeft de taak gestopt bij {question}, {time}.',
          rejected_continue:
            '{who} heeft {question} niet beantwoord, {time}. {assistant} gaat door zonder antwoord.',
          answered: '{who} heeft {question} beantwoord, {time}.',
          agreed: '{who} is akkoord gegaan met {question}, {time}.',
        },
      },
    },
    notStarted: {
      approved: 'Goedgekeurd, maar {assistant} is niet begonnen.',
      rejected: 'Afgewezen, maar {assistant} is niet begonnen.',
      answered: 'Beantwoord, maar {assistant} is niet begonnen.',
    },
    settled: {
      next: 'Volgende: {tool}.',
      approved: 'Goedgekeurd.',
      approved_many: '{count} goedgekeurd.',
      rejected: 'Afgewezen.',
      rejected_many: '{count} afgewezen.',
      answered: 'Beantwoord.',
      stopped: 'De taak is gestopt.',
      continues: '{assistant} gaat door.',
      left: 'Nog {left} over.',
      none_left: 'Geen goedkeuringen meer over.',
    },
    arrived: {
      review: 'Druk op {key} om te bekijken.',
      approval: 'Goedkeuring nodig: {tool}.',
      answer: 'Antwoord nodig: {question}.',
      approvals: { one: '# goedkeuring nodig.', other: '# goedkeuringen nodig.' },
      decisions: { one: '# beslissing nodig.', other: '# beslissingen nodig.' },
    },
  }),
  ...barWordsOf(formats, {
    causes,
    conversationFailure: {
      not_found: 'Dit gesprek bestaat niet.',
      other: 'De server is niet bereikbaar.',
      stale: 'Wat je ziet, kan verouderd zijn.',
    },
    decided: {
      approved: '{count} goedgekeurd',
      answered: '{count} beantwoord',
      rejected: '{count} afgewezen',
      expired: '{count} verlopen',
      withdrawn: '{count} ingetrokken',
    },
    hosts: {
      check: 'Controleer deze adressen: {list}.',
      is: '{host} is {address}',
      nowhere: '{host} leidt nergens heen',
    },
    andMore: '{list} en nog {count}',
    flaws: {
      repeated_name: 'Meer dan eens opgegeven: {places}. De tool kan elk van de waarden gebruiken.',
      special_name: 'De tool negeert misschien {places}.',
      inexact_number: 'De tool leest deze getallen misschien anders: {places}.',
      broken_character: 'Een half teken, dat de tool misschien vervangt, staat in: {places}.',
    },
  }),
  rejectWithNote: 'Afwijzen en notitie sturen',
  approveAnyway: 'Toch goedkeuren',
  cancel: 'Annuleren',
  deciding: {
    approved: 'Wordt goedgekeurd…',
    rejected: 'Wordt afgewezen…',
    rejected_continue: 'Wordt afgewezen…',
    answered: 'Wordt beantwoord…',
  },
  declining: 'Wordt verstuurd…',
  stopping: 'Wordt gestopt…',
  tryAgain: 'Opnieuw proberen',
  editChanged:
    'Dit verzoek is veranderd terwijl je het bewerkte. Er is niets verstuurd. Kies wat je wilt behouden.',
  answerChanged:
    'De vraag is veranderd terwijl je antwoordde. Er is niets verstuurd. Controleer je antwoord.',
  reasonMissing: 'Schrijf een reden en wijs dan opnieuw af.',
  answerMissing: 'Schrijf eerst een antwoord.',
  hiddenLost: 'Een verborgen waarde staat niet meer in dit verzoek. Verwijder je wijzigingen.',
  guard: {
    covered:
      'Iets op deze pagina bedekt dit verzoek. Er is niets verstuurd. Schuif het weg en druk nog een keer.',
    framed: 'Deze pagina wordt in een andere site getoond. Open haar apart om te beslissen.',
    unread: 'Er is niets verstuurd. Er wordt gecontroleerd of dit verzoek nog wacht. Druk zo nog een keer.',
  },
  openAgain: 'Opnieuw openen',
  edit: 'Bewerken voor goedkeuring',
  discardEdits: 'Wijzigingen verwijderen',
  showEdits: 'Wijzigingen tonen',
  keepEdits: 'Mijn wijzigingen behouden',
  keepAnswer: 'Mijn antwoord behouden',
  notJson: 'Dit is nog geen JSON.',
  copyDetails: 'Details kopiëren',
  shortcuts: 'Sneltoetsen',
  copied: { yes: 'Gekopieerd.', no: 'Kopiëren is niet gelukt.' },
  later: 'Later beslissen',
  laterHint: 'Het blijft wachten. Er wordt niets beslist.',
  open: 'Openen',
  dismiss: 'Verbergen',
  dismissAll: 'Alles verbergen',
  show: 'Tonen',
  showLess: 'Minder tonen',
  before: 'Voorheen',
  now: 'Nu',
  hideChanges: 'Verschillen verbergen',
  showChanges: 'Verschillen tonen',
  hiddenShown: 'Verborgen waarden worden getoond.',
  hideAgain: 'Weer verbergen',
  notExplained: 'Dit voorbeeld kon niet worden getoond. Het verzoek is ongewijzigd.',
  notShown:
    'Verzoeken die op je wachten, kunnen hier niet worden getoond. Er is niets verstuurd. Laad de pagina opnieuw.',
  notLoaded: 'Een deel hiervan kon niet worden geladen. Je kunt zonder dat deel doorgaan.',
  keepOpenFailed: 'Er is nog niet meer tijd. Probeer het opnieuw.',
  changed: 'Dit verzoek is veranderd. Er is niets verstuurd. Lees het opnieuw en beslis dan.',
  earlier: 'Je eerdere beslissing kan nog aankomen. Tot dan kun je opnieuw beslissen.',
  elsewhere: 'Wordt in een ander tabblad beslist…',
  onlyRejected: 'Hier kun je dit alleen afwijzen. Gebruik de app van de assistent om verder te gaan.',
  editor: {
    edited: (all) =>
      all === 0
        ? 'Nog niets bewerkt'
        : count(all, { one: '# waarde door jou bewerkt', other: '# waarden door jou bewerkt' }),
    undo: 'Mijn wijzigingen ongedaan maken',
    views: 'Bewerken als',
    view: { form: 'Formulier', code: 'Code' },
    was: 'Was:',
    added: 'Door jou toegevoegd',
    boolean: { true: 'Ja', false: 'Nee' },
    add: (name) => `${name ?? 'een item'} toevoegen`,
    remove: (name) => `${name} verwijderen`,
    item: (at) => `Nummer ${number(at)}`,
    newName: 'Nieuwe naam',
    nameTaken: 'Deze naam bestaat al.',
    nameNotAdded: 'Deze naam is nog niet toegevoegd. Voeg hem toe of maak het veld leeg.',
    choose: 'Kiezen…',
    other: 'Iets anders',
    invisible: (all) => `Onzichtbare tekens hierin: ${number(all)}.`,
    notJson: (line) => `Dit is nog geen JSON. Zie regel ${number(line)}.`,
    notNumber: 'Schrijf een getal zoals 1.5.',
    codeOnly: 'Het formulier kan dit niet tonen. Bewerk de code.',
    refused: /* @__PURE__ */ refusedBy({
      type: (types) => `Schrijf ${types.join(' of ')}.`,
      types: {
        string: 'een tekst',
        integer: 'een geheel getal',
        number: 'een getal',
        boolean: 'waar of onwaar',
        array: 'een lijst',
        object: 'een object',
      },
      format: 'Schrijf het zoals #.',
      required: 'Vul dit in.',
      enum: choose,
      const: choose,
      minLength: 'Te kort: # of meer tekens.',
      maxLength: 'Te lang: # of minder tekens.',
      minimum: 'Te klein: # of meer.',
      maximum: 'Te groot: # of minder.',
      exclusiveMinimum: 'Te klein: meer dan #.',
      exclusiveMaximum: 'Te groot: minder dan #.',
      multipleOf: 'Schrijf een veelvoud van #.',
      minItems: 'Te weinig: # of meer.',
      maxItems: 'Te veel: # of minder.',
      uniqueItems: 'Twee zijn gelijk.',
      pattern: 'Schrijf een tekst die past bij #',
      other: 'De tool accepteert dit niet.',
    }),
  },
  history: {
    heading: 'Eerdere beslissingen',
    empty: 'Er is nog niets beslist.',
    status: {
      approved: 'Goedgekeurd',
      rejected: 'Afgewezen',
      rejected_continue: 'Afgewezen',
      answered: 'In plaats ervan beantwoord',
      expired: 'Verlopen',
      withdrawn: 'Niet meer nodig',
    },
    effect: {
      approved: '',
      rejected: 'Het is niet uitgevoerd en de taak is gestopt.',
      rejected_continue: notRun,
      answered: notRun,
      expired: notRun,
      withdrawn: notRun,
    },
    question: {
      approved: 'Beantwoord',
      rejected: 'Niet beantwoord',
      rejected_continue: 'Niet beantwoord',
      answered: 'Beantwoord',
      expired: 'Verlopen zonder antwoord',
      withdrawn: 'Niet meer gevraagd',
    },
    by: ({ by, automatic }, status, own) => {
      if (status === 'expired' || status === 'withdrawn') return undefined
      if (automatic) return `${rules[automatic.by]}${automatic.name ? ` (${automatic.name})` : ''}`
      if (by?.name) return `door ${by.name}`
      return own ? 'door jou' : 'door iemand anders'
    },
    at: dateAndTime,
    remember: {
      operation: 'Onthouden voor de taak.',
      session: 'Onthouden in deze chat.',
      always: 'Vanaf toen onthouden.',
    },
    result: ({ ok, message }) =>
      `${ok ? 'Het is uitgevoerd' : 'Het is mislukt'}${message ? `: ${message}` : '.'}`,
    texts: {
      reason: 'Reden',
      note: 'Notitie',
      answer: 'Antwoord',
      arguments: 'Argumenten',
      asked: 'Argumenten zoals gevraagd',
      ran: 'Argumenten zoals uitgevoerd',
    },
    details: { show: 'Argumenten tonen', hide: 'Argumenten verbergen' },
    earlier: 'Eerdere tonen',
    reading: 'Lezen…',
    noEarlier: (kept) => `Alleen de laatste ${kept} worden bewaard.`,
    copy: 'Als JSON kopiëren',
  },
  list: {
    back: 'Terug',
    open: (tool) => `${tool} openen`,
    tick: (tool, target) => `Samen beslissen: ${[tool, target].filter(Boolean).join(', ')}`,
    tickAll: (all) => `Alle ${number(all)} soortgelijke aanvinken`,
    leftOut: {
      destructive: 'Kan verwijderen of overschrijven. Apart beoordelen',
      separate: 'Apart beoordelen',
      new: 'Net binnengekomen',
      not_seen: 'Nog niet helemaal gelezen. Eerst openen',
      other_tool: 'Een andere tool',
      other_task: 'Van een andere taak',
    },
    ticked: 'Aangevinkt',
    deciding: 'Wordt beslist…',
    none: 'Vink soortgelijke verzoeken aan om er samen over te beslissen. Er wordt niets beslist voordat je op een knop drukt.',
    covered: (targets, left) =>
      `${number(targets.length)} aangevinkt: ${list(targets)}. ${left === 0 ? 'Er wachten geen andere.' : count(left, { one: 'Het andere wacht nog op je.', other: 'De andere # wachten nog op je.' })}`,
    decide: {
      approved: (all) => `Deze ${number(all)} goedkeuren`,
      answered: (all) => `Deze ${number(all)} beantwoorden`,
      rejected: (all) => `Deze ${number(all)} afwijzen en stoppen`,
      rejected_continue: (all) => `Deze ${number(all)} afwijzen`,
    },
  },
  remember: {
    tool: (name, server) => (server === undefined ? name : `${name} van ${server}`),
    once: 'Alleen deze keer',
    onceHint: 'De volgende keer wordt het opnieuw gevraagd.',
    scope: {
      operation: (tool) => `Elke ${tool} in deze taak`,
      session: (tool) => `Elke ${tool} in deze chat`,
      always: (tool) => `${tool} altijd toestaan`,
    },
    anyArguments: 'Met willekeurige argumenten.',
    undo: { operation: 'Het eindigt met de taak.', session: undo, always: undo },
    grant: {
      operation: (tool) => `Staat ook elke ${tool} in deze taak toe, met willekeurige argumenten.`,
      session: (tool) => `Staat ook elke ${tool} in deze chat toe, met willekeurige argumenten.`,
      always: (tool) => `Staat ook elke ${tool} vanaf nu toe, met willekeurige argumenten.`,
    },
    changeToOnce: 'Terug naar alleen deze keer',
  },
  settings: {
    heading: 'Wanneer je wordt gevraagd',
    scope: {
      conversation: 'Voor deze chat.',
      user: 'Voor al je chats.',
      workspace: 'Voor iedereen in deze werkruimte.',
    },
    mode: { ...modes, auto_run: 'Niet vragen' },
    hint: {
      ask: (assistant) => `${assistant} voert niets uit zonder je goedkeuring.`,
      allow_list: (assistant) =>
        `${assistant} voert de tools hieronder uit zonder te vragen, met willekeurige argumenten.`,
      auto_run: (assistant) =>
        `${assistant} voert elke tool uit zonder te vragen, met willekeurige argumenten.`,
    },
    confirm: {
      ask: () => '',
      allow_list: (assistant) => `Vanaf nu voert ${assistant} de tools op de lijst uit zonder te vragen.`,
      auto_run: (assistant) => `Vanaf nu voert ${assistant} elke tool uit zonder te vragen.`,
    },
    waitsOn: 'Wat al op je wacht, blijft wachten.',
    change: { ...modes, auto_run: 'Vanaf nu niet vragen' },
    cancel: 'Annuleren',
    list: 'Toegestaan zonder te vragen',
    empty: 'Nog geen tool. Kies ‘Eenmalig’ naast Goedkeuren om er een toe te voegen.',
    unused: 'Geldt alleen bij ‘Vragen, behalve voor mijn lijst’.',
    tool: (name, server) => (server === undefined ? name : `${name} van ${server}`),
    added: (at) => `sinds ${dateAndTime(at)}`,
    remove: 'Verwijderen',
    viewOnly: 'Je kunt dit niet wijzigen.',
    changed: 'Gewijzigd.',
    stale: 'Dit is intussen elders gewijzigd, dus nu is er niets gewijzigd. Lees het opnieuw en beslis dan.',
    failed: ({ applied, code }) =>
      code === 'forbidden'
        ? 'Je hebt geen toestemming om dit te wijzigen. Er is niets gewijzigd.'
        : applied === 'no'
          ? 'Er is niets gewijzigd. Probeer het opnieuw.'
          : 'Er is nog geen antwoord. Misschien is het gewijzigd: kijk hierboven en probeer het dan opnieuw.',
    unread: 'Deze instellingen zijn niet leesbaar.',
    reread: 'Opnieuw laden',
  },
  keys: {
    heading: 'Sneltoetsen',
    does: {
      jump: 'Naar dit verzoek en terug',
      approve: 'Goedkeuren, of versturen wat je hebt geschreven',
      reject_continue: 'Afwijzen en doorgaan',
      reject: 'Afwijzen en stoppen',
      edit: 'Bewerken voor goedkeuring',
      help: 'Deze lijst tonen',
      move: 'Vorig en volgend verzoek, op hun knoppen',
      leave: 'Sluiten of terug. Beslist niets.',
    },
    close: 'Sluiten',
  },
  waiting: {
    waiting: (all, hasMore) =>
      hasMore
        ? `${number(all)} of meer wachten op je`
        : `${number(all)} ${all === 1 ? 'wacht' : 'wachten'} op je`,
    menu: 'Wacht op je',
  },
  previews: /* @__PURE__ */ previewWordsOf(formats, {
    labels: {
      account: 'Rekening',
      action: 'Actie',
      address: 'Adres',
      amount: 'Bedrag',
      attachments: 'Bijlagen',
      bcc: 'Bcc',
      body: 'Inhoud',
      cc: 'Cc',
      database: 'Database',
      directory: 'Draait in',
      ends: 'Einde',
      file: 'Bestand',
      from: 'Van',
      guests: 'Gasten',
      headers: 'Headers',
      method: 'Methode',
      payee: 'Begunstigde',
      place: 'Plaats',
      replyTo: 'Antwoorden aan',
      size: 'Grootte',
      starts: 'Begin',
      subject: 'Onderwerp',
      target: 'Doel',
      text: 'Tekst',
      title: 'Titel',
      to: 'Aan',
      type: 'Type',
    },
    notTold: 'niet vermeld',
    alsoSent: 'Wordt ook verzonden',
    added: { one: '# regel toegevoegd', other: '# regels toegevoegd' },
    removed: { one: '# verwijderd', other: '# verwijderd' },
    unchanged: { one: '# regel ongewijzigd', other: '# regels ongewijzigd' },
    lines: { one: '# regel', other: '# regels' },
    bytes: { one: '# byte', other: '# bytes' },
    everywhere: 'Vervangt deze tekst overal',
    once: 'Vervangt deze tekst op één plaats',
    localTime: '{time}, jouw tijd',
    notes: {
      administrator: 'Draait als beheerder',
      creates: 'Maakt een nieuw bestand',
      currency_unknown: 'Valuta niet vermeld',
      deletes: 'Kan bestanden verwijderen',
      deletes_data: 'Verwijdert gegevens',
      deletes_file: 'Verwijdert het bestand',
      every_row: 'Geen voorwaarde: alle rijen',
      exists: 'Overschrijft een bestaand bestand',
      exists_unknown: 'Niet vermeld of het bestand bestaat',
      file_unknown: 'Niet vermeld of het bestand bestaat en in je werkruimte staat',
      foreign_host: 'Buiten {about}',
      login: 'Het adres bevat inloggegevens',
      no_host: 'Noemt geen website',
      no_zone: 'Tijdzone niet vermeld',
      not_encrypted: 'Niet versleuteld',
      outside: 'Buiten {about}',
      overwrites: 'Overschrijft {about}',
      private_host: 'In een privénetwerk',
      reaches: 'Maakt verbinding met {about}',
      runs_download: 'Voert uit wat het downloadt',
      workspace_unknown: 'Niet vermeld of dit in je werkruimte staat',
    },
  }),
}
