// Labels as GitHub and Slack have them in Brazilian Portuguese: "Aprovar", "Rejeitar", "Cancelar", "Tentar novamente".
import { formatsOf } from './formats.ts'
import { expiryWith, headingWith, hiddenWith, type Language, linesWith } from './language.ts'

const formats = /* @__PURE__ */ formatsOf('pt-BR')
const { count } = formats

const characters = (all: number): string =>
  count(all, { one: 'mais # caractere', many: 'mais # de caracteres', other: 'mais # caracteres' })

/** Brazilian Portuguese. */
export const ptBR: Language = {
  locale: 'pt-BR',
  direction: 'ltr',
  reviewedBy: null,
  onDemand: () => import('./more/pt-BR.ts').then((all) => all.more),
  assistant: 'Assistente',
  verb: () => undefined,
  sentence: () => undefined,
  rejecting: {
    rejected: () => 'Parar: a tarefa termina.',
    rejected_continue: (assistant) => `Continuar: ${assistant} fica sabendo e segue trabalhando.`,
  },
  decisions: {
    approved: 'Aprovar',
    rejected: 'Rejeitar e parar',
    rejected_continue: 'Rejeitar e continuar',
    answered: 'Responder',
  },
  argumentsNotTold:
    'O backend não informou com quais argumentos isto seria executado, por isso não é possível aprovar.',
  answerForToolHint: (assistant) =>
    `A ferramenta não é executada. ${assistant} recebe sua resposta no lugar dela.`,
  openAndContinue: 'Abrir e continuar',
  decline: 'Não responder',
  declineHint: (assistant) => `Não responder: ${assistant} continua sem resposta.`,
  revealFirst: 'Mostrar valores ocultos para aprovar',
  showFirst: /* @__PURE__ */ linesWith('Abrir tudo para aprovar', (lines) =>
    count(lines, {
      one: 'Abrir # linha para aprovar',
      many: 'Abrir # de linhas para aprovar',
      other: 'Abrir todas as # linhas para aprovar',
    }),
  ),
  actor: ({ name, relation, path: [path] }, assistant) =>
    relation === 'handoff' ? name : `${name} (para ${path ?? assistant})`,
  wants: (assistant) => [`${assistant} quer executar `, ''],
  asks: (actor, question) =>
    question === undefined ? [`${actor} `, 'faz uma pergunta', ''] : [`${actor} pergunta: `, question, ''],
  answer: 'Sua resposta',
  answerForTool: 'Responder no lugar da ferramenta',
  opens: ['Abre ', ' em uma nova guia'],
  notOpened: 'Este endereço não pode ser aberto daqui porque não é https.',
  inOrder: (tool) => `Decida primeiro sobre ${tool}.`,
  source: (server) => `de ${server}`,
  agentReason: (agent) => `Motivo de ${agent}:`,
  unreadable: (all) =>
    count(all, {
      one: '# solicitação não pode ser lida e não é mostrada. Ela não foi executada.',
      many: '# de solicitações não podem ser lidas e não são mostradas. Elas não foram executadas.',
      other: '# solicitações não podem ser lidas e não são mostradas. Elas não foram executadas.',
    }),
  heading: /* @__PURE__ */ headingWith(
    'Atividade',
    'Aprovação necessária',
    'Resposta necessária',
    (all) =>
      count(all, {
        one: '# aprovação necessária',
        many: '# de aprovações necessárias',
        other: '# aprovações necessárias',
      }),
    (all) =>
      count(all, {
        one: '# resposta necessária',
        many: '# de respostas necessárias',
        other: '# respostas necessárias',
      }),
    (all) =>
      count(all, {
        one: '# decisão necessária',
        many: '# de decisões necessárias',
        other: '# decisões necessárias',
      }),
  ),
  pager: 'Solicitações em espera',
  position: (at, total) => `Solicitação ${at} de ${total}`,
  seeAll: 'Ver tudo',
  previous: 'Solicitação anterior',
  next: 'Próxima solicitação',
  showMore: 'Mais',
  overflow: 'Mais',
  risks: {
    destructive: 'Pode excluir ou sobrescrever',
    outside: 'Usa serviços externos',
    read_only: 'Não altera nada',
    unknown: 'Efeitos desconhecidos',
  },
  riskClaim: 'segundo a ferramenta, não verificado',
  howLong: 'Quanto tempo vale a aprovação',
  scopes: { once: 'Uma vez', operation: 'Esta tarefa', session: 'Este chat', always: 'Sempre' },
  why: { agent: 'Motivo do assistente:', policy: 'Política:', unknown: 'Motivo:' },
  stop: 'Parar a tarefa',
  reread: 'Carregar novamente',
  reason: (assistant) => `Dizer a ${assistant} o que fazer em vez disso`,
  addNote: 'Adicionar uma nota',
  approvalNote: {
    agent: (assistant) => `Aprovar: ${assistant} lê isto.`,
    record: (assistant) => `Aprovar: fica guardado com sua decisão. ${assistant} não lê.`,
    nobody: () => 'Aprovar: suas palavras não são enviadas.',
  },
  keepOpen: 'Quero mais tempo',
  more: characters,
  arguments: 'Argumentos',
  noArguments: 'Sem argumentos.',
  revealHidden: 'Mostrar valores ocultos',
  busy: {
    running: (assistant) => `${assistant} está trabalhando…`,
    asking: () => 'Aguardando confirmação…',
    sending: () => 'Enviando sua decisão…',
    not_taken: (assistant) => `Aguardando ${assistant} assumir. Nada foi executado.`,
    checking: () => 'Verificando se sua decisão chegou. Você não precisa fazer nada.',
  },
  connection: {
    connecting: 'Sem atualização ao vivo. Conectando…',
    stale: 'Sem atualização ao vivo. O que você vê pode estar desatualizado.',
    stopped: 'Sem atualização ao vivo. As atualizações pararam.',
  },
  noPermission: (why) =>
    ['Você não pode aprovar isto.', why, 'Continua em espera.'].filter(Boolean).join(' '),
  expires: /* @__PURE__ */ expiryWith(
    formats,
    'O tempo para decidir acabou.',
    (time) => `Restam ${time}`,
    (minutes) => `${minutes} min`,
    (time) => `Até ${time}`,
    ', depois não será executado',
  ),
  showExactText: 'Mostrar texto exato',
  showAsList: 'Mostrar como lista',
  showPreview: 'Mostrar prévia',
  showAll: /* @__PURE__ */ linesWith('Mostrar tudo', (lines) =>
    count(lines, { one: 'Mostrar # linha', many: 'Mostrar # de linhas', other: 'Mostrar todas as # linhas' }),
  ),
  hidden: /* @__PURE__ */ hiddenWith(
    (lines) => count(lines, { one: 'mais # linha', many: 'mais # de linhas', other: 'mais # linhas' }),
    characters,
  ),
  hiddenArguments: (values) =>
    count(values, { one: 'mais # valor', many: 'mais # de valores', other: 'mais # valores' }),
  invisible: (all) =>
    count(all, {
      one: '# caractere invisível, mostrado como ⟦U+…⟧.',
      many: '# de caracteres invisíveis, mostrados como ⟦U+…⟧.',
      other: '# caracteres invisíveis, mostrados como ⟦U+…⟧.',
    }),
  hiddenValue: (value) =>
    `${count(value.characters, { one: 'oculto, # caractere', many: 'oculto, # de caracteres', other: 'oculto, # caracteres' })}${value.by === 'tool' ? ', marcado pela ferramenta' : ''}`,
  hiddenValues: ({ length }) =>
    count(length, {
      one: '# valor está oculto.',
      many: '# de valores estão ocultos.',
      other: '# valores estão ocultos.',
    }),
}
