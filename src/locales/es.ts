// Labels as GitHub and Slack have them in Spanish: "Aprobar", "Rechazar", "Cancelar", "Volver a intentar".
import { formatsOf } from './formats.ts'
import { expiryWith, headingWith, hiddenWith, type Language, linesWith } from './language.ts'

const formats = /* @__PURE__ */ formatsOf('es')
const { count } = formats

const characters = (all: number): string =>
  count(all, { one: '# carácter más', many: '# de caracteres más', other: '# caracteres más' })

/** Spanish. */
export const es: Language = {
  locale: 'es',
  direction: 'ltr',
  reviewedBy: null,
  onDemand: () => import('./more/es.ts').then((all) => all.more),
  assistant: 'Asistente',
  verb: () => undefined,
  sentence: () => undefined,
  rejecting: {
    rejected: () => 'Detener: la tarea termina.',
    rejected_continue: (assistant) => `Continuar: ${assistant} lo sabe y sigue trabajando.`,
  },
  decisions: {
    approved: 'Aprobar',
    rejected: 'Rechazar y detener',
    rejected_continue: 'Rechazar y continuar',
    answered: 'Responder',
  },
  argumentsNotTold:
    'El backend no indicó con qué argumentos se ejecutaría esto, por lo que no se puede aprobar.',
  answerForToolHint: (assistant) =>
    `La herramienta no se ejecuta. ${assistant} recibe tu respuesta en su lugar.`,
  openAndContinue: 'Abrir y continuar',
  decline: 'No responder',
  declineHint: (assistant) => `No responder: ${assistant} sigue sin respuesta.`,
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
  agentReason: (agent) => `Motivo de ${agent}:`,
  unreadable: (all) =>
    count(all, {
      one: '# solicitud no se puede leer y no se muestra. No se ha ejecutado.',
      many: '# de solicitudes no se pueden leer y no se muestran. No se han ejecutado.',
      other: '# solicitudes no se pueden leer y no se muestran. No se han ejecutado.',
    }),
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
  riskClaim: 'según la herramienta, sin verificar',
  howLong: 'Cuánto dura la aprobación',
  scopes: { once: 'Una vez', operation: 'Esta tarea', session: 'Este chat', always: 'Siempre' },
  why: { agent: 'Motivo del asistente:', policy: 'Política:', unknown: 'Motivo:' },
  stop: 'Detener la tarea',
  reread: 'Volver a cargar',
  reason: (assistant) => `Decir a ${assistant} qué hacer en su lugar`,
  addNote: 'Añadir una nota',
  approvalNote: {
    agent: (assistant) => `Aprobar: ${assistant} lee esto.`,
    record: (assistant) => `Aprobar: se guarda con tu decisión. ${assistant} no lo lee.`,
    nobody: () => 'Aprobar: tus palabras no se envían.',
  },
  keepOpen: 'Darme más tiempo',
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
}
