// Labels as Slack and Google have them in Italian: "Approva", "Rifiuta", "Annulla", "Riprova".
import { formatsOf } from './formats.ts'
import { expiryWith, headingWith, hiddenWith, type Language, linesWith } from './language.ts'

const formats = /* @__PURE__ */ formatsOf('it')
const { count } = formats

const characters = (all: number): string =>
  count(all, { one: '# altro carattere', many: '# di altri caratteri', other: '# altri caratteri' })

/** Italian. */
export const it: Language = {
  locale: 'it',
  direction: 'ltr',
  reviewedBy: null,
  onDemand: () => import('./more/it.ts').then((all) => all.more),
  assistant: 'Assistente',
  verb: () => undefined,
  sentence: () => undefined,
  rejecting: {
    rejected: () => 'Interrompi: l’attività finisce.',
    rejected_continue: (assistant) => `Continua: ${assistant} ne è informato e continua a lavorare.`,
  },
  decisions: {
    approved: 'Approva',
    rejected: 'Rifiuta e interrompi',
    rejected_continue: 'Rifiuta e continua',
    answered: 'Rispondi',
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
  agentReason: (agent) => `Motivo di ${agent}:`,
  unreadable: (all) =>
    count(all, {
      one: '# richiesta non è leggibile e non viene mostrata. Non è stata eseguita.',
      many: '# di richieste non sono leggibili e non vengono mostrate. Non sono state eseguite.',
      other: '# richieste non sono leggibili e non vengono mostrate. Non sono state eseguite.',
    }),
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
  riskClaim: 'secondo lo strumento, non verificato',
  howLong: 'Durata dell’approvazione',
  scopes: { once: 'Una volta', operation: 'Questa attività', session: 'Questa chat', always: 'Sempre' },
  why: { agent: 'Motivo dell’assistente:', policy: 'Criterio:', unknown: 'Motivo:' },
  stop: 'Interrompi l’attività',
  reread: 'Ricarica',
  reason: (assistant) => `Di’ a ${assistant} cosa fare invece`,
  addNote: 'Aggiungi una nota',
  approvalNote: {
    agent: (assistant) => `Approva: ${assistant} legge questo testo.`,
    record: (assistant) => `Approva: conservato con la tua decisione. ${assistant} non lo legge.`,
    nobody: () => 'Approva: le tue parole non vengono inviate.',
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
}
