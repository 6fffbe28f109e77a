// Longer than 250 lines: every text of the language, one after the other.
// Labels as GitHub and Slack have them in Brazilian Portuguese: "Aprovar", "Rejeitar", "Cancelar", "Tentar novamente".
import { barWordsOf } from './barWordsOf.ts'
import { decisionWordsOf } from './decisionWordsOf.ts'
import { formatsOf } from './formats.ts'
import { expiryWith, headingWith, hiddenWith, type Language, linesWith, unreadableWith } from './language.ts'
import { previewWordsOf } from './previewWordsOf.ts'
import { refusedBy } from './refusedBy.ts'

const formats = /* @__PURE__ */ formatsOf('pt-BR')
const { count, dateAndTime, list, number } = formats
const defaultName = 'Assistente'
const choose = 'Escolha um valor que a ferramenta aceite.'
const undo = 'Você pode desfazer isto nas configurações de aprovação.'
const notRun = 'Não foi executado.'
const rules = {
  rule: 'por uma regra',
  mode: 'pelo modo de aprovação',
  remembered: 'por uma aprovação lembrada',
}
const modes = { ask: 'Perguntar sempre', allow_list: 'Perguntar, exceto o que está na minha lista' }
const causes = {
  offline: 'Você está offline.',
  unauthenticated: 'Você saiu da sua conta.',
  forbidden: 'Você não tem permissão para ver isto.',
  not_found: 'O servidor não conhece esta solicitação.',
  invalid: 'O servidor não pôde aceitar esta decisão.',
  rate_limited: 'O servidor pede para ir mais devagar.',
  timeout: 'Isto não foi confirmado a tempo.',
  protocol: 'A resposta do servidor não pode ser lida.',
  unsupported: 'O servidor não consegue fazer isto.',
  other: 'O servidor não pôde continuar.',
}

const characters = (all: number): string =>
  count(all, { one: 'mais # caractere', many: 'mais # de caracteres', other: 'mais # caracteres' })

/** Brazilian Portuguese. */
export const ptBR: Language = {
  locale: 'pt-BR',
  direction: 'ltr',
  reviewedBy: null,
  assistant: defaultName,
  verb: () => undefined,
  sentence: () => undefined,
  rejecting: {
    rejected: () => 'Parar: a tarefa termina.',
    rejected_continue: (assistant) => `Continuar: ${assistant} fica sabendo e segue trabalhando.`,
  },
  argumentsNotTold:
    'O backend não informou com quais argumentos isto seria executado, por isso não é possível aprovar.',
  answerForToolHint: (assistant) =>
    `A ferramenta não é executada. ${assistant} recebe sua resposta no lugar dela.`,
  openAndContinue: 'Abrir e continuar',
  decline: 'Não responder',
  declineHint: (assistant) => `Não responder: ${assistant} segue em frente sem resposta.`,
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
  agentReason: (agent) => (agent === defaultName ? 'Motivo do assistente:' : `Motivo de ${agent}:`),
  unreadable: /* @__PURE__ */ unreadableWith((all) =>
    count(all, {
      one: '# solicitação não pode ser lida e não é mostrada. Ela não foi executada.',
      many: '# de solicitações não podem ser lidas e não são mostradas. Elas não foram executadas.',
      other: '# solicitações não podem ser lidas e não são mostradas. Elas não foram executadas.',
    }),
  ),
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
  riskClaim: '(segundo a ferramenta, não verificado)',
  fullStop: '.',
  howLong: 'Quanto tempo vale a aprovação',
  scopes: { once: 'Uma vez', operation: 'Esta tarefa', session: 'Este chat', always: 'Sempre' },
  why: { policy: 'Política:', unknown: 'Motivo:' },
  stop: 'Parar a tarefa',
  reread: 'Carregar novamente',
  reason: (assistant) => `Dizer a ${assistant} o que fazer em vez disso`,
  addNote: 'Adicionar uma nota',
  approvalNote: {
    agent: (assistant) => `Aprovar: ${assistant} lê isto.`,
    record: (assistant) => `Aprovar: fica guardado com sua decisão. ${assistant} não lê.`,
    nobody: () => 'Aprovar: seu texto não é enviado.',
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
  needsAnswer: (tool) => `Precisa da sua resposta: ${tool}`,
  editRefused: (problem) => `Nada foi enviado. ${problem}`,
  waitingFor: (host) => `Aguardando ${host}`,
  stopFailed: {
    no: 'A tarefa não foi parada. Tente novamente.',
    unknown: 'Ainda não há resposta. A tarefa pode continuar. Tente novamente.',
  },
  ended: {
    done: (assistant) => `${assistant} terminou.`,
    interrupted: () => 'A tarefa parou.',
    error: (assistant) => `${assistant} falhou.`,
  },
  expiring: {
    minute: (tool) => `${tool} expira em 1 minuto.`,
    seconds: (tool) => `${tool} expira em 20 segundos.`,
  },
  ...decisionWordsOf(formats, {
    decisions: {
      approved: 'Aprovar',
      rejected: 'Rejeitar e parar',
      rejected_continue: 'Rejeitar e continuar',
      answered: 'Responder',
    },
    approveEdited: {
      one: 'Aprovar com # alteração',
      many: 'Aprovar com # de alterações',
      other: 'Aprovar com # alterações',
    },
    approveAnd: {
      operation: '{approve} e permitir nesta tarefa',
      session: '{approve} e permitir neste chat',
      always: '{approve} e permitir sempre',
    },
    confirm: '{tool} pode excluir ou sobrescrever algo.',
    confirmOther: 'Confira mais uma vez antes de aprovar: {tool}.',
    unasked: {
      operation: 'De agora em diante, é executado sem perguntar até esta tarefa terminar.',
      session: 'De agora em diante, é executado sem perguntar neste chat.',
      always: 'De agora em diante, é sempre executado sem perguntar.',
    },
    refused: {
      first: {
        too_early: 'Foi cedo demais. Pressione novamente.',
        moved: 'O botão tinha acabado de se mover. Nada foi enviado. Pressione novamente.',
        changed: 'Esta solicitação tinha acabado de mudar. Nada foi enviado. Confira e pressione novamente.',
      },
      again: {
        too_early:
          'Nada foi enviado. Um clique vale quando esta solicitação está visível há meio segundo. Espere um momento e pressione uma vez.',
        moved:
          'Nada foi enviado porque o botão não para de se mover. Mantenha o ponteiro parado até o botão parar e pressione uma vez. Ou vá até ele com Tab e pressione Enter.',
        changed:
          'Nada foi enviado porque esta solicitação não para de mudar. Espere até ela ficar igual, confira e pressione uma vez.',
      },
    },
    siblings: {
      chosen: 'Você escolheu “{decision}”. Ainda pode mudar.',
      together: 'Estas {count} são enviadas juntas, com a última. Restantes: {left}.',
      last: 'Seu clique envia todas as {count} decisões.',
      stop: 'Para parar a tarefa, rejeite todas.',
      voids: 'Se você rejeitar uma, as que aprovar também não são executadas.',
      rejects_other: 'Rejeitar esta também rejeita a outra.',
      rejects_others: 'Rejeitar esta também rejeita as outras {count}.',
    },
    failure: {
      unknown: {
        approved:
          'Sua aprovação foi enviada, mas ainda não há resposta. Pode ter sido executado. Tentar novamente é seguro.',
        rejected:
          'Sua rejeição foi enviada, mas ainda não há resposta. Pode ter tido efeito. Tentar novamente é seguro.',
        answered:
          'Sua resposta foi enviada, mas nada voltou ainda. Ela pode ter chegado. Tentar novamente é seguro.',
      },
      in_progress:
        'Isto está sendo decidido em outra guia. Nada foi enviado daqui. Veja lá ou espere o resultado.',
      forbidden: {
        approved: 'Você não tem permissão para aprovar isto. Nada foi executado.',
        rejected: 'Você não tem permissão para rejeitar isto. Nada foi executado.',
        answered: 'Você não tem permissão para responder a isto. Nada foi executado.',
      },
      causes,
      ran: {
        offline: 'Sua decisão não foi enviada.',
        answered: 'Sua resposta não foi aceita.',
        no: 'Nada foi executado.',
      },
      next: 'Tente novamente.',
    },
    receipt: {
      own: {
        approved: 'Você aprovou {tool}, {time}.',
        rejected: 'Você rejeitou {tool}, {time}.',
        answered: 'Você respondeu no lugar de {tool}, {time}.',
      },
      other: {
        approved: '{who} aprovou {tool}, {time}.',
        rejected: '{who} rejeitou {tool}, {time}.',
        answered: '{who} respondeu no lugar de {tool}, {time}.',
      },
      somebody: 'Outra pessoa',
      rule: 'Uma regra ({rule})',
      rules: {
        mode: 'o modo “Não perguntar”',
        remembered: '{name} já tinha sido permitido',
        rule: '{name} está na lista',
      },
      it: 'a ferramenta',
      expired: '{tool} expirou às {time}.',
      withdrawn: '{assistant} não precisa mais de {tool}.',
      tool: {
        agent: '{tool} para {agent}',
        own_edits: '{tool} com suas alterações',
        edits: '{tool} com alterações',
      },
      failed: 'Falhou.',
      failed_with: 'Falhou: {message}',
      not_run: notRun,
      note: 'Nota: “{note}”',
      question: {
        expired: '{question} expirou às {time}. Não foi respondida.',
        withdrawn: '{assistant} não precisa mais de uma resposta a {question}.',
        own: {
          rejected: 'Você parou a tarefa em {question}, {time}.',
          rejected_continue:
            'Você não respondeu a {question}, {time}. {assistant} segue em frente sem resposta.',
          answered: 'Você respondeu a {question}, {time}.',
          agreed: 'Você aceitou {question}, {time}.',
        },
        other: {
          rejected: '{who} parou a tarefa em {question}, {time}.',
          rejected_continue:
            '{who} não respondeu a {question}, {time}. {assistant} segue em frente sem resposta.',
          answered: '{who} respondeu a {question}, {time}.',
          agreed: '{who} aceitou {question}, {time}.',
        },
      },
    },
    notStarted: {
      approved: 'Aprovado, mas {assistant} não começou.',
      rejected: 'Rejeitado, mas {assistant} não começou.',
      answered: 'Respondido, mas {assistant} não começou.',
    },
    settled: {
      next: 'Próximo: {tool}.',
      approved: 'Aprovado.',
      approved_many: '{count} aprovadas.',
      rejected: 'Rejeitado.',
      rejected_many: '{count} rejeitadas.',
      answered: 'Respondido.',
      stopped: 'A tarefa parou.',
      continues: '{assistant} continua.',
      left: 'Restantes: {left}.',
      none_left: 'Não falta nenhuma aprovação.',
    },
    arrived: {
      review: 'Pressione {key} para revisar.',
      approval: 'Aprovação necessária: {tool}.',
      answer: 'Resposta necessária: {question}.',
      approvals: {
        one: '# aprovação necessária.',
        many: '# de aprovações necessárias.',
        other: '# aprovações necessárias.',
      },
      decisions: {
        one: '# decisão necessária.',
        many: '# de decisões necessárias.',
        other: '# decisões necessárias.',
      },
    },
  }),
  ...barWordsOf(formats, {
    causes,
    conversationFailure: {
      not_found: 'Esta conversa não existe.',
      other: 'Não é possível acessar o servidor.',
      stale: 'O que você vê pode estar desatualizado.',
    },
    decided: {
      approved: 'aprovadas: {count}',
      answered: 'respondidas: {count}',
      rejected: 'rejeitadas: {count}',
      expired: 'expiradas: {count}',
      withdrawn: 'retiradas: {count}',
    },
    hosts: {
      check: 'Confira estes endereços: {list}.',
      is: '{host} é {address}',
      nowhere: '{host} não leva a lugar nenhum',
    },
    andMore: '{list} e mais {count}',
    flaws: {
      repeated_name: 'Informado mais de uma vez: {places}. A ferramenta pode usar qualquer um dos valores.',
      special_name: 'A ferramenta pode ignorar {places}.',
      inexact_number: 'A ferramenta pode ler estes números de outra forma: {places}.',
      broken_character: 'Meio caractere, que a ferramenta pode substituir, está em: {places}.',
    },
  }),
  rejectWithNote: 'Rejeitar e enviar nota',
  approveAnyway: 'Aprovar mesmo assim',
  cancel: 'Cancelar',
  deciding: {
    approved: 'Aprovando…',
    rejected: 'Rejeitando…',
    rejected_continue: 'Rejeitando…',
    answered: 'Respondendo…',
  },
  declining: 'Enviando…',
  stopping: 'Parando…',
  tryAgain: 'Tentar novamente',
  editChanged: 'Esta solicitação mudou enquanto você a editava. Nada foi enviado. Escolha o que manter.',
  answerChanged: 'A pergunta mudou enquanto você respondia. Nada foi enviado. Confira sua resposta.',
  reasonMissing: 'Escreva um motivo e rejeite novamente.',
  answerMissing: 'Escreva uma resposta primeiro.',
  hiddenLost: 'Um valor oculto não está mais nesta solicitação. Descarte suas alterações.',
  guard: {
    covered:
      'Algo nesta página cobre esta solicitação. Nada foi enviado. Tire-o da frente e pressione novamente.',
    framed: 'Esta página é mostrada dentro de outro site. Abra-a separadamente para decidir.',
    unread:
      'Nada foi enviado. Verificando se esta solicitação ainda está esperando. Pressione novamente em instantes.',
  },
  openAgain: 'Abrir novamente',
  edit: 'Editar antes de aprovar',
  discardEdits: 'Descartar alterações',
  showEdits: 'Mostrar alterações',
  keepEdits: 'Manter minhas alterações',
  keepAnswer: 'Manter minha resposta',
  notJson: 'Isto ainda não é JSON.',
  copyDetails: 'Copiar detalhes',
  shortcuts: 'Atalhos de teclado',
  copied: { yes: 'Copiado.', no: 'Não foi possível copiar.' },
  later: 'Decidir depois',
  laterHint: 'Continua em espera. Nada é decidido.',
  open: 'Abrir',
  dismiss: 'Ocultar',
  dismissAll: 'Ocultar tudo',
  show: 'Mostrar',
  showLess: 'Mostrar menos',
  before: 'Antes',
  now: 'Agora',
  hideChanges: 'Ocultar diferenças',
  showChanges: 'Mostrar diferenças',
  hiddenShown: 'Os valores ocultos estão visíveis.',
  hideAgain: 'Ocultar novamente',
  notExplained: 'Esta prévia não pôde ser mostrada. A solicitação não mudou.',
  notShown:
    'As solicitações que esperam por você não podem ser mostradas aqui. Nada foi enviado. Recarregue a página para tentar novamente.',
  notLoaded: 'Uma parte não pôde ser carregada. Você pode continuar sem ela.',
  keepOpenFailed: 'Ainda não há mais tempo. Tente novamente.',
  changed: 'Esta solicitação mudou. Nada foi enviado. Leia novamente e decida.',
  earlier: 'Sua decisão anterior ainda pode chegar. Até lá, você pode decidir de novo.',
  elsewhere: 'Sendo decidido em outra guia…',
  onlyRejected: 'Aqui só dá para rejeitar. Para continuar, use o aplicativo do assistente.',
  editor: {
    edited: (all) =>
      all === 0
        ? 'Nada editado ainda'
        : count(all, {
            one: '# valor editado por você',
            many: '# de valores editados por você',
            other: '# valores editados por você',
          }),
    undo: 'Desfazer minhas alterações',
    views: 'Editar como',
    view: { form: 'Formulário', code: 'Código' },
    was: 'Antes:',
    added: 'Adicionado por você',
    boolean: { true: 'Sim', false: 'Não' },
    add: (name) => `Adicionar ${name ?? 'um item'}`,
    remove: (name) => `Remover ${name}`,
    item: (at) => `Número ${number(at)}`,
    newName: 'Novo nome',
    nameTaken: 'Esse nome já existe.',
    nameNotAdded: 'Esse nome ainda não foi adicionado. Adicione-o ou esvazie o campo.',
    choose: 'Escolher…',
    other: 'Outra coisa',
    invisible: (all) => `Caracteres invisíveis: ${number(all)}.`,
    notJson: (line) => `Isto ainda não é JSON. Veja a linha ${number(line)}.`,
    notNumber: 'Escreva um número como 1.5.',
    codeOnly: 'O formulário não consegue mostrar isto. Edite o código.',
    refused: /* @__PURE__ */ refusedBy({
      type: (types) => `Escreva ${types.join(' ou ')}.`,
      types: {
        string: 'um texto',
        integer: 'um número inteiro',
        number: 'um número',
        boolean: 'verdadeiro ou falso',
        array: 'uma lista',
        object: 'um objeto',
      },
      format: 'Escreva como #.',
      required: 'Preencha este campo.',
      enum: choose,
      const: choose,
      minLength: 'Muito curto: # caracteres ou mais.',
      maxLength: 'Muito longo: # caracteres ou menos.',
      minimum: 'Muito pequeno: # ou mais.',
      maximum: 'Muito grande: # ou menos.',
      exclusiveMinimum: 'Muito pequeno: mais que #.',
      exclusiveMaximum: 'Muito grande: menos que #.',
      multipleOf: 'Escreva um múltiplo de #.',
      minItems: 'Muito poucos: # ou mais.',
      maxItems: 'Demais: # ou menos.',
      uniqueItems: 'Há dois iguais.',
      pattern: 'Escreva um texto que corresponda a #',
      other: 'A ferramenta não aceita isto.',
    }),
  },
  history: {
    heading: 'Decisões anteriores',
    empty: 'Nada foi decidido ainda.',
    status: {
      approved: 'Aprovado',
      rejected: 'Rejeitado',
      rejected_continue: 'Rejeitado',
      answered: 'Respondido em seu lugar',
      expired: 'Expirado',
      withdrawn: 'Não é mais necessário',
    },
    effect: {
      approved: '',
      rejected: 'Não foi executado, e a tarefa parou.',
      rejected_continue: notRun,
      answered: notRun,
      expired: notRun,
      withdrawn: notRun,
    },
    question: {
      approved: 'Respondido',
      rejected: 'Não respondido',
      rejected_continue: 'Não respondido',
      answered: 'Respondido',
      expired: 'Expirou sem resposta',
      withdrawn: 'Não é mais perguntado',
    },
    by: ({ by, automatic }, status, own) => {
      if (status === 'expired' || status === 'withdrawn') return undefined
      if (automatic) return `${rules[automatic.by]}${automatic.name ? ` (${automatic.name})` : ''}`
      if (by?.name) return `por ${by.name}`
      return own ? 'por você' : 'por outra pessoa'
    },
    at: dateAndTime,
    remember: {
      operation: 'Lembrado para a tarefa.',
      session: 'Lembrado neste chat.',
      always: 'Lembrado desde então.',
    },
    result: ({ ok, message }) => `${ok ? 'Foi executado' : 'Falhou'}${message ? `: ${message}` : '.'}`,
    texts: {
      reason: 'Motivo',
      note: 'Nota',
      answer: 'Resposta',
      arguments: 'Argumentos',
      asked: 'Argumentos solicitados',
      ran: 'Argumentos executados',
    },
    details: { show: 'Mostrar argumentos', hide: 'Ocultar argumentos' },
    earlier: 'Mostrar anteriores',
    reading: 'Lendo…',
    noEarlier: (kept) => `Apenas as últimas ${kept} são mantidas.`,
    copy: 'Copiar como JSON',
  },
  list: {
    back: 'Voltar',
    open: (tool) => `Abrir ${tool}`,
    tick: (tool, target) => `Decidir juntas: ${[tool, target].filter(Boolean).join(', ')}`,
    tickAll: (all) => `Marcar as ${number(all)} parecidas`,
    leftOut: {
      destructive: 'Pode excluir ou sobrescrever. Analise separadamente',
      separate: 'Analise separadamente',
      new: 'Acabou de chegar',
      not_seen: 'Ainda não lida por completo. Abra primeiro',
      other_tool: 'Outra ferramenta',
      other_task: 'De outra tarefa',
    },
    ticked: 'Marcada',
    deciding: 'Sendo decidido…',
    none: 'Marque solicitações parecidas para decidir juntas. Nada é decidido antes de você pressionar um botão.',
    covered: (targets, left) =>
      `${number(targets.length)} marcadas: ${list(targets)}. ${left === 0 ? 'Nenhuma outra espera.' : count(left, { one: 'A outra ainda espera por você.', many: 'As outras # ainda esperam por você.', other: 'As outras # ainda esperam por você.' })}`,
    decide: {
      approved: (all) => `Aprovar estas ${number(all)}`,
      answered: (all) => `Responder a estas ${number(all)}`,
      rejected: (all) => `Rejeitar estas ${number(all)} e parar`,
      rejected_continue: (all) => `Rejeitar estas ${number(all)}`,
    },
  },
  remember: {
    tool: (name, server) => (server === undefined ? name : `${name} de ${server}`),
    once: 'Só desta vez',
    onceHint: 'Na próxima vez, você será perguntado de novo.',
    scope: {
      operation: (tool) => `Cada ${tool} nesta tarefa`,
      session: (tool) => `Cada ${tool} neste chat`,
      always: (tool) => `Permitir sempre ${tool}`,
    },
    anyArguments: 'Com quaisquer argumentos.',
    undo: { operation: 'Termina com a tarefa.', session: undo, always: undo },
    grant: {
      operation: (tool) => `Também permite cada ${tool} nesta tarefa, com quaisquer argumentos.`,
      session: (tool) => `Também permite cada ${tool} neste chat, com quaisquer argumentos.`,
      always: (tool) => `Também permite cada ${tool} de agora em diante, com quaisquer argumentos.`,
    },
    changeToOnce: 'Mudar para só desta vez',
  },
  settings: {
    heading: 'Quando perguntar a você',
    scope: {
      conversation: 'Para este chat.',
      user: 'Para todos os seus chats.',
      workspace: 'Para todos neste espaço de trabalho.',
    },
    mode: { ...modes, auto_run: 'Não perguntar' },
    hint: {
      ask: (assistant) => `${assistant} não executa nada sem sua aprovação.`,
      allow_list: (assistant) =>
        `${assistant} executa as ferramentas abaixo sem perguntar, com quaisquer argumentos.`,
      auto_run: (assistant) =>
        `${assistant} executa qualquer ferramenta sem perguntar, com quaisquer argumentos.`,
    },
    confirm: {
      ask: () => '',
      allow_list: (assistant) =>
        `De agora em diante, ${assistant} executa as ferramentas da lista sem perguntar.`,
      auto_run: (assistant) => `De agora em diante, ${assistant} executa qualquer ferramenta sem perguntar.`,
    },
    waitsOn: 'O que já espera por você continua em espera.',
    change: { ...modes, auto_run: 'Não perguntar mais' },
    cancel: 'Cancelar',
    list: 'Permitidas sem perguntar',
    empty: 'Nenhuma ferramenta ainda. Escolha “Uma vez” ao lado de Aprovar para adicionar uma.',
    unused: 'Só vale com “Perguntar, exceto o que está na minha lista”.',
    tool: (name, server) => (server === undefined ? name : `${name} de ${server}`),
    added: (at) => `desde ${dateAndTime(at)}`,
    remove: 'Remover',
    viewOnly: 'Você não pode alterar isto.',
    changed: 'Alterado.',
    stale:
      'Isto foi alterado em outro lugar enquanto isso, então nada foi alterado agora. Leia novamente e decida.',
    failed: ({ applied, code }) =>
      code === 'forbidden'
        ? 'Você não tem permissão para alterar isto. Nada foi alterado.'
        : applied === 'no'
          ? 'Nada foi alterado. Tente novamente.'
          : 'Ainda não há resposta. Pode ter sido alterado: veja acima e tente novamente.',
    unread: 'Estas configurações não podem ser lidas.',
    reread: 'Carregar novamente',
  },
  keys: {
    heading: 'Atalhos de teclado',
    does: {
      jump: 'Ir para esta solicitação e voltar',
      approve: 'Aprovar, ou enviar o que você escreveu',
      reject_continue: 'Rejeitar e continuar',
      reject: 'Rejeitar e parar',
      edit: 'Editar antes de aprovar',
      help: 'Mostrar esta lista',
      move: 'Solicitação anterior e próxima, em seus botões',
      leave: 'Fechar ou voltar. Não decide nada.',
    },
    close: 'Fechar',
  },
  waiting: {
    waiting: (all, hasMore) =>
      hasMore ? `${number(all)} ou mais à sua espera` : `${number(all)} à sua espera`,
    menu: 'À sua espera',
  },
  previews: /* @__PURE__ */ previewWordsOf(formats, {
    labels: {
      account: 'Conta',
      action: 'Ação',
      address: 'Endereço',
      amount: 'Valor',
      attachments: 'Anexos',
      bcc: 'Cco',
      body: 'Conteúdo',
      cc: 'Cc',
      database: 'Banco de dados',
      directory: 'Executa em',
      ends: 'Fim',
      file: 'Arquivo',
      from: 'De',
      guests: 'Convidados',
      headers: 'Cabeçalhos',
      method: 'Método',
      payee: 'Beneficiário',
      place: 'Local',
      replyTo: 'Responder para',
      size: 'Tamanho',
      starts: 'Início',
      subject: 'Assunto',
      target: 'Alvo',
      text: 'Texto',
      title: 'Título',
      to: 'Para',
      type: 'Tipo',
    },
    notTold: 'não informado',
    alsoSent: 'Também enviado',
    added: { one: '# linha adicionada', many: '# de linhas adicionadas', other: '# linhas adicionadas' },
    removed: { one: '# removida', many: '# de removidas', other: '# removidas' },
    unchanged: {
      one: '# linha sem alterações',
      many: '# de linhas sem alterações',
      other: '# linhas sem alterações',
    },
    lines: { one: '# linha', many: '# de linhas', other: '# linhas' },
    bytes: { one: '# byte', many: '# de bytes', other: '# bytes' },
    everywhere: 'Substitui este texto em todos os lugares',
    once: 'Substitui este texto em um só lugar',
    localTime: '{time}, no seu horário',
    notes: {
      administrator: 'Executa como administrador',
      creates: 'Cria um novo arquivo',
      currency_unknown: 'Não informa a moeda',
      deletes: 'Pode excluir arquivos',
      deletes_data: 'Exclui dados',
      deletes_file: 'Exclui o arquivo',
      every_row: 'Sem condição: todas as linhas',
      exists: 'Substitui um arquivo que já existe',
      exists_unknown: 'Não informa se o arquivo existe',
      file_unknown: 'Não informa se o arquivo existe nem se está no seu espaço de trabalho',
      foreign_host: 'Fora de {about}',
      login: 'O endereço contém credenciais',
      no_host: 'Não informa nenhum site',
      no_zone: 'Não informa o fuso horário',
      not_encrypted: 'Sem criptografia',
      outside: 'Fora de {about}',
      overwrites: 'Substitui {about}',
      private_host: 'Em uma rede privada',
      reaches: 'Acessa {about}',
      runs_download: 'Executa o que baixa',
      workspace_unknown: 'Não informa se está no seu espaço de trabalho',
    },
  }),
}
