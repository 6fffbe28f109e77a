// Longer than 250 lines: every text of the language, one after the other.
// Labels as Slack and Google have them in Italian: "Approva", "Rifiuta", "Annulla", "Riprova".
import { barWordsOf } from './barWordsOf.ts'
import { decisionWordsOf } from './decisionWordsOf.ts'
import { formatsOf } from './formats.ts'
import { expiryWith, headingWith, hiddenWith, type Language, linesWith, unreadableWith } from './language.ts'
import { previewWordsOf } from './previewWordsOf.ts'
import { refusedBy } from './refusedBy.ts'

const formats = /* @__PURE__ */ formatsOf('it')
const { count, dateAndTime, list, number } = formats
const defaultName = 'Assistente'
const choose = 'Scegli un valore che lo strumento accetta.'
const undo = 'Puoi annullarlo nelle impostazioni di approvazione.'
const notRun = 'Non è stato eseguito.'
const rules = {
  rule: 'da una regola',
  mode: 'dalla modalità di approvazione',
  remembered: 'da un’approvazione memorizzata',
}
const modes = { ask: 'Chiedi sempre', allow_list: 'Chiedi tranne per il mio elenco' }
const causes = {
  offline: 'Sei offline.',
  unauthenticated: 'Non hai effettuato l’accesso.',
  forbidden: 'Non hai l’autorizzazione per vedere questa richiesta.',
  not_found: 'Il server non conosce questa richiesta.',
  invalid: 'Il server non ha potuto accettare questa decisione.',
  rate_limited: 'Il server chiede di rallentare.',
  timeout: 'La conferma non è arrivata in tempo.',
  protocol: 'La risposta del server non è leggibile.',
  unsupported: 'Il server non può farlo.',
  other: 'Il server non ha potuto continuare.',
}

const characters = (all: number): string =>
  count(all, { one: '# altro carattere', many: '# di altri caratteri', other: '# altri caratteri' })

/** Italian. */
export const it: Language = {
  locale: 'it',
  direction: 'ltr',
  reviewedBy: null,
  keyNames: { Shift: 'Maiusc', Enter: 'Invio' },
  assistant: defaultName,
  verb: () => undefined,
  sentence: () => undefined,
  rejecting: {
    rejected: () => 'Interrompi: l’attività finisce.',
    rejected_continue: (assistant) => `Continua: ${assistant} ne è informato e continua a lavorare.`,
  },
  argumentsNotTold:
    'Il backend non ha indicato con quali argomenti verrebbe eseguito, quindi non è possibile approvare.',
  answerForToolHint: (assistant) =>
    `Lo strumento non viene eseguito. ${assistant} riceve la tua risposta al suo posto.`,
  openAndContinue: 'Apri e continua',
  decline: 'Non rispondere',
  declineHint: (assistant) => `Non rispondere: ${assistant} prosegue senza risposta.`,
  revealFirst: 'Mostra i valori nascosti per approvare',
  showFirst: /* @__PURE__ */ linesWith('Apri tutto per approvare', (lines) =>
    count(lines, {
      one: 'Apri # riga per approvare',
      many: 'Apri # di righe per approvare',
      other: 'Apri tutte le # righe per approvare',
    }),
  ),
  actor: ({ name, relation, path: [path] }, assistant) =>
    relation === 'handoff' ? name : `${name} (per ${path ?? assistant})`,
  wants: (assistant) => [`${assistant} vuole eseguire `, ''],
  asks: (actor, question) =>
    question === undefined ? [`${actor} `, 'fa una domanda', ''] : [`${actor} chiede: `, question, ''],
  answer: 'La tua risposta',
  answerForTool: 'Rispondi al posto dello strumento',
  opens: ['Apre ', ' in una nuova scheda'],
  notOpened: 'Questo indirizzo non può essere aperto da qui perché non è https.',
  inOrder: (tool) => `Decidi prima su ${tool}.`,
  source: (server) => `da ${server}`,
  agentReason: (agent) => (agent === defaultName ? 'Motivo dell’assistente:' : `Motivo di ${agent}:`),
  unreadable: /* @__PURE__ */ unreadableWith((all) =>
    count(all, {
      one: '# richiesta non è leggibile e non viene mostrata. Non è stata eseguita.',
      many: '# di richieste non sono leggibili e non vengono mostrate. Non sono state eseguite.',
      other: '# richieste non sono leggibili e non vengono mostrate. Non sono state eseguite.',
    }),
  ),
  heading: /* @__PURE__ */ headingWith(
    'Attività',
    'Serve un’approvazione',
    'Serve una risposta',
    (all) =>
      count(all, {
        one: 'Serve # approvazione',
        many: 'Servono # di approvazioni',
        other: 'Servono # approvazioni',
      }),
    (all) =>
      count(all, { one: 'Serve # risposta', many: 'Servono # di risposte', other: 'Servono # risposte' }),
    (all) =>
      count(all, { one: 'Serve # decisione', many: 'Servono # di decisioni', other: 'Servono # decisioni' }),
  ),
  pager: 'Richieste in attesa',
  position: (at, total) => `Richiesta ${at} di ${total}`,
  seeAll: 'Vedi tutto',
  previous: 'Richiesta precedente',
  next: 'Richiesta successiva',
  showMore: 'Altro',
  overflow: 'Altro',
  risks: {
    destructive: 'Può eliminare o sovrascrivere',
    outside: 'Usa servizi esterni',
    read_only: 'Non modifica nulla',
    unknown: 'Effetti sconosciuti',
  },
  riskClaim: '(secondo lo strumento, non verificato)',
  fullStop: '.',
  howLong: 'Durata dell’approvazione',
  scopes: { once: 'Una volta', operation: 'Questa attività', session: 'Questa chat', always: 'Sempre' },
  why: { policy: 'Criterio:', unknown: 'Motivo:' },
  stop: 'Interrompi l’attività',
  reread: 'Ricarica',
  reason: (assistant) => `Di’ a ${assistant} cosa fare invece`,
  addNote: 'Aggiungi una nota',
  approvalNote: {
    agent: (assistant) => `Approva: ${assistant} legge questo testo.`,
    record: (assistant) => `Approva: conservato con la tua decisione. ${assistant} non lo legge.`,
    nobody: () => 'Approva: il tuo testo non viene inviato.',
  },
  keepOpen: 'Dammi più tempo',
  more: characters,
  arguments: 'Argomenti',
  noArguments: 'Nessun argomento.',
  revealHidden: 'Mostra i valori nascosti',
  busy: {
    running: (assistant) => `${assistant} sta lavorando…`,
    asking: () => 'In attesa di conferma…',
    sending: () => 'Invio della tua decisione…',
    not_taken: (assistant) => `In attesa che ${assistant} la prenda in carico. Non è stato eseguito nulla.`,
    checking: () => 'Verifica dell’arrivo della tua decisione. Non devi fare nulla.',
  },
  connection: {
    connecting: 'Non in diretta. Connessione…',
    stale: 'Non in diretta. Ciò che vedi potrebbe non essere aggiornato.',
    stopped: 'Non in diretta. Gli aggiornamenti si sono interrotti.',
  },
  noPermission: (why) =>
    ['Non puoi approvare questa richiesta.', why, 'Resta in attesa.'].filter(Boolean).join(' '),
  expires: /* @__PURE__ */ expiryWith(
    formats,
    'Il tempo per decidere è scaduto.',
    (time) => `Ancora ${time}`,
    (minutes) => `${minutes} min`,
    (time) => `Fino a ${time}`,
    ', poi non verrà eseguito',
  ),
  showExactText: 'Mostra il testo esatto',
  showAsList: 'Mostra come elenco',
  showPreview: 'Mostra anteprima',
  showAll: /* @__PURE__ */ linesWith('Mostra tutto', (lines) =>
    count(lines, { one: 'Mostra # riga', many: 'Mostra # di righe', other: 'Mostra tutte le # righe' }),
  ),
  hidden: /* @__PURE__ */ hiddenWith(
    (lines) => count(lines, { one: '# altra riga', many: '# di altre righe', other: '# altre righe' }),
    characters,
  ),
  hiddenArguments: (values) =>
    count(values, { one: '# altro valore', many: '# di altri valori', other: '# altri valori' }),
  invisible: (all) =>
    count(all, {
      one: '# carattere invisibile, mostrato come ⟦U+…⟧.',
      many: '# di caratteri invisibili, mostrati come ⟦U+…⟧.',
      other: '# caratteri invisibili, mostrati come ⟦U+…⟧.',
    }),
  hiddenValue: (value) =>
    `${count(value.characters, { one: 'nascosto, # carattere', many: 'nascosto, # di caratteri', other: 'nascosto, # caratteri' })}${value.by === 'tool' ? ', segnalato dallo strumento' : ''}`,
  hiddenValues: ({ length }) =>
    count(length, {
      one: '# valore è nascosto.',
      many: '# di valori sono nascosti.',
      other: '# valori sono nascosti.',
    }),
  needsAnswer: (tool) => `Aspetta la tua risposta: ${tool}`,
  editRefused: (problem) => `Non è stato inviato nulla. ${problem}`,
  waitingFor: (host) => `In attesa di ${host}`,
  stopFailed: {
    no: 'L’attività non è stata interrotta. Riprova.',
    unknown: 'Non c’è ancora risposta. L’attività potrebbe proseguire. Riprova.',
  },
  ended: {
    done: (assistant) => `${assistant} ha finito.`,
    interrupted: () => 'L’attività è stata interrotta.',
    error: (assistant) => `${assistant} non è riuscito.`,
  },
  expiring: {
    minute: (tool) => `${tool} scade tra 1 minuto.`,
    seconds: (tool) => `${tool} scade tra 20 secondi.`,
  },
  ...decisionWordsOf(formats, {
    decisions: {
      approved: 'Approva',
      rejected: 'Rifiuta e interrompi',
      rejected_continue: 'Rifiuta e continua',
      answered: 'Rispondi',
    },
    approveEdited: {
      one: 'Approva con # modifica',
      many: 'Approva con # di modifiche',
      other: 'Approva con # modifiche',
    },
    approveAnd: {
      operation: '{approve} e consenti in questa attività',
      session: '{approve} e consenti in questa chat',
      always: '{approve} e consenti sempre',
    },
    confirm: '{tool} può eliminare o sovrascrivere qualcosa.',
    confirmOther: 'Controlla ancora una volta prima di approvare: {tool}.',
    unasked: {
      operation: 'D’ora in poi viene eseguito senza chiedere fino alla fine di questa attività.',
      session: 'D’ora in poi viene eseguito senza chiedere in questa chat.',
      always: 'D’ora in poi viene sempre eseguito senza chiedere.',
    },
    refused: {
      first: {
        too_early: 'Era troppo presto. Premi di nuovo.',
        moved: 'Il pulsante si era appena spostato. Non è stato inviato nulla. Premi di nuovo.',
        changed:
          'Questa richiesta era appena cambiata. Non è stato inviato nulla. Controllala, poi premi di nuovo.',
      },
      again: {
        too_early:
          'Non è stato inviato nulla. Un clic conta quando questa richiesta è visibile da mezzo secondo. Aspetta un momento, poi premi una volta.',
        moved:
          'Non è stato inviato nulla perché il pulsante continua a spostarsi. Tieni fermo il puntatore finché il pulsante non si ferma, poi premi una volta. Oppure raggiungilo con Tab e premi Invio.',
        changed:
          'Non è stato inviato nulla perché questa richiesta continua a cambiare. Aspetta che resti uguale, controllala, poi premi una volta.',
      },
    },
    siblings: {
      chosen: 'Hai scelto “{decision}”. Puoi ancora cambiare.',
      together: 'Queste {count} vengono inviate insieme, con l’ultima. In attesa: {left}.',
      last: 'Il tuo clic invia tutte le {count} decisioni.',
      stop: 'Per interrompere l’attività, rifiutale tutte.',
      voids: 'Se ne rifiuti una, neanche quelle che approvi vengono eseguite.',
      rejects_other: 'Rifiutando questa si rifiuta anche l’altra.',
      rejects_others: 'Rifiutando questa si rifiutano anche le altre {count}.',
    },
    failure: {
      unknown: {
        approved:
          'La tua approvazione è stata inviata, ma non c’è ancora risposta. La richiesta potrebbe essere stata eseguita. Riprovare è sicuro.',
        rejected:
          'Il tuo rifiuto è stato inviato, ma non c’è ancora risposta. Potrebbe aver avuto effetto. Riprovare è sicuro.',
        answered:
          'La tua risposta è stata inviata, ma non è ancora tornato nulla. Potrebbe essere arrivata. Riprovare è sicuro.',
      },
      in_progress:
        'Si sta decidendo in un’altra scheda. Da qui non è stato inviato nulla. Guarda lì o attendi il risultato.',
      forbidden: {
        approved: 'Non hai l’autorizzazione per approvare. Non è stato eseguito nulla.',
        rejected: 'Non hai l’autorizzazione per rifiutare. Non è stato eseguito nulla.',
        answered: 'Non hai l’autorizzazione per rispondere. Non è stato eseguito nulla.',
      },
      causes,
      ran: {
        offline: 'La tua decisione non è stata inviata.',
        answered: 'La tua risposta non è stata accettata.',
        no: 'Non è stato eseguito nulla.',
      },
      next: 'Riprova.',
    },
    receipt: {
      own: {
        approved: 'Hai approvato {tool}, {time}.',
        rejected: 'Hai rifiutato {tool}, {time}.',
        answered: 'Hai risposto al posto di {tool}, {time}.',
      },
      other: {
        approved: '{who} ha approvato {tool}, {time}.',
        rejected: '{who} ha rifiutato {tool}, {time}.',
        answered: '{who} ha risposto al posto di {tool}, {time}.',
      },
      somebody: 'Qualcun altro',
      rule: 'Una regola ({rule})',
      rules: {
        mode: 'la modalità “Non chiedere”',
        remembered: '{name} era già consentito',
        rule: '{name} è nell’elenco',
      },
      it: 'lo strumento',
      expired: '{tool} è scaduto alle {time}.',
      withdrawn: '{assistant} non ha più bisogno di {tool}.',
      tool: {
        agent: '{tool} per {agent}',
        own_edits: '{tool} con le tue modifiche',
        edits: '{tool} con modifiche',
      },
      failed: 'Non è riuscito.',
      failed_with: 'Non è riuscito: {message}',
      not_run: notRun,
      note: 'Nota: “{note}”',
      question: {
        expired: '{question} è scaduta alle {time}. Non ha avuto risposta.',
        withdrawn: '{assistant} non ha più bisogno di una risposta a {question}.',
        own: {
          rejected: 'Hai interrotto l’attività a {question}, {time}.',
          rejected_continue: 'Non hai risposto a {question}, {time}. {assistant} prosegue senza risposta.',
          answered: 'Hai risposto a {question}, {time}.',
          agreed: 'Hai accettato {question}, {time}.',
        },
        other: {
          rejected: '{who} ha interrotto l’attività a {question}, {time}.',
          rejected_continue:
            '{who} non ha risposto a {question}, {time}. {assistant} prosegue senza risposta.',
          answered: '{who} ha risposto a {question}, {time}.',
          agreed: '{who} ha accettato {question}, {time}.',
        },
      },
    },
    notStarted: {
      approved: 'Approvato, ma {assistant} non ha iniziato.',
      rejected: 'Rifiutato, ma {assistant} non ha iniziato.',
      answered: 'Risposto, ma {assistant} non ha iniziato.',
    },
    settled: {
      next: 'Prossimo: {tool}.',
      approved: 'Approvato.',
      approved_many: '{count} approvate.',
      rejected: 'Rifiutato.',
      rejected_many: '{count} rifiutate.',
      answered: 'Risposto.',
      stopped: 'L’attività è stata interrotta.',
      continues: '{assistant} continua.',
      left: 'In attesa: {left}.',
      none_left: 'Non restano approvazioni.',
    },
    arrived: {
      review: 'Premi {key} per esaminare.',
      approval: 'Serve un’approvazione: {tool}.',
      answer: 'Serve una risposta: {question}.',
      approvals: {
        one: 'Serve # approvazione.',
        many: 'Servono # di approvazioni.',
        other: 'Servono # approvazioni.',
      },
      decisions: {
        one: 'Serve # decisione.',
        many: 'Servono # di decisioni.',
        other: 'Servono # decisioni.',
      },
    },
  }),
  ...barWordsOf(formats, {
    causes,
    conversationFailure: {
      not_found: 'Questa conversazione non esiste.',
      other: 'Il server non è raggiungibile.',
      stale: 'Ciò che vedi potrebbe non essere aggiornato.',
    },
    decided: {
      approved: 'approvate: {count}',
      answered: 'risposte: {count}',
      rejected: 'rifiutate: {count}',
      expired: 'scadute: {count}',
      withdrawn: 'ritirate: {count}',
    },
    hosts: {
      check: 'Controlla questi indirizzi: {list}.',
      is: '{host} è {address}',
      nowhere: '{host} non porta da nessuna parte',
    },
    andMore: '{list} e ancora {count}',
    flaws: {
      repeated_name: 'Indicato più volte: {places}. Lo strumento potrebbe usare l’uno o l’altro valore.',
      special_name: 'Lo strumento potrebbe ignorare {places}.',
      inexact_number: 'Lo strumento potrebbe leggere questi numeri in modo diverso: {places}.',
      broken_character: 'Mezzo carattere, che lo strumento potrebbe sostituire, si trova in: {places}.',
    },
  }),
  rejectWithNote: 'Rifiuta e invia la nota',
  approveAnyway: 'Approva comunque',
  cancel: 'Annulla',
  deciding: {
    approved: 'Approvazione…',
    rejected: 'Rifiuto…',
    rejected_continue: 'Rifiuto…',
    answered: 'Risposta in corso…',
  },
  declining: 'Invio…',
  stopping: 'Interruzione…',
  tryAgain: 'Riprova',
  editChanged:
    'Questa richiesta è cambiata mentre la modificavi. Non è stato inviato nulla. Scegli che cosa tenere.',
  answerChanged:
    'La domanda è cambiata mentre rispondevi. Non è stato inviato nulla. Controlla la tua risposta.',
  reasonMissing: 'Scrivi un motivo, poi rifiuta di nuovo.',
  answerMissing: 'Scrivi prima una risposta.',
  hiddenLost: 'Un valore nascosto non è più in questa richiesta. Ignora le tue modifiche.',
  guard: {
    covered:
      'Qualcosa in questa pagina copre questa richiesta. Non è stato inviato nulla. Spostalo, poi premi di nuovo.',
    framed: 'Questa pagina è mostrata dentro un altro sito. Aprila da sola per decidere.',
    unread:
      'Non è stato inviato nulla. Verifica se questa richiesta è ancora in attesa. Premi di nuovo tra un attimo.',
  },
  openAgain: 'Apri di nuovo',
  edit: 'Modifica prima di approvare',
  discardEdits: 'Ignora modifiche',
  showEdits: 'Mostra modifiche',
  keepEdits: 'Mantieni le mie modifiche',
  keepAnswer: 'Mantieni la mia risposta',
  notJson: 'Questo non è ancora JSON.',
  copyDetails: 'Copia dettagli',
  shortcuts: 'Scorciatoie da tastiera',
  copied: { yes: 'Copiato.', no: 'Impossibile copiare.' },
  later: 'Decidi più tardi',
  laterHint: 'Resta in attesa. Non viene deciso nulla.',
  open: 'Apri',
  dismiss: 'Nascondi',
  dismissAll: 'Nascondi tutto',
  show: 'Mostra',
  showLess: 'Mostra meno',
  before: 'Prima',
  now: 'Ora',
  hideChanges: 'Nascondi differenze',
  showChanges: 'Mostra differenze',
  hiddenShown: 'I valori nascosti sono visibili.',
  hideAgain: 'Nascondili di nuovo',
  notExplained: 'Non è stato possibile mostrare l’anteprima. La richiesta è invariata.',
  notShown:
    'Le richieste che ti aspettano non possono essere mostrate qui. Non è stato inviato nulla. Ricarica la pagina per riprovare.',
  notLoaded: 'Una parte non è stata caricata. Puoi proseguire senza.',
  keepOpenFailed: 'Non c’è ancora altro tempo. Riprova.',
  changed: 'Questa richiesta è cambiata. Non è stato inviato nulla. Rileggila, poi decidi.',
  earlier: 'La tua decisione precedente può ancora arrivare. Fino ad allora puoi decidere di nuovo.',
  elsewhere: 'Si sta decidendo in un’altra scheda…',
  onlyRejected: 'Qui si può solo rifiutare. Per proseguire, usa l’app dell’assistente.',
  editor: {
    edited: (all) =>
      all === 0
        ? 'Ancora nessuna modifica'
        : count(all, {
            one: '# valore modificato da te',
            many: '# di valori modificati da te',
            other: '# valori modificati da te',
          }),
    undo: 'Annulla le mie modifiche',
    views: 'Modifica come',
    view: { form: 'Modulo', code: 'Codice' },
    was: 'Prima:',
    added: 'Aggiunto da te',
    boolean: { true: 'Sì', false: 'No' },
    add: (name) => `Aggiungi ${name ?? 'un elemento'}`,
    remove: (name) => `Rimuovi ${name}`,
    item: (at) => `Numero ${number(at)}`,
    newName: 'Nuovo nome',
    nameTaken: 'Questo nome esiste già.',
    nameNotAdded: 'Questo nome non è ancora stato aggiunto. Aggiungilo o svuota il campo.',
    choose: 'Scegli…',
    other: 'Altro valore',
    invisible: (all) => `Caratteri invisibili: ${number(all)}.`,
    notJson: (line) => `Questo non è ancora JSON. Vedi la riga ${number(line)}.`,
    notNumber: 'Scrivi un numero come 1.5.',
    codeOnly: 'Il modulo non può mostrarlo. Modifica il codice.',
    refused: /* @__PURE__ */ refusedBy({
      type: (types) => `Scrivi ${types.join(' o ')}.`,
      types: {
        string: 'un testo',
        integer: 'un numero intero',
        number: 'un numero',
        boolean: 'vero o falso',
        array: 'un elenco',
        object: 'un oggetto',
      },
      format: 'Scrivilo come #.',
      required: 'Compila questo campo.',
      enum: choose,
      const: choose,
      minLength: 'Troppo corto: # o più caratteri.',
      maxLength: 'Troppo lungo: # o meno caratteri.',
      minimum: 'Troppo piccolo: # o più.',
      maximum: 'Troppo grande: # o meno.',
      exclusiveMinimum: 'Troppo piccolo: più di #.',
      exclusiveMaximum: 'Troppo grande: meno di #.',
      multipleOf: 'Scrivi un multiplo di #.',
      minItems: 'Troppo pochi: # o più.',
      maxItems: 'Troppi: # o meno.',
      uniqueItems: 'Due sono uguali.',
      pattern: 'Scrivi un testo che corrisponda a #',
      other: 'Lo strumento non lo accetta.',
    }),
  },
  history: {
    heading: 'Decisioni precedenti',
    empty: 'Non è stato ancora deciso nulla.',
    status: {
      approved: 'Approvato',
      rejected: 'Rifiutato',
      rejected_continue: 'Rifiutato',
      answered: 'Risposto al suo posto',
      expired: 'Scaduto',
      withdrawn: 'Non più necessario',
    },
    effect: {
      approved: '',
      rejected: 'Non è stato eseguito e l’attività è stata interrotta.',
      rejected_continue: notRun,
      answered: notRun,
      expired: notRun,
      withdrawn: notRun,
    },
    question: {
      approved: 'Risposto',
      rejected: 'Senza risposta',
      rejected_continue: 'Senza risposta',
      answered: 'Risposto',
      expired: 'Scaduto senza risposta',
      withdrawn: 'Non più richiesto',
    },
    by: ({ by, automatic }, status, own) => {
      if (status === 'expired' || status === 'withdrawn') return undefined
      if (automatic) return `${rules[automatic.by]}${automatic.name ? ` (${automatic.name})` : ''}`
      if (by?.name) return `da ${by.name}`
      return own ? 'da te' : 'da qualcun altro'
    },
    at: dateAndTime,
    remember: {
      operation: 'Memorizzato per l’attività.',
      session: 'Memorizzato in questa chat.',
      always: 'Memorizzato da allora in poi.',
    },
    result: ({ ok, message }) =>
      `${ok ? 'È stato eseguito' : 'Non è riuscito'}${message ? `: ${message}` : '.'}`,
    texts: {
      reason: 'Motivo',
      note: 'Nota',
      answer: 'Risposta',
      arguments: 'Argomenti',
      asked: 'Argomenti richiesti',
      ran: 'Argomenti eseguiti',
    },
    details: { show: 'Mostra argomenti', hide: 'Nascondi argomenti' },
    earlier: 'Mostra le precedenti',
    reading: 'Lettura…',
    noEarlier: (kept) => `Vengono conservate solo le ultime ${kept}.`,
    copy: 'Copia come JSON',
  },
  list: {
    back: 'Indietro',
    open: (tool) => `Apri ${tool}`,
    tick: (tool, target) => `Decidi insieme: ${[tool, target].filter(Boolean).join(', ')}`,
    tickAll: (all) => `Seleziona le ${number(all)} simili`,
    leftOut: {
      destructive: 'Può eliminare o sovrascrivere. Da esaminare a parte',
      separate: 'Da esaminare a parte',
      new: 'Appena arrivata',
      not_seen: 'Non ancora letta per intero. Aprila prima',
      other_tool: 'Un altro strumento',
      other_task: 'Di un’altra attività',
    },
    ticked: 'Selezionata',
    deciding: 'Decisione in corso…',
    none: 'Seleziona richieste simili per deciderle insieme. Non viene deciso nulla prima che tu prema un pulsante.',
    covered: (targets, left) =>
      `${number(targets.length)} selezionate: ${list(targets)}. ${left === 0 ? 'Non ne aspettano altre.' : count(left, { one: 'L’altra ti aspetta ancora.', many: 'Le altre # ti aspettano ancora.', other: 'Le altre # ti aspettano ancora.' })}`,
    decide: {
      approved: (all) => `Approva queste ${number(all)}`,
      answered: (all) => `Rispondi a queste ${number(all)}`,
      rejected: (all) => `Rifiuta queste ${number(all)} e interrompi`,
      rejected_continue: (all) => `Rifiuta queste ${number(all)}`,
    },
  },
  remember: {
    tool: (name, server) => (server === undefined ? name : `${name} da ${server}`),
    once: 'Solo questa volta',
    onceHint: 'La prossima volta ti viene chiesto di nuovo.',
    scope: {
      operation: (tool) => `Ogni ${tool} in questa attività`,
      session: (tool) => `Ogni ${tool} in questa chat`,
      always: (tool) => `Consenti sempre ${tool}`,
    },
    anyArguments: 'Con qualsiasi argomento.',
    undo: { operation: 'Finisce con l’attività.', session: undo, always: undo },
    grant: {
      operation: (tool) => `Consente anche ogni ${tool} in questa attività, con qualsiasi argomento.`,
      session: (tool) => `Consente anche ogni ${tool} in questa chat, con qualsiasi argomento.`,
      always: (tool) => `Consente anche ogni ${tool} d’ora in poi, con qualsiasi argomento.`,
    },
    changeToOnce: 'Torna a solo questa volta',
  },
  settings: {
    heading: 'Quando chiederti',
    scope: {
      conversation: 'Per questa chat.',
      user: 'Per tutte le tue chat.',
      workspace: 'Per tutti in quest’area di lavoro.',
    },
    mode: { ...modes, auto_run: 'Non chiedere' },
    hint: {
      ask: (assistant) => `${assistant} non esegue nulla senza la tua approvazione.`,
      allow_list: (assistant) =>
        `${assistant} esegue gli strumenti qui sotto senza chiedere, con qualsiasi argomento.`,
      auto_run: (assistant) => `${assistant} esegue ogni strumento senza chiedere, con qualsiasi argomento.`,
    },
    confirm: {
      ask: () => '',
      allow_list: (assistant) => `D’ora in poi ${assistant} esegue gli strumenti dell’elenco senza chiedere.`,
      auto_run: (assistant) => `D’ora in poi ${assistant} esegue ogni strumento senza chiedere.`,
    },
    waitsOn: 'Ciò che già ti aspetta resta in attesa.',
    change: { ...modes, auto_run: 'Non chiedere più' },
    cancel: 'Annulla',
    list: 'Consentiti senza chiedere',
    empty: 'Ancora nessuno strumento. Scegli “Una volta” accanto ad Approva per aggiungerne uno.',
    unused: 'Vale solo con “Chiedi tranne per il mio elenco”.',
    tool: (name, server) => (server === undefined ? name : `${name} da ${server}`),
    added: (at) => `dal ${dateAndTime(at)}`,
    remove: 'Rimuovi',
    viewOnly: 'Non puoi modificare queste impostazioni.',
    changed: 'Modificato.',
    stale:
      'Nel frattempo è stato modificato altrove, quindi ora non è stato modificato nulla. Rileggi, poi decidi.',
    failed: ({ applied, code }) =>
      code === 'forbidden'
        ? 'Non hai l’autorizzazione per modificare. Non è stato modificato nulla.'
        : applied === 'no'
          ? 'Non è stato modificato nulla. Riprova.'
          : 'Non c’è ancora risposta. Potrebbe essere stato modificato: guarda sopra, poi riprova.',
    unread: 'Queste impostazioni non sono leggibili.',
    reread: 'Ricarica',
  },
  keys: {
    heading: 'Scorciatoie da tastiera',
    does: {
      jump: 'Vai a questa richiesta e torna indietro',
      approve: 'Approva, o invia ciò che hai scritto',
      reject_continue: 'Rifiuta e continua',
      reject: 'Rifiuta e interrompi',
      edit: 'Modifica prima di approvare',
      help: 'Mostra questo elenco',
      move: 'Richiesta precedente e successiva, sui loro pulsanti',
      leave: 'Chiudi o torna indietro. Non decide nulla.',
    },
    close: 'Chiudi',
  },
  waiting: {
    waiting: (all, hasMore) =>
      hasMore ? `${number(all)} o più in attesa di te` : `${number(all)} in attesa di te`,
    menu: 'In attesa di te',
  },
  previews: /* @__PURE__ */ previewWordsOf(formats, {
    labels: {
      account: 'Conto',
      action: 'Azione',
      address: 'Indirizzo',
      amount: 'Importo',
      attachments: 'Allegati',
      bcc: 'Ccn',
      body: 'Contenuto',
      cc: 'Cc',
      database: 'Database',
      directory: 'Eseguito in',
      ends: 'Fine',
      file: 'File',
      from: 'Da',
      guests: 'Invitati',
      headers: 'Intestazioni',
      method: 'Metodo',
      payee: 'Beneficiario',
      place: 'Luogo',
      replyTo: 'Rispondi a',
      size: 'Dimensione',
      starts: 'Inizio',
      subject: 'Oggetto',
      target: 'Destinazione',
      text: 'Testo',
      title: 'Titolo',
      to: 'A',
      type: 'Tipo',
    },
    notTold: 'non indicato',
    alsoSent: 'Inviato anche',
    added: { one: '# riga aggiunta', many: '# di righe aggiunte', other: '# righe aggiunte' },
    removed: { one: '# rimossa', many: '# di rimosse', other: '# rimosse' },
    unchanged: { one: '# riga invariata', many: '# di righe invariate', other: '# righe invariate' },
    lines: { one: '# riga', many: '# di righe', other: '# righe' },
    bytes: { one: '# byte', many: '# di byte', other: '# byte' },
    everywhere: 'Sostituisce questo testo in tutti i punti',
    once: 'Sostituisce questo testo in un solo punto',
    localTime: '{time}, ora locale',
    notes: {
      administrator: 'Eseguito come amministratore',
      creates: 'Crea un nuovo file',
      currency_unknown: 'Valuta non indicata',
      deletes: 'Può eliminare file',
      deletes_data: 'Elimina dati',
      deletes_file: 'Elimina il file',
      every_row: 'Nessuna condizione: tutte le righe',
      exists: 'Sovrascrive un file esistente',
      exists_unknown: 'Non indica se il file esiste',
      file_unknown: 'Non indica se il file esiste né se è nel tuo spazio di lavoro',
      foreign_host: 'Fuori da {about}',
      login: 'L’indirizzo contiene credenziali',
      no_host: 'Nessun sito web indicato',
      no_zone: 'Fuso orario non indicato',
      not_encrypted: 'Non crittografato',
      outside: 'Fuori da {about}',
      overwrites: 'Sovrascrive {about}',
      private_host: 'In una rete privata',
      reaches: 'Contatta {about}',
      runs_download: 'Esegue ciò che scarica',
      workspace_unknown: 'Non indica se è nel tuo spazio di lavoro',
    },
  }),
}
