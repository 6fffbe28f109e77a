// Longer than 250 lines: every text of the language, one after the other.
// Labels as GitHub and Slack have them in French: "Approuver", "Refuser", "Annuler", "Réessayer".
import { barWordsOf } from './barWordsOf.ts'
import { decisionWordsOf } from './decisionWordsOf.ts'
import { formatsOf } from './formats.ts'
import { expiryWith, headingWith, hiddenWith, type Language, linesWith, unreadableWith } from './language.ts'
import { previewWordsOf } from './previewWordsOf.ts'
import { refusedBy } from './refusedBy.ts'

const formats = /* @__PURE__ */ formatsOf('fr')
const { count, dateAndTime, list, number } = formats
const defaultName = 'Assistant'
const choose = 'Choisissez une valeur que l’outil accepte.'
const undo = 'Vous pouvez revenir dessus dans les paramètres d’approbation.'
const notRun = 'Ceci n’a pas été exécuté.'
const rules = {
  rule: 'par une règle',
  mode: 'par le mode d’approbation',
  remembered: 'par une approbation mémorisée',
}
const modes = { ask: 'Demander à chaque fois', allow_list: 'Demander sauf sur ma liste' }
const causes = {
  offline: 'Vous êtes hors ligne.',
  unauthenticated: 'Vous êtes déconnecté.',
  forbidden: 'Vous n’avez pas l’autorisation de voir ceci.',
  not_found: 'Le serveur ne connaît pas cette demande.',
  invalid: 'Le serveur n’a pas pu prendre cette décision.',
  rate_limited: 'Le serveur demande de ralentir.',
  timeout: 'Ceci n’a pas été confirmé à temps.',
  protocol: 'La réponse du serveur est illisible.',
  unsupported: 'Le serveur ne sait pas faire cela.',
  other: 'Le serveur n’a pas pu continuer.',
}

const characters = (all: number): string =>
  count(all, { one: '# caractère de plus', many: '# de caractères de plus', other: '# caractères de plus' })

/** French. */
export const fr: Language = {
  locale: 'fr',
  direction: 'ltr',
  reviewedBy: null,
  keyNames: { Shift: 'Maj', Enter: 'Entrée', Backspace: 'Retour arrière', Escape: 'Échap' },
  assistant: defaultName,
  verb: () => undefined,
  sentence: () => undefined,
  rejecting: {
    rejected: () => 'Arrêter : la tâche prend fin.',
    rejected_continue: (assistant) => `Continuer : ${assistant} en est informé et continue à travailler.`,
  },
  argumentsNotTold:
    'Le backend n’a pas indiqué avec quels arguments ceci serait exécuté. L’approbation n’est donc pas possible.',
  answerForToolHint: (assistant) =>
    `L’outil n’est pas exécuté. ${assistant} reçoit votre réponse à la place.`,
  openAndContinue: 'Ouvrir et continuer',
  decline: 'Ne pas répondre',
  declineHint: (assistant) => `Ne pas répondre : ${assistant} continue sans réponse.`,
  revealFirst: 'Afficher les valeurs masquées pour approuver',
  showFirst: /* @__PURE__ */ linesWith('Tout ouvrir pour approuver', (lines) =>
    count(lines, {
      one: 'Ouvrir # ligne pour approuver',
      many: 'Ouvrir les # de lignes pour approuver',
      other: 'Ouvrir les # lignes pour approuver',
    }),
  ),
  actor: ({ name, relation, path: [path] }, assistant) =>
    relation === 'handoff' ? name : `${name} (pour ${path ?? assistant})`,
  wants: (assistant) => [`${assistant} veut exécuter `, ''],
  asks: (actor, question) =>
    question === undefined ? [`${actor} `, 'pose une question', ''] : [`${actor} demande : `, question, ''],
  answer: 'Votre réponse',
  answerForTool: 'Répondre à la place de l’outil',
  opens: ['Ouvre ', ' dans un nouvel onglet'],
  notOpened: 'Cette adresse ne peut pas être ouverte d’ici, car elle n’est pas en https.',
  inOrder: (tool) => `Décidez d’abord pour ${tool}.`,
  source: (server) => `de ${server}`,
  agentReason: (agent) =>
    agent === defaultName ? 'Raison donnée par l’assistant :' : `Raison donnée par ${agent} :`,
  unreadable: /* @__PURE__ */ unreadableWith((all) =>
    count(all, {
      one: '# demande est illisible et n’est pas affichée. Elle n’a pas été exécutée.',
      many: '# de demandes sont illisibles et ne sont pas affichées. Elles n’ont pas été exécutées.',
      other: '# demandes sont illisibles et ne sont pas affichées. Elles n’ont pas été exécutées.',
    }),
  ),
  heading: /* @__PURE__ */ headingWith(
    'Activité',
    'Approbation requise',
    'Réponse requise',
    (all) =>
      count(all, {
        one: '# approbation requise',
        many: '# d’approbations requises',
        other: '# approbations requises',
      }),
    (all) =>
      count(all, { one: '# réponse requise', many: '# de réponses requises', other: '# réponses requises' }),
    (all) =>
      count(all, {
        one: '# décision requise',
        many: '# de décisions requises',
        other: '# décisions requises',
      }),
  ),
  pager: 'Demandes en attente',
  position: (at, total) => `Demande ${at} sur ${total}`,
  seeAll: 'Tout voir',
  previous: 'Demande précédente',
  next: 'Demande suivante',
  showMore: 'Plus',
  overflow: 'Plus',
  risks: {
    destructive: 'Peut supprimer ou écraser',
    outside: 'Utilise des services externes',
    read_only: 'Ne modifie rien',
    unknown: 'Effets inconnus',
  },
  riskClaim: '(selon l’outil, non vérifié)',
  fullStop: '.',
  howLong: 'Durée de l’approbation',
  scopes: { once: 'Une fois', operation: 'Cette tâche', session: 'Ce chat', always: 'Toujours' },
  why: { policy: 'Règle :', unknown: 'Raison :' },
  stop: 'Arrêter la tâche',
  reread: 'Recharger',
  reason: (assistant) => `Dire à ${assistant} quoi faire à la place`,
  addNote: 'Ajouter une note',
  approvalNote: {
    agent: (assistant) => `Approuver : ${assistant} lit ceci.`,
    record: (assistant) => `Approuver : conservé avec votre décision. ${assistant} ne le lit pas.`,
    nobody: () => 'Approuver : vos mots ne sont pas envoyés.',
  },
  keepOpen: 'Me donner plus de temps',
  more: characters,
  arguments: 'Arguments',
  noArguments: 'Aucun argument.',
  revealHidden: 'Afficher les valeurs masquées',
  busy: {
    running: (assistant) => `${assistant} travaille…`,
    asking: () => 'En attente de confirmation…',
    sending: () => 'Envoi de votre décision…',
    not_taken: (assistant) => `En attente que ${assistant} prenne le relais. Rien n’a été exécuté.`,
    checking: () => 'Vérification de l’arrivée de votre décision. Vous n’avez rien à faire.',
  },
  connection: {
    connecting: 'Pas en direct. Connexion…',
    stale: 'Pas en direct. Ce que vous voyez n’est peut-être plus à jour.',
    stopped: 'Pas en direct. Les mises à jour se sont arrêtées.',
  },
  noPermission: (why) =>
    ['Vous ne pouvez pas approuver ceci.', why, 'La demande reste en attente.'].filter(Boolean).join(' '),
  expires: /* @__PURE__ */ expiryWith(
    formats,
    'Le délai pour décider est écoulé.',
    (time) => `Encore ${time}`,
    (minutes) => `${minutes} min`,
    (time) => `Jusqu’à ${time}`,
    ', ensuite ce ne sera pas exécuté',
  ),
  showExactText: 'Afficher le texte exact',
  showAsList: 'Afficher en liste',
  showPreview: 'Afficher l’aperçu',
  showAll: /* @__PURE__ */ linesWith('Tout afficher', (lines) =>
    count(lines, {
      one: 'Afficher # ligne',
      many: 'Afficher les # de lignes',
      other: 'Afficher les # lignes',
    }),
  ),
  hidden: /* @__PURE__ */ hiddenWith(
    (lines) =>
      count(lines, { one: '# ligne de plus', many: '# de lignes de plus', other: '# lignes de plus' }),
    characters,
  ),
  hiddenArguments: (values) =>
    count(values, { one: '# valeur de plus', many: '# de valeurs de plus', other: '# valeurs de plus' }),
  invisible: (all) =>
    count(all, {
      one: '# caractère invisible, affiché sous la forme ⟦U+…⟧.',
      many: '# de caractères invisibles, affichés sous la forme ⟦U+…⟧.',
      other: '# caractères invisibles, affichés sous la forme ⟦U+…⟧.',
    }),
  hiddenValue: (value) =>
    `${count(value.characters, { one: 'masqué, # caractère', many: 'masqué, # de caractères', other: 'masqué, # caractères' })}${value.by === 'tool' ? ', signalé par l’outil' : ''}`,
  hiddenValues: ({ length }) =>
    count(length, {
      one: '# valeur est masquée.',
      many: '# de valeurs sont masquées.',
      other: '# valeurs sont masquées.',
    }),
  needsAnswer: (tool) => `Attend votre réponse : ${tool}`,
  editRefused: (problem) => `Rien n’a été envoyé. ${problem}`,
  waitingFor: (host) => `En attente de ${host}`,
  stopFailed: {
    no: 'La tâche n’a pas été arrêtée. Réessayez.',
    unknown: 'Il n’y a pas encore de réponse. La tâche continue peut-être. Réessayez.',
  },
  ended: {
    done: (assistant) => `${assistant} a terminé.`,
    interrupted: () => 'La tâche est arrêtée.',
    error: (assistant) => `${assistant} a échoué.`,
  },
  expiring: {
    minute: (tool) => `${tool} expire dans 1 minute.`,
    seconds: (tool) => `${tool} expire dans 20 secondes.`,
  },
  ...decisionWordsOf(formats, {
    decisions: {
      approved: 'Approuver',
      rejected: 'Refuser et arrêter',
      rejected_continue: 'Refuser et continuer',
      answered: 'Répondre',
    },
    approveEdited: {
      one: 'Approuver avec # modification',
      many: 'Approuver avec # de modifications',
      other: 'Approuver avec # modifications',
    },
    approveAnd: {
      operation: '{approve} et autoriser pour cette tâche',
      session: '{approve} et autoriser dans ce chat',
      always: '{approve} et toujours autoriser',
    },
    confirm: '{tool} peut supprimer ou écraser quelque chose.',
    confirmOther: 'Vérifiez encore une fois avant d’approuver : {tool}.',
    unasked: {
      operation: 'Désormais, exécution sans demander jusqu’à la fin de cette tâche.',
      session: 'Désormais, exécution sans demander dans ce chat.',
      always: 'Désormais, exécution toujours sans demander.',
    },
    refused: {
      first: {
        too_early: 'C’était trop tôt. Appuyez de nouveau.',
        moved: 'Le bouton venait de bouger. Rien n’a été envoyé. Appuyez de nouveau.',
        changed:
          'Cette demande venait de changer. Rien n’a été envoyé. Vérifiez-la, puis appuyez de nouveau.',
      },
      again: {
        too_early:
          'Rien n’a été envoyé. Un clic compte quand cette demande est visible depuis une demi-seconde. Attendez un instant, puis appuyez une fois.',
        moved:
          'Rien n’a été envoyé, car le bouton bouge sans cesse. Gardez le pointeur immobile jusqu’à ce que le bouton s’arrête, puis appuyez une fois. Ou allez-y avec Tab et appuyez sur Entrée.',
        changed:
          'Rien n’a été envoyé, car cette demande change sans cesse. Attendez qu’elle reste la même, vérifiez-la, puis appuyez une fois.',
      },
    },
    siblings: {
      chosen: 'Vous avez choisi « {decision} ». Vous pouvez encore changer.',
      together: 'Ces {count} demandes sont envoyées ensemble, avec la dernière. Il en reste {left}.',
      last: 'Votre clic envoie les {count} décisions.',
      stop: 'Pour arrêter la tâche, refusez-les toutes.',
      voids: 'Si vous en refusez une, celles que vous approuvez ne sont pas exécutées non plus.',
      rejects_other: 'Refuser celle-ci refuse aussi l’autre.',
      rejects_others: 'Refuser celle-ci refuse aussi les {count} autres.',
    },
    failure: {
      unknown: {
        approved:
          'Votre approbation a été envoyée, mais il n’y a pas encore de réponse. L’exécution a peut-être eu lieu. Réessayer est sans risque.',
        rejected:
          'Votre refus a été envoyé, mais il n’y a pas encore de réponse. Il a peut-être pris effet. Réessayer est sans risque.',
        answered:
          'Votre réponse a été envoyée, mais rien n’est encore revenu. Elle est peut-être arrivée. Réessayer est sans risque.',
      },
      in_progress:
        'La décision est en cours dans un autre onglet. Rien n’a été envoyé d’ici. Regardez là-bas ou attendez le résultat.',
      forbidden: {
        approved: 'Vous n’avez pas l’autorisation d’approuver ceci. Rien n’a été exécuté.',
        rejected: 'Vous n’avez pas l’autorisation de refuser ceci. Rien n’a été exécuté.',
        answered: 'Vous n’avez pas l’autorisation de répondre à ceci. Rien n’a été exécuté.',
      },
      causes,
      ran: {
        offline: 'Votre décision n’a pas été envoyée.',
        answered: 'Votre réponse n’a pas été prise.',
        no: 'Rien n’a été exécuté.',
      },
      next: 'Réessayez.',
    },
    receipt: {
      own: {
        approved: 'Vous avez approuvé {tool}, {time}.',
        rejected: 'Vous avez refusé {tool}, {time}.',
        answered: 'Vous avez répondu à la place de {tool}, {time}.',
      },
      other: {
        approved: '{who} a approuvé {tool}, {time}.',
        rejected: '{who} a refusé {tool}, {time}.',
        answered: '{who} a répondu à la place de {tool}, {time}.',
      },
      somebody: 'Quelqu’un d’autre',
      rule: 'Une règle ({rule})',
      rules: {
        mode: 'le mode « Ne pas demander »',
        remembered: '{name} a été autorisé auparavant',
        rule: '{name} est sur la liste',
      },
      it: 'l’outil',
      expired: '{tool} a expiré à {time}.',
      withdrawn: '{assistant} n’a plus besoin de {tool}.',
      tool: {
        agent: '{tool} pour {agent}',
        own_edits: '{tool} avec vos modifications',
        edits: '{tool} avec des modifications',
      },
      failed: 'L’exécution a échoué.',
      failed_with: 'L’exécution a échoué : {message}',
      not_run: notRun,
      note: 'Note : « {note} »',
      question: {
        expired: '{question} a expiré à {time}. Aucune réponse n’a été donnée.',
        withdrawn: '{assistant} n’a plus besoin d’une réponse à {question}.',
        own: {
          rejected: 'Vous avez arrêté la tâche à {question}, {time}.',
          rejected_continue:
            'Vous n’avez pas répondu à {question}, {time}. {assistant} continue sans réponse.',
          answered: 'Vous avez répondu à {question}, {time}.',
          agreed: 'Vous avez accepté {question}, {time}.',
        },
        other: {
          rejected: '{who} a arrêté la tâche à {question}, {time}.',
          rejected_continue: '{who} n’a pas répondu à {question}, {time}. {assistant} continue sans réponse.',
          answered: '{who} a répondu à {question}, {time}.',
          agreed: '{who} a accepté {question}, {time}.',
        },
      },
    },
    notStarted: {
      approved: 'Approuvé, mais {assistant} n’a pas démarré.',
      rejected: 'Refusé, mais {assistant} n’a pas démarré.',
      answered: 'Répondu, mais {assistant} n’a pas démarré.',
    },
    settled: {
      next: 'Suivant : {tool}.',
      approved: 'Approuvé.',
      approved_many: '{count} approuvées.',
      rejected: 'Refusé.',
      rejected_many: '{count} refusées.',
      answered: 'Répondu.',
      stopped: 'La tâche est arrêtée.',
      continues: '{assistant} continue.',
      left: 'Il en reste {left}.',
      none_left: 'Plus aucune approbation en attente.',
    },
    arrived: {
      review: 'Appuyez sur {key} pour examiner.',
      approval: 'Approbation requise : {tool}.',
      answer: 'Réponse requise : {question}.',
      approvals: {
        one: '# approbation requise.',
        many: '# d’approbations requises.',
        other: '# approbations requises.',
      },
      decisions: {
        one: '# décision requise.',
        many: '# de décisions requises.',
        other: '# décisions requises.',
      },
    },
  }),
  ...barWordsOf(formats, {
    causes,
    conversationFailure: {
      not_found: 'Cette conversation n’existe pas.',
      other: 'Le serveur est injoignable.',
      stale: 'Ce que vous voyez n’est peut-être plus à jour.',
    },
    decided: {
      approved: 'approuvées : {count}',
      answered: 'répondues : {count}',
      rejected: 'refusées : {count}',
      expired: 'expirées : {count}',
      withdrawn: 'retirées : {count}',
    },
    hosts: {
      check: 'Vérifiez ces adresses : {list}.',
      is: '{host} est {address}',
      nowhere: '{host} ne mène nulle part',
    },
    andMore: '{list} et {count} de plus',
    flaws: {
      repeated_name: 'Indiqué plusieurs fois : {places}. L’outil peut utiliser l’une ou l’autre valeur.',
      special_name: 'L’outil peut ignorer {places}.',
      inexact_number: 'L’outil peut lire ces nombres autrement : {places}.',
      broken_character: 'Un demi-caractère, que l’outil peut remplacer, se trouve dans : {places}.',
    },
  }),
  rejectWithNote: 'Refuser et envoyer la note',
  approveAnyway: 'Approuver quand même',
  cancel: 'Annuler',
  deciding: {
    approved: 'Approbation…',
    rejected: 'Refus…',
    rejected_continue: 'Refus…',
    answered: 'Réponse en cours…',
  },
  declining: 'Envoi…',
  stopping: 'Arrêt…',
  tryAgain: 'Réessayer',
  editChanged:
    'Cette demande a changé pendant que vous la modifiiez. Rien n’a été envoyé. Choisissez ce qu’il faut garder.',
  answerChanged:
    'La question a changé pendant que vous y répondiez. Rien n’a été envoyé. Vérifiez votre réponse.',
  reasonMissing: 'Écrivez une raison, puis refusez à nouveau.',
  answerMissing: 'Écrivez d’abord une réponse.',
  hiddenLost: 'Une valeur masquée n’est plus dans cette demande. Abandonnez vos modifications.',
  guard: {
    covered:
      'Quelque chose sur cette page recouvre cette demande. Rien n’a été envoyé. Déplacez-le, puis appuyez de nouveau.',
    framed: 'Cette page est affichée dans un autre site. Ouvrez-la seule pour décider.',
    unread:
      'Rien n’a été envoyé. Vérification que cette demande attend toujours. Appuyez de nouveau dans un instant.',
  },
  openAgain: 'Ouvrir de nouveau',
  edit: 'Modifier avant d’approuver',
  discardEdits: 'Abandonner les modifications',
  showEdits: 'Afficher les modifications',
  keepEdits: 'Garder mes modifications',
  keepAnswer: 'Garder ma réponse',
  notJson: 'Ce n’est pas encore du JSON.',
  copyDetails: 'Copier les détails',
  shortcuts: 'Raccourcis clavier',
  copied: { yes: 'Copié.', no: 'Impossible de copier.' },
  later: 'Décider plus tard',
  laterHint: 'La demande reste en attente. Rien n’est décidé.',
  open: 'Ouvrir',
  dismiss: 'Masquer',
  dismissAll: 'Tout masquer',
  show: 'Afficher',
  showLess: 'Afficher moins',
  before: 'Avant',
  now: 'Maintenant',
  hideChanges: 'Masquer les changements',
  showChanges: 'Afficher les changements',
  hiddenShown: 'Les valeurs masquées sont affichées.',
  hideAgain: 'Les masquer de nouveau',
  notExplained: 'Cet aperçu n’a pas pu être affiché. La demande est inchangée.',
  notShown:
    'Les demandes qui vous attendent ne peuvent pas être affichées ici. Rien n’a été envoyé. Rechargez la page pour réessayer.',
  notLoaded: 'Une partie n’a pas pu être chargée. Vous pouvez continuer sans elle.',
  keepOpenFailed: 'Pas de délai supplémentaire pour l’instant. Réessayez.',
  changed: 'Cette demande a changé. Rien n’a été envoyé. Relisez-la, puis décidez.',
  earlier: 'Votre décision précédente peut encore arriver. D’ici là, vous pouvez décider de nouveau.',
  elsewhere: 'Décision en cours dans un autre onglet…',
  onlyRejected:
    'Ici, cette demande peut seulement être refusée. Pour y donner suite, utilisez l’application de l’assistant.',
  editor: {
    edited: (all) =>
      all === 0
        ? 'Rien de modifié pour l’instant'
        : count(all, {
            one: '# valeur modifiée par vous',
            many: '# de valeurs modifiées par vous',
            other: '# valeurs modifiées par vous',
          }),
    undo: 'Annuler mes modifications',
    views: 'Modifier en tant que',
    view: { form: 'Formulaire', code: 'Code' },
    was: 'Avant :',
    added: 'Ajouté par vous',
    boolean: { true: 'Oui', false: 'Non' },
    add: (name) => `Ajouter ${name ?? 'un élément'}`,
    remove: (name) => `Retirer ${name}`,
    item: (at) => `Numéro ${number(at)}`,
    newName: 'Nouveau nom',
    nameTaken: 'Ce nom existe déjà.',
    nameNotAdded: 'Ce nom n’est pas encore ajouté. Ajoutez-le ou videz le champ.',
    choose: 'Choisir…',
    other: 'Autre chose',
    invisible: (all) => `Caractères invisibles : ${number(all)}.`,
    notJson: (line) => `Ce n’est pas encore du JSON. Voir la ligne ${number(line)}.`,
    notNumber: 'Écrivez un nombre comme 1.5.',
    codeOnly: 'Le formulaire ne peut pas afficher ceci. Modifiez le code.',
    refused: /* @__PURE__ */ refusedBy({
      type: (types) => `Écrivez ${types.join(' ou ')}.`,
      types: {
        string: 'un texte',
        integer: 'un nombre entier',
        number: 'un nombre',
        boolean: 'vrai ou faux',
        array: 'une liste',
        object: 'un objet',
      },
      format: 'Écrivez-le comme #.',
      required: 'Remplissez ce champ.',
      enum: choose,
      const: choose,
      minLength: 'Trop court : # caractères ou plus.',
      maxLength: 'Trop long : # caractères ou moins.',
      minimum: 'Trop petit : # ou plus.',
      maximum: 'Trop grand : # ou moins.',
      exclusiveMinimum: 'Trop petit : plus que #.',
      exclusiveMaximum: 'Trop grand : moins que #.',
      multipleOf: 'Écrivez un multiple de #.',
      minItems: 'Pas assez : # ou plus.',
      maxItems: 'Trop : # ou moins.',
      uniqueItems: 'Deux valeurs sont identiques.',
      pattern: 'Écrivez un texte qui correspond à #',
      other: 'L’outil n’accepte pas ceci.',
    }),
  },
  history: {
    heading: 'Décisions précédentes',
    empty: 'Rien n’a encore été décidé.',
    status: {
      approved: 'Approuvé',
      rejected: 'Refusé',
      rejected_continue: 'Refusé',
      answered: 'Répondu à sa place',
      expired: 'Expiré',
      withdrawn: 'Plus nécessaire',
    },
    effect: {
      approved: '',
      rejected: 'Ceci n’a pas été exécuté, et la tâche est arrêtée.',
      rejected_continue: notRun,
      answered: notRun,
      expired: notRun,
      withdrawn: notRun,
    },
    question: {
      approved: 'Répondu',
      rejected: 'Sans réponse',
      rejected_continue: 'Sans réponse',
      answered: 'Répondu',
      expired: 'Expiré sans réponse',
      withdrawn: 'Plus demandé',
    },
    by: ({ by, automatic }, status, own) => {
      if (status === 'expired' || status === 'withdrawn') return undefined
      if (automatic) return `${rules[automatic.by]}${automatic.name ? ` (${automatic.name})` : ''}`
      if (by?.name) return `par ${by.name}`
      return own ? 'par vous' : 'par quelqu’un d’autre'
    },
    at: dateAndTime,
    remember: {
      operation: 'Mémorisé pour la tâche.',
      session: 'Mémorisé dans ce chat.',
      always: 'Mémorisé pour toujours.',
    },
    result: ({ ok, message }) =>
      `${ok ? 'Exécution réussie' : 'Échec de l’exécution'}${message ? `: ${message}` : '.'}`,
    texts: {
      reason: 'Raison',
      note: 'Note',
      answer: 'Réponse',
      arguments: 'Arguments',
      asked: 'Arguments demandés',
      ran: 'Arguments exécutés',
    },
    details: { show: 'Afficher les arguments', hide: 'Masquer les arguments' },
    earlier: 'Afficher les précédentes',
    reading: 'Lecture…',
    noEarlier: (kept) => `Seules les ${kept} dernières sont conservées.`,
    copy: 'Copier en JSON',
  },
  list: {
    back: 'Retour',
    open: (tool) => `Ouvrir ${tool}`,
    tick: (tool, target) => `Décider ensemble : ${[tool, target].filter(Boolean).join(', ')}`,
    tickAll: (all) => `Cocher les ${number(all)} semblables`,
    leftOut: {
      destructive: 'Peut supprimer ou écraser. À vérifier à part',
      separate: 'À vérifier à part',
      new: 'Vient d’arriver',
      not_seen: 'Pas encore lue en entier. À ouvrir d’abord',
      other_tool: 'Un autre outil',
      other_task: 'D’une autre tâche',
    },
    ticked: 'Cochée',
    deciding: 'Décision en cours…',
    none: 'Cochez les demandes semblables pour les décider ensemble. Rien n’est décidé avant que vous appuyiez sur un bouton.',
    covered: (targets, left) =>
      `Demandes cochées (${number(targets.length)}) : ${list(targets)}. ${left === 0 ? 'Aucune autre n’attend.' : count(left, { one: 'L’autre vous attend encore.', many: 'Les # autres vous attendent encore.', other: 'Les # autres vous attendent encore.' })}`,
    decide: {
      approved: (all) => `Approuver ces ${number(all)}`,
      answered: (all) => `Répondre à ces ${number(all)}`,
      rejected: (all) => `Refuser ces ${number(all)} et arrêter`,
      rejected_continue: (all) => `Refuser ces ${number(all)}`,
    },
  },
  remember: {
    tool: (name, server) => (server === undefined ? name : `${name} de ${server}`),
    once: 'Seulement cette fois',
    onceHint: 'La prochaine fois, la question est posée de nouveau.',
    scope: {
      operation: (tool) => `Chaque ${tool} dans cette tâche`,
      session: (tool) => `Chaque ${tool} dans ce chat`,
      always: (tool) => `Toujours autoriser ${tool}`,
    },
    anyArguments: 'Avec n’importe quels arguments.',
    undo: { operation: 'Cela prend fin avec la tâche.', session: undo, always: undo },
    grant: {
      operation: (tool) => `Autorise aussi chaque ${tool} dans cette tâche, avec n’importe quels arguments.`,
      session: (tool) => `Autorise aussi chaque ${tool} dans ce chat, avec n’importe quels arguments.`,
      always: (tool) => `Autorise aussi chaque ${tool} désormais, avec n’importe quels arguments.`,
    },
    changeToOnce: 'Revenir à cette fois seulement',
  },
  settings: {
    heading: 'Quand vous demander',
    scope: {
      conversation: 'Pour ce chat.',
      user: 'Pour tous vos chats.',
      workspace: 'Pour tous les membres de cet espace de travail.',
    },
    mode: { ...modes, auto_run: 'Ne pas demander' },
    hint: {
      ask: (assistant) => `${assistant} n’exécute rien sans votre approbation.`,
      allow_list: (assistant) =>
        `${assistant} exécute les outils ci-dessous sans demander, avec n’importe quels arguments.`,
      auto_run: (assistant) =>
        `${assistant} exécute tous les outils sans demander, avec n’importe quels arguments.`,
    },
    confirm: {
      ask: () => '',
      allow_list: (assistant) => `Désormais, ${assistant} exécute les outils de la liste sans demander.`,
      auto_run: (assistant) => `Désormais, ${assistant} exécute tous les outils sans demander.`,
    },
    waitsOn: 'Ce qui vous attend déjà reste en attente.',
    change: { ...modes, auto_run: 'Ne plus demander' },
    cancel: 'Annuler',
    list: 'Autorisés sans demander',
    empty: 'Aucun outil pour l’instant. Choisissez « Une fois » à côté d’Approuver pour en ajouter un.',
    unused: 'Ne sert qu’avec « Demander sauf sur ma liste ».',
    tool: (name, server) => (server === undefined ? name : `${name} de ${server}`),
    added: (at) => `depuis le ${dateAndTime(at)}`,
    remove: 'Retirer',
    viewOnly: 'Vous ne pouvez pas modifier ceci.',
    changed: 'Modifié.',
    stale:
      'Ceci a été modifié ailleurs entre-temps, donc rien n’a été modifié maintenant. Relisez, puis décidez.',
    failed: ({ applied, code }) =>
      code === 'forbidden'
        ? 'Vous n’avez pas l’autorisation de modifier ceci. Rien n’a été modifié.'
        : applied === 'no'
          ? 'Rien n’a été modifié. Réessayez.'
          : 'Il n’y a pas encore de réponse. La modification a peut-être eu lieu : regardez ci-dessus, puis réessayez.',
    unread: 'Ces paramètres sont illisibles.',
    reread: 'Recharger',
  },
  keys: {
    heading: 'Raccourcis clavier',
    does: {
      jump: 'Aller à cette demande et revenir',
      approve: 'Approuver, ou envoyer ce que vous avez écrit',
      reject_continue: 'Refuser et continuer',
      reject: 'Refuser et arrêter',
      edit: 'Modifier avant d’approuver',
      help: 'Afficher cette liste',
      move: 'Demande précédente et suivante, sur leurs boutons',
      leave: 'Fermer ou revenir. Ne décide rien.',
    },
    close: 'Fermer',
  },
  waiting: {
    waiting: (all, hasMore) =>
      hasMore ? `En attente de vous : ${number(all)} ou plus` : `En attente de vous : ${number(all)}`,
    menu: 'En attente de vous',
  },
  previews: /* @__PURE__ */ previewWordsOf(formats, {
    labels: {
      account: 'Compte',
      action: 'Action',
      address: 'Adresse',
      amount: 'Montant',
      attachments: 'Pièces jointes',
      bcc: 'Cci',
      body: 'Contenu',
      cc: 'Cc',
      database: 'Base de données',
      directory: 'S’exécute dans',
      ends: 'Fin',
      file: 'Fichier',
      from: 'De',
      guests: 'Invités',
      headers: 'En-têtes',
      method: 'Méthode',
      payee: 'Bénéficiaire',
      place: 'Lieu',
      replyTo: 'Répondre à',
      size: 'Taille',
      starts: 'Début',
      subject: 'Objet',
      target: 'Cible',
      text: 'Texte',
      title: 'Titre',
      to: 'À',
      type: 'Type',
    },
    notTold: 'non indiqué',
    alsoSent: 'Également envoyé',
    added: { one: '# ligne ajoutée', many: '# de lignes ajoutées', other: '# lignes ajoutées' },
    removed: { one: '# supprimée', many: '# de supprimées', other: '# supprimées' },
    unchanged: { one: '# ligne inchangée', many: '# de lignes inchangées', other: '# lignes inchangées' },
    lines: { one: '# ligne', many: '# de lignes', other: '# lignes' },
    bytes: { one: '# octet', many: '# d’octets', other: '# octets' },
    everywhere: 'Remplace ce texte à chaque endroit',
    once: 'Remplace ce texte à un seul endroit',
    localTime: '{time}, à votre heure',
    notes: {
      administrator: 'S’exécute en administrateur',
      creates: 'Crée un fichier',
      currency_unknown: 'Devise non indiquée',
      deletes: 'Peut supprimer des fichiers',
      deletes_data: 'Supprime des données',
      deletes_file: 'Supprime le fichier',
      every_row: 'Sans condition : toutes les lignes',
      exists: 'Écrase un fichier existant',
      exists_unknown: 'N’indique pas si le fichier existe',
      file_unknown: 'N’indique pas si le fichier existe, ni s’il est dans votre espace de travail',
      foreign_host: 'En dehors de {about}',
      login: 'L’adresse contient des identifiants',
      no_host: 'Ne nomme aucun site web',
      no_zone: 'Fuseau horaire non indiqué',
      not_encrypted: 'Non chiffré',
      outside: 'En dehors de {about}',
      overwrites: 'Écrase {about}',
      private_host: 'Dans un réseau privé',
      reaches: 'Contacte {about}',
      runs_download: 'Exécute ce qui est téléchargé',
      workspace_unknown: 'N’indique pas si c’est dans votre espace de travail',
    },
  }),
}
