// Labels as GitHub and Slack have them in French: "Approuver", "Refuser", "Annuler", "Réessayer".
import { formatsOf } from './formats.ts'
import { expiryWith, headingWith, hiddenWith, type Language, linesWith } from './language.ts'

const formats = /* @__PURE__ */ formatsOf('fr')
const { count } = formats

const characters = (all: number): string =>
  count(all, { one: '# caractère de plus', many: '# de caractères de plus', other: '# caractères de plus' })

/** French. */
export const fr: Language = {
  locale: 'fr',
  direction: 'ltr',
  reviewedBy: null,
  onDemand: () => import('./more/fr.ts').then((all) => all.more),
  assistant: 'Assistant',
  verb: () => undefined,
  sentence: () => undefined,
  rejecting: {
    rejected: () => 'Arrêter : la tâche prend fin.',
    rejected_continue: (assistant) => `Continuer : ${assistant} en est informé et continue à travailler.`,
  },
  decisions: {
    approved: 'Approuver',
    rejected: 'Refuser et arrêter',
    rejected_continue: 'Refuser et continuer',
    answered: 'Répondre',
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
  agentReason: (agent) => `Raison donnée par ${agent} :`,
  unreadable: (all) =>
    count(all, {
      one: '# demande est illisible et n’est pas affichée. Elle n’a pas été exécutée.',
      many: '# de demandes sont illisibles et ne sont pas affichées. Elles n’ont pas été exécutées.',
      other: '# demandes sont illisibles et ne sont pas affichées. Elles n’ont pas été exécutées.',
    }),
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
  riskClaim: 'selon l’outil, non vérifié',
  howLong: 'Durée de l’approbation',
  scopes: { once: 'Une fois', operation: 'Cette tâche', session: 'Ce chat', always: 'Toujours' },
  why: { agent: 'Raison donnée par l’assistant :', policy: 'Règle :', unknown: 'Raison :' },
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
}
