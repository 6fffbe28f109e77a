// Longer than 250 lines: every text of the language, one after the other.
// Labels as GitHub and Slack have them in Spanish: "Aprobar", "Rechazar", "Cancelar", "Volver a intentar".
import { barWordsOf } from './barWordsOf.ts'
import { decisionWordsOf } from './decisionWordsOf.ts'
import { formatsOf } from './formats.ts'
import { expiryWith, headingWith, hiddenWith, type Language, linesWith, unreadableWith } from './language.ts'
import { previewWordsOf } from './previewWordsOf.ts'
import { refusedBy } from './refusedBy.ts'

const formats = /* @__PURE__ */ formatsOf('es')
const { count, dateAndTime, list, number } = formats
const defaultName = 'Asistente'
const choose = 'Elige un valor que la herramienta acepte.'
const undo = 'Puedes deshacerlo en los ajustes de aprobación.'
const notRun = 'No se ha ejecutado.'
const rules = {
  rule: 'por una regla',
  mode: 'por el modo de aprobación',
  remembered: 'por una aprobación recordada',
}
const modes = { ask: 'Preguntar siempre', allow_list: 'Preguntar salvo lo de mi lista' }
const causes = {
  offline: 'No tienes conexión.',
  unauthenticated: 'Has cerrado la sesión.',
  forbidden: 'No tienes permiso para ver esto.',
  not_found: 'El servidor no conoce esta solicitud.',
  invalid: 'El servidor no pudo aceptar esta decisión.',
  rate_limited: 'El servidor pide ir más despacio.',
  timeout: 'Esto no se confirmó a tiempo.',
  protocol: 'La respuesta del servidor no se puede leer.',
  unsupported: 'El servidor no puede hacer esto.',
  other: 'El servidor no pudo continuar.',
}

const characters = (all: number): string =>
  count(all, { one: '# carácter más', many: '# de caracteres más', other: '# caracteres más' })

/** Spanish. */
export const es: Language = {
  locale: 'es',
  direction: 'ltr',
  reviewedBy: null,
  keyNames: { Shift: 'Mayús', Enter: 'Intro', Backspace: 'Retroceso' },
  assistant: defaultName,
  verb: () => undefined,
  sentence: () => undefined,
  rejecting: {
    rejected: () => 'Detener: la tarea termina.',
    rejected_continue: (assistant) => `Continuar: ${assistant} lo sabe y sigue trabajando.`,
  },
  argumentsNotTold:
    'El backend no indicó con qué argumentos se ejecutaría esto, por lo que no se puede aprobar.',
  answerForToolHint: (assistant) =>
    `La herramienta no se ejecuta. ${assistant} recibe tu respuesta en su lugar.`,
  openAndContinue: 'Abrir y continuar',
  decline: 'No responder',
  declineHint: (assistant) => `No responder: ${assistant} sigue adelante sin respuesta.`,
  revealFirst: 'Mostrar valores ocultos para aprobar',
  showFirst: /* @__PURE__ */ linesWith('Abrir todo para aprobar', (lines) =>
    count(lines, {
      one: 'Abrir # línea para aprobar',
      many: 'Abrir los # de líneas para aprobar',
      other: 'Abrir las # líneas para aprobar',
    }),
  ),
  actor: ({ name, relation, path: [path] }, assistant) =>
    relation === 'handoff' ? name : `${name} (para ${path ?? assistant})`,
  wants: (assistant) => [`${assistant} quiere ejecutar `, ''],
  asks: (actor, question) =>
    question === undefined ? [`${actor} `, 'hace una pregunta', ''] : [`${actor} pregunta: `, question, ''],
  answer: 'Tu respuesta',
  answerForTool: 'Responder en lugar de la herramienta',
  opens: ['Abre ', ' en una pestaña nueva'],
  notOpened: 'Esta dirección no se puede abrir desde aquí porque no es https.',
  inOrder: (tool) => `Decide primero sobre ${tool}.`,
  source: (server) => `de ${server}`,
  agentReason: (agent) => (agent === defaultName ? 'Motivo del asistente:' : `Motivo de ${agent}:`),
  unreadable: /* @__PURE__ */ unreadableWith((all) =>
    count(all, {
      one: '# solicitud no se puede leer y no se muestra. No se ha ejecutado.',
      many: '# de solicitudes no se pueden leer y no se muestran. No se han ejecutado.',
      other: '# solicitudes no se pueden leer y no se muestran. No se han ejecutado.',
    }),
  ),
  heading: /* @__PURE__ */ headingWith(
    'Actividad',
    'Se necesita aprobación',
    'Se necesita respuesta',
    (all) =>
      count(all, {
        one: 'Se necesita # aprobación',
        many: 'Se necesitan # de aprobaciones',
        other: 'Se necesitan # aprobaciones',
      }),
    (all) =>
      count(all, {
        one: 'Se necesita # respuesta',
        many: 'Se necesitan # de respuestas',
        other: 'Se necesitan # respuestas',
      }),
    (all) =>
      count(all, {
        one: 'Se necesita # decisión',
        many: 'Se necesitan # de decisiones',
        other: 'Se necesitan # decisiones',
      }),
  ),
  pager: 'Solicitudes en espera',
  position: (at, total) => `Solicitud ${at} de ${total}`,
  seeAll: 'Ver todo',
  previous: 'Solicitud anterior',
  next: 'Solicitud siguiente',
  showMore: 'Más',
  overflow: 'Más',
  risks: {
    destructive: 'Puede eliminar o sobrescribir',
    outside: 'Usa servicios externos',
    read_only: 'No cambia nada',
    unknown: 'Efectos desconocidos',
  },
  riskClaim: '(según la herramienta, sin verificar)',
  fullStop: '.',
  howLong: 'Cuánto dura la aprobación',
  scopes: { once: 'Una vez', operation: 'Esta tarea', session: 'Este chat', always: 'Siempre' },
  why: { policy: 'Política:', unknown: 'Motivo:' },
  stop: 'Detener la tarea',
  reread: 'Volver a cargar',
  reason: (assistant) => `Decir a ${assistant} qué hacer en su lugar`,
  addNote: 'Añadir una nota',
  approvalNote: {
    agent: (assistant) => `Aprobar: ${assistant} lee esto.`,
    record: (assistant) => `Aprobar: se guarda con tu decisión. ${assistant} no lo lee.`,
    nobody: () => 'Aprobar: tu texto no se envía.',
  },
  keepOpen: 'Pedir más tiempo',
  more: characters,
  arguments: 'Argumentos',
  noArguments: 'Sin argumentos.',
  revealHidden: 'Mostrar valores ocultos',
  busy: {
    running: (assistant) => `${assistant} está trabajando…`,
    asking: () => 'Esperando confirmación…',
    sending: () => 'Enviando tu decisión…',
    not_taken: (assistant) => `Esperando a que ${assistant} la reciba. No se ha ejecutado nada.`,
    checking: () => 'Comprobando si llegó tu decisión. No tienes que hacer nada.',
  },
  connection: {
    connecting: 'No está en directo. Conectando…',
    stale: 'No está en directo. Lo que ves puede estar desactualizado.',
    stopped: 'No está en directo. Las actualizaciones se han detenido.',
  },
  noPermission: (why) => ['No puedes aprobar esto.', why, 'Sigue en espera.'].filter(Boolean).join(' '),
  expires: /* @__PURE__ */ expiryWith(
    formats,
    'El tiempo para decidir ha terminado.',
    (time) => `Quedan ${time}`,
    (minutes) => `${minutes} min`,
    (time) => `Hasta el ${time}`,
    ', después no se ejecutará',
  ),
  showExactText: 'Mostrar texto exacto',
  showAsList: 'Mostrar como lista',
  showPreview: 'Mostrar vista previa',
  showAll: /* @__PURE__ */ linesWith('Mostrar todo', (lines) =>
    count(lines, { one: 'Mostrar # línea', many: 'Mostrar los # de líneas', other: 'Mostrar las # líneas' }),
  ),
  hidden: /* @__PURE__ */ hiddenWith(
    (lines) => count(lines, { one: '# línea más', many: '# de líneas más', other: '# líneas más' }),
    characters,
  ),
  hiddenArguments: (values) =>
    count(values, { one: '# valor más', many: '# de valores más', other: '# valores más' }),
  invisible: (all) =>
    count(all, {
      one: '# carácter invisible, mostrado como ⟦U+…⟧.',
      many: '# de caracteres invisibles, mostrados como ⟦U+…⟧.',
      other: '# caracteres invisibles, mostrados como ⟦U+…⟧.',
    }),
  hiddenValue: (value) =>
    `${count(value.characters, { one: 'oculto, # carácter', many: 'oculto, # de caracteres', other: 'oculto, # caracteres' })}${value.by === 'tool' ? ', marcado por la herramienta' : ''}`,
  hiddenValues: ({ length }) =>
    count(length, {
      one: '# valor está oculto.',
      many: '# de valores están ocultos.',
      other: '# valores están ocultos.',
    }),
  needsAnswer: (tool) => `Necesita tu respuesta: ${tool}`,
  editRefused: (problem) => `No se envió nada. ${problem}`,
  waitingFor: (host) => `Esperando a ${host}`,
  stopFailed: {
    no: 'La tarea no se detuvo. Vuelve a intentarlo.',
    unknown: 'Aún no hay respuesta. La tarea puede seguir. Vuelve a intentarlo.',
  },
  ended: {
    done: (assistant) => `${assistant} ha terminado.`,
    interrupted: () => 'La tarea se ha detenido.',
    error: (assistant) => `${assistant} ha fallado.`,
  },
  expiring: {
    minute: (tool) => `${tool} caduca en 1 minuto.`,
    seconds: (tool) => `${tool} caduca en 20 segundos.`,
  },
  ...decisionWordsOf(formats, {
    decisions: {
      approved: 'Aprobar',
      rejected: 'Rechazar y detener',
      rejected_continue: 'Rechazar y continuar',
      answered: 'Responder',
    },
    approveEdited: {
      one: 'Aprobar con # cambio',
      many: 'Aprobar con # de cambios',
      other: 'Aprobar con # cambios',
    },
    approveAnd: {
      operation: '{approve} y permitir en esta tarea',
      session: '{approve} y permitir en este chat',
      always: '{approve} y permitir siempre',
    },
    confirm: '{tool} puede eliminar o sobrescribir algo.',
    confirmOther: 'Compruébalo una vez más antes de aprobar: {tool}.',
    unasked: {
      operation: 'A partir de ahora se ejecuta sin preguntar hasta que termine esta tarea.',
      session: 'A partir de ahora se ejecuta sin preguntar en este chat.',
      always: 'A partir de ahora se ejecuta siempre sin preguntar.',
    },
    refused: {
      first: {
        too_early: 'Fue demasiado pronto. Vuelve a pulsar.',
        moved: 'El botón acababa de moverse. No se envió nada. Vuelve a pulsar.',
        changed: 'Esta solicitud acababa de cambiar. No se envió nada. Revísala y vuelve a pulsar.',
      },
      again: {
        too_early:
          'No se envió nada. Una pulsación cuenta cuando esta solicitud lleva medio segundo a la vista. Espera un momento y pulsa una vez.',
        moved:
          'No se envió nada porque el botón no deja de moverse. Mantén quieto el puntero hasta que el botón se detenga y pulsa una vez. O llega a él con Tab y pulsa Intro.',
        changed:
          'No se envió nada porque esta solicitud no deja de cambiar. Espera a que se quede igual, revísala y pulsa una vez.',
      },
    },
    siblings: {
      chosen: 'Elegiste «{decision}». Aún puedes cambiarlo.',
      together: 'Estas {count} se envían juntas, con la última. Pendientes: {left}.',
      last: 'Tu pulsación envía las {count} decisiones.',
      stop: 'Para detener la tarea, recházalas todas.',
      voids: 'Si rechazas una, las que apruebes tampoco se ejecutan.',
      rejects_other: 'Si rechazas esta, también se rechaza la otra.',
      rejects_others: 'Si rechazas esta, también se rechazan las otras {count}.',
    },
    failure: {
      unknown: {
        approved:
          'Tu aprobación se envió, pero aún no hay respuesta. Puede que se haya ejecutado. Volver a intentarlo es seguro.',
        rejected:
          'Tu rechazo se envió, pero aún no hay respuesta. Puede que haya surtido efecto. Volver a intentarlo es seguro.',
        answered:
          'Tu respuesta se envió, pero aún no ha vuelto nada. Puede que haya llegado. Volver a intentarlo es seguro.',
      },
      in_progress:
        'Esto se está decidiendo en otra pestaña. Desde aquí no se envió nada. Mira allí o espera el resultado.',
      forbidden: {
        approved: 'No tienes permiso para aprobar esto. No se ha ejecutado nada.',
        rejected: 'No tienes permiso para rechazar esto. No se ha ejecutado nada.',
        answered: 'No tienes permiso para responder a esto. No se ha ejecutado nada.',
      },
      causes,
      ran: {
        offline: 'Tu decisión no se ha enviado.',
        answered: 'Tu respuesta no se aceptó.',
        no: 'No se ha ejecutado nada.',
      },
      next: 'Vuelve a intentarlo.',
    },
    receipt: {
      own: {
        approved: 'Aprobaste {tool}, {time}.',
        rejected: 'Rechazaste {tool}, {time}.',
        answered: 'Respondiste en lugar de {tool}, {time}.',
      },
      other: {
        approved: '{who} aprobó {tool}, {time}.',
        rejected: '{who} rechazó {tool}, {time}.',
        answered: '{who} respondió en lugar de {tool}, {time}.',
      },
      somebody: 'Otra persona',
      rule: 'Una regla ({rule})',
      rules: {
        mode: 'el modo «No preguntar»',
        remembered: '{name} se permitió antes',
        rule: '{name} está en la lista',
      },
      it: 'la herramienta',
      expired: '{tool} caducó a las {time}.',
      withdrawn: '{assistant} ya no necesita {tool}.',
      tool: {
        agent: '{tool} para {agent}',
        own_edits: '{tool} con tus cambios',
        edits: '{tool} con cambios',
      },
      failed: 'Falló.',
      failed_with: 'Falló: {message}',
      not_run: notRun,
      note: 'Nota: «{note}»',
      question: {
        expired: '{question} caducó a las {time}. No se respondió.',
        withdrawn: '{assistant} ya no necesita una respuesta a {question}.',
        own: {
          rejected: 'Detuviste la tarea en {question}, {time}.',
          rejected_continue: 'No respondiste a {question}, {time}. {assistant} sigue adelante sin respuesta.',
          answered: 'Respondiste a {question}, {time}.',
          agreed: 'Aceptaste {question}, {time}.',
        },
        other: {
          rejected: '{who} detuvo la tarea en {question}, {time}.',
          rejected_continue:
            '{who} no respondió a {question}, {time}. {assistant} sigue adelante sin respuesta.',
          answered: '{who} respondió a {question}, {time}.',
          agreed: '{who} aceptó {question}, {time}.',
        },
      },
    },
    notStarted: {
      approved: 'Aprobado, pero {assistant} no empezó.',
      rejected: 'Rechazado, pero {assistant} no empezó.',
      answered: 'Respondido, pero {assistant} no empezó.',
    },
    settled: {
      next: 'Siguiente: {tool}.',
      approved: 'Aprobado.',
      approved_many: '{count} aprobadas.',
      rejected: 'Rechazado.',
      rejected_many: '{count} rechazadas.',
      answered: 'Respondido.',
      stopped: 'La tarea se ha detenido.',
      continues: '{assistant} continúa.',
      left: 'Pendientes: {left}.',
      none_left: 'No quedan aprobaciones.',
    },
    arrived: {
      review: 'Pulsa {key} para revisar.',
      approval: 'Se necesita aprobación: {tool}.',
      answer: 'Se necesita respuesta: {question}.',
      approvals: {
        one: 'Se necesita # aprobación.',
        many: 'Se necesitan # de aprobaciones.',
        other: 'Se necesitan # aprobaciones.',
      },
      decisions: {
        one: 'Se necesita # decisión.',
        many: 'Se necesitan # de decisiones.',
        other: 'Se necesitan # decisiones.',
      },
    },
  }),
  ...barWordsOf(formats, {
    causes,
    conversationFailure: {
      not_found: 'Esta conversación no existe.',
      other: 'No se puede acceder al servidor.',
      stale: 'Lo que ves puede estar desactualizado.',
    },
    decided: {
      approved: 'aprobadas: {count}',
      answered: 'respondidas: {count}',
      rejected: 'rechazadas: {count}',
      expired: 'caducadas: {count}',
      withdrawn: 'retiradas: {count}',
    },
    hosts: {
      check: 'Comprueba estas direcciones: {list}.',
      is: '{host} es {address}',
      nowhere: '{host} no lleva a ninguna parte',
    },
    andMore: '{list} y {count} más',
    flaws: {
      repeated_name:
        'Indicado más de una vez: {places}. La herramienta puede usar cualquiera de los valores.',
      special_name: 'La herramienta puede ignorar {places}.',
      inexact_number: 'La herramienta puede leer estos números de otra forma: {places}.',
      broken_character: 'Medio carácter, que la herramienta puede sustituir, está en: {places}.',
    },
  }),
  rejectWithNote: 'Rechazar y enviar nota',
  approveAnyway: 'Aprobar de todos modos',
  cancel: 'Cancelar',
  deciding: {
    approved: 'Aprobando…',
    rejected: 'Rechazando…',
    rejected_continue: 'Rechazando…',
    answered: 'Respondiendo…',
  },
  declining: 'Enviando…',
  stopping: 'Deteniendo…',
  tryAgain: 'Volver a intentar',
  editChanged: 'Esta solicitud cambió mientras la editabas. No se envió nada. Elige qué conservar.',
  answerChanged: 'La pregunta cambió mientras respondías. No se envió nada. Revisa tu respuesta.',
  reasonMissing: 'Escribe un motivo y vuelve a rechazar.',
  answerMissing: 'Escribe primero una respuesta.',
  hiddenLost: 'Un valor oculto ya no está en esta solicitud. Descarta tus cambios.',
  guard: {
    covered: 'Algo en esta página tapa esta solicitud. No se envió nada. Apártalo y vuelve a pulsar.',
    framed: 'Esta página se muestra dentro de otro sitio. Ábrela por separado para decidir.',
    unread:
      'No se envió nada. Se está comprobando si esta solicitud sigue esperando. Vuelve a pulsar en un momento.',
  },
  openAgain: 'Abrir de nuevo',
  edit: 'Editar antes de aprobar',
  discardEdits: 'Descartar cambios',
  showEdits: 'Mostrar cambios hechos',
  keepEdits: 'Conservar mis cambios',
  keepAnswer: 'Conservar mi respuesta',
  notJson: 'Esto aún no es JSON.',
  copyDetails: 'Copiar detalles',
  shortcuts: 'Atajos de teclado',
  copied: { yes: 'Copiado.', no: 'No se pudo copiar.' },
  later: 'Decidir más tarde',
  laterHint: 'Sigue en espera. No se decide nada.',
  open: 'Abrir',
  dismiss: 'Ocultar',
  dismissAll: 'Ocultar todo',
  show: 'Mostrar',
  showLess: 'Mostrar menos',
  before: 'Antes',
  now: 'Ahora',
  hideChanges: 'Ocultar diferencias',
  showChanges: 'Mostrar diferencias',
  hiddenShown: 'Los valores ocultos se muestran.',
  hideAgain: 'Ocultarlos de nuevo',
  notExplained: 'No se pudo mostrar esta vista previa. La solicitud no ha cambiado.',
  notShown:
    'Las solicitudes que te esperan no se pueden mostrar aquí. No se envió nada. Vuelve a cargar la página para intentarlo de nuevo.',
  notLoaded: 'No se pudo cargar una parte. Puedes seguir sin ella.',
  keepOpenFailed: 'Todavía no hay más tiempo. Vuelve a intentarlo.',
  changed: 'Esta solicitud cambió. No se envió nada. Vuelve a leerla y decide.',
  earlier: 'Tu decisión anterior aún puede llegar. Hasta entonces puedes decidir de nuevo.',
  elsewhere: 'Se está decidiendo en otra pestaña…',
  onlyRejected: 'Aquí solo se puede rechazar. Para continuar, usa la aplicación del asistente.',
  editor: {
    edited: (all) =>
      all === 0
        ? 'Nada editado todavía'
        : count(all, {
            one: '# valor editado por ti',
            many: '# de valores editados por ti',
            other: '# valores editados por ti',
          }),
    undo: 'Deshacer mis cambios',
    views: 'Editar como',
    view: { form: 'Formulario', code: 'Código' },
    was: 'Antes:',
    added: 'Añadido por ti',
    boolean: { true: 'Sí', false: 'No' },
    add: (name) => `Añadir ${name ?? 'uno'}`,
    remove: (name) => `Quitar ${name}`,
    item: (at) => `Número ${number(at)}`,
    newName: 'Nombre nuevo',
    nameTaken: 'Ese nombre ya existe.',
    nameNotAdded: 'Este nombre aún no se ha añadido. Añádelo o vacía el campo.',
    choose: 'Elegir…',
    other: 'Otra cosa',
    invisible: (all) => `Caracteres invisibles: ${number(all)}.`,
    notJson: (line) => `Esto aún no es JSON. Mira la línea ${number(line)}.`,
    notNumber: 'Escribe un número como 1.5.',
    codeOnly: 'El formulario no puede mostrar esto. Edita el código.',
    refused: /* @__PURE__ */ refusedBy({
      type: (types) => `Escribe ${types.join(' o ')}.`,
      types: {
        string: 'un texto',
        integer: 'un número entero',
        number: 'un número',
        boolean: 'verdadero o falso',
        array: 'una lista',
        object: 'un objeto',
      },
      format: 'Escríbelo como #.',
      required: 'Rellena este campo.',
      enum: choose,
      const: choose,
      minLength: 'Demasiado corto: # caracteres o más.',
      maxLength: 'Demasiado largo: # caracteres o menos.',
      minimum: 'Demasiado pequeño: # o más.',
      maximum: 'Demasiado grande: # o menos.',
      exclusiveMinimum: 'Demasiado pequeño: más de #.',
      exclusiveMaximum: 'Demasiado grande: menos de #.',
      multipleOf: 'Escribe un múltiplo de #.',
      minItems: 'Muy pocos: # o más.',
      maxItems: 'Demasiados: # o menos.',
      uniqueItems: 'Hay dos iguales.',
      pattern: 'Escribe un texto que coincida con #',
      other: 'La herramienta no acepta esto.',
    }),
  },
  history: {
    heading: 'Decisiones anteriores',
    empty: 'Aún no se ha decidido nada.',
    status: {
      approved: 'Aprobado',
      rejected: 'Rechazado',
      rejected_continue: 'Rechazado',
      answered: 'Respondido en su lugar',
      expired: 'Caducado',
      withdrawn: 'Ya no es necesario',
    },
    effect: {
      approved: '',
      rejected: 'No se ha ejecutado y la tarea se detuvo.',
      rejected_continue: notRun,
      answered: notRun,
      expired: notRun,
      withdrawn: notRun,
    },
    question: {
      approved: 'Respondido',
      rejected: 'Sin responder',
      rejected_continue: 'Sin responder',
      answered: 'Respondido',
      expired: 'Caducó sin respuesta',
      withdrawn: 'Ya no se pregunta',
    },
    by: ({ by, automatic }, status, own) => {
      if (status === 'expired' || status === 'withdrawn') return undefined
      if (automatic) return `${rules[automatic.by]}${automatic.name ? ` (${automatic.name})` : ''}`
      if (by?.name) return `por ${by.name}`
      return own ? 'por ti' : 'por otra persona'
    },
    at: dateAndTime,
    remember: {
      operation: 'Recordado para la tarea.',
      session: 'Recordado en este chat.',
      always: 'Recordado desde entonces.',
    },
    result: ({ ok, message }) => `${ok ? 'Se ejecutó' : 'Falló'}${message ? `: ${message}` : '.'}`,
    texts: {
      reason: 'Motivo',
      note: 'Nota',
      answer: 'Respuesta',
      arguments: 'Argumentos',
      asked: 'Argumentos solicitados',
      ran: 'Argumentos ejecutados',
    },
    details: { show: 'Mostrar argumentos', hide: 'Ocultar argumentos' },
    earlier: 'Mostrar anteriores',
    reading: 'Leyendo…',
    noEarlier: (kept) => `Solo se conservan las últimas ${kept}.`,
    copy: 'Copiar como JSON',
  },
  list: {
    back: 'Atrás',
    open: (tool) => `Abrir ${tool}`,
    tick: (tool, target) => `Decidir juntas: ${[tool, target].filter(Boolean).join(', ')}`,
    tickAll: (all) => `Marcar las ${number(all)} parecidas`,
    leftOut: {
      destructive: 'Puede eliminar o sobrescribir. Revísala aparte',
      separate: 'Revísala aparte',
      new: 'Acaba de llegar',
      not_seen: 'Aún no leída por completo. Ábrela primero',
      other_tool: 'Otra herramienta',
      other_task: 'De otra tarea',
    },
    ticked: 'Marcada',
    deciding: 'Decidiendo…',
    none: 'Marca solicitudes parecidas para decidirlas juntas. No se decide nada antes de que pulses un botón.',
    covered: (targets, left) =>
      `${number(targets.length)} marcadas: ${list(targets)}. ${left === 0 ? 'No espera ninguna otra.' : count(left, { one: 'La otra aún te espera.', many: 'Las otras # aún te esperan.', other: 'Las otras # aún te esperan.' })}`,
    decide: {
      approved: (all) => `Aprobar estas ${number(all)}`,
      answered: (all) => `Responder a estas ${number(all)}`,
      rejected: (all) => `Rechazar estas ${number(all)} y detener`,
      rejected_continue: (all) => `Rechazar estas ${number(all)}`,
    },
  },
  remember: {
    tool: (name, server) => (server === undefined ? name : `${name} de ${server}`),
    once: 'Solo esta vez',
    onceHint: 'La próxima vez se te preguntará de nuevo.',
    scope: {
      operation: (tool) => `Cada ${tool} en esta tarea`,
      session: (tool) => `Cada ${tool} en este chat`,
      always: (tool) => `Permitir siempre ${tool}`,
    },
    anyArguments: 'Con cualquier argumento.',
    undo: { operation: 'Termina con la tarea.', session: undo, always: undo },
    grant: {
      operation: (tool) => `También permite cada ${tool} en esta tarea, con cualquier argumento.`,
      session: (tool) => `También permite cada ${tool} en este chat, con cualquier argumento.`,
      always: (tool) => `También permite cada ${tool} a partir de ahora, con cualquier argumento.`,
    },
    changeToOnce: 'Cambiar a solo esta vez',
  },
  settings: {
    heading: 'Cuándo preguntarte',
    scope: {
      conversation: 'Para este chat.',
      user: 'Para todos tus chats.',
      workspace: 'Para todos en este espacio de trabajo.',
    },
    mode: { ...modes, auto_run: 'No preguntar' },
    hint: {
      ask: (assistant) => `${assistant} no ejecuta nada sin tu aprobación.`,
      allow_list: (assistant) =>
        `${assistant} ejecuta las herramientas de abajo sin preguntar, con cualquier argumento.`,
      auto_run: (assistant) =>
        `${assistant} ejecuta cualquier herramienta sin preguntar, con cualquier argumento.`,
    },
    confirm: {
      ask: () => '',
      allow_list: (assistant) =>
        `A partir de ahora, ${assistant} ejecuta las herramientas de la lista sin preguntar.`,
      auto_run: (assistant) => `A partir de ahora, ${assistant} ejecuta cualquier herramienta sin preguntar.`,
    },
    waitsOn: 'Lo que ya te espera sigue en espera.',
    change: { ...modes, auto_run: 'No preguntar más' },
    cancel: 'Cancelar',
    list: 'Permitidas sin preguntar',
    empty: 'Ninguna herramienta todavía. Elige «Una vez» junto a Aprobar para añadir una.',
    unused: 'Solo se usa con «Preguntar salvo lo de mi lista».',
    tool: (name, server) => (server === undefined ? name : `${name} de ${server}`),
    added: (at) => `desde el ${dateAndTime(at)}`,
    remove: 'Quitar',
    viewOnly: 'No puedes cambiar esto.',
    changed: 'Cambiado.',
    stale:
      'Esto se cambió en otro lugar mientras tanto, así que ahora no se cambió nada. Léelo de nuevo y decide.',
    failed: ({ applied, code }) =>
      code === 'forbidden'
        ? 'No tienes permiso para cambiar esto. No se cambió nada.'
        : applied === 'no'
          ? 'No se cambió nada. Vuelve a intentarlo.'
          : 'Aún no hay respuesta. Puede que se haya cambiado: mira arriba y vuelve a intentarlo.',
    unread: 'Estos ajustes no se pueden leer.',
    reread: 'Volver a cargar',
  },
  keys: {
    heading: 'Atajos de teclado',
    does: {
      jump: 'Ir a esta solicitud y volver',
      approve: 'Aprobar, o enviar lo que escribiste',
      reject_continue: 'Rechazar y continuar',
      reject: 'Rechazar y detener',
      edit: 'Editar antes de aprobar',
      help: 'Mostrar esta lista',
      move: 'Solicitud anterior y siguiente, en sus botones',
      leave: 'Cerrar o volver. No decide nada.',
    },
    close: 'Cerrar',
  },
  waiting: {
    waiting: (all, hasMore) =>
      hasMore ? `${number(all)} o más en espera de ti` : `${number(all)} en espera de ti`,
    menu: 'En espera de ti',
  },
  previews: /* @__PURE__ */ previewWordsOf(formats, {
    labels: {
      account: 'Cuenta',
      action: 'Acción',
      address: 'Dirección',
      amount: 'Importe',
      attachments: 'Adjuntos',
      bcc: 'Cco',
      body: 'Contenido',
      cc: 'Cc',
      database: 'Base de datos',
      directory: 'Se ejecuta en',
      ends: 'Fin',
      file: 'Archivo',
      from: 'De',
      guests: 'Invitados',
      headers: 'Encabezados',
      method: 'Método',
      payee: 'Beneficiario',
      place: 'Lugar',
      replyTo: 'Responder a',
      size: 'Tamaño',
      starts: 'Inicio',
      subject: 'Asunto',
      target: 'Destino',
      text: 'Texto',
      title: 'Título',
      to: 'Para',
      type: 'Tipo',
    },
    notTold: 'no indicado',
    alsoSent: 'También se envía',
    added: { one: '# línea añadida', many: '# de líneas añadidas', other: '# líneas añadidas' },
    removed: { one: '# eliminada', many: '# de eliminadas', other: '# eliminadas' },
    unchanged: { one: '# línea sin cambios', many: '# de líneas sin cambios', other: '# líneas sin cambios' },
    lines: { one: '# línea', many: '# de líneas', other: '# líneas' },
    bytes: { one: '# byte', many: '# de bytes', other: '# bytes' },
    everywhere: 'Sustituye este texto en todos los lugares',
    once: 'Sustituye este texto en un solo lugar',
    localTime: '{time}, hora local',
    notes: {
      administrator: 'Se ejecuta como administrador',
      creates: 'Crea un archivo nuevo',
      currency_unknown: 'No indica la moneda',
      deletes: 'Puede eliminar archivos',
      deletes_data: 'Elimina datos',
      deletes_file: 'Elimina el archivo',
      every_row: 'Sin condición: todas las filas',
      exists: 'Sobrescribe un archivo que ya existe',
      exists_unknown: 'No indica si el archivo existe',
      file_unknown: 'No indica si el archivo existe ni si está en su espacio de trabajo',
      foreign_host: 'Fuera de {about}',
      login: 'La dirección contiene credenciales',
      no_host: 'No nombra ningún sitio web',
      no_zone: 'No indica la zona horaria',
      not_encrypted: 'Sin cifrar',
      outside: 'Fuera de {about}',
      overwrites: 'Sobrescribe {about}',
      private_host: 'En una red privada',
      reaches: 'Se conecta a {about}',
      runs_download: 'Ejecuta lo que descarga',
      workspace_unknown: 'No indica si está en su espacio de trabajo',
    },
  }),
}
