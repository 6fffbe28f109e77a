// Labels as Google and Microsoft have them in Russian: "Одобрить", "Отклонить", "Отмена", "Повторить".
import { formatsOf } from './formats.ts'
import { expiryWith, headingWith, hiddenWith, type Language, linesWith } from './language.ts'

const formats = /* @__PURE__ */ formatsOf('ru')
const { count } = formats

const characters = (all: number): string =>
  count(all, { one: 'ещё # символ', few: 'ещё # символа', many: 'ещё # символов', other: 'ещё # символа' })

/** Russian. */
export const ru: Language = {
  locale: 'ru',
  direction: 'ltr',
  reviewedBy: null,
  onDemand: () => import('./more/ru.ts').then((all) => all.more),
  assistant: 'Ассистент',
  verb: () => undefined,
  sentence: () => undefined,
  rejecting: {
    rejected: () => 'Остановить: задача завершится.',
    rejected_continue: (assistant) => `Продолжить: ${assistant} узнает об этом и продолжит работу.`,
  },
  decisions: {
    approved: 'Одобрить',
    rejected: 'Отклонить и остановить',
    rejected_continue: 'Отклонить и продолжить',
    answered: 'Ответить',
  },
  argumentsNotTold: 'Сервер не сообщил, с какими аргументами это будет выполнено, поэтому одобрить нельзя.',
  answerForToolHint: (assistant) => `Инструмент не запустится. ${assistant} получит вместо этого ваш ответ.`,
  openAndContinue: 'Открыть и продолжить',
  decline: 'Не отвечать',
  declineHint: (assistant) => `Не отвечать: ${assistant} продолжит без ответа.`,
  revealFirst: 'Показать скрытые значения, чтобы одобрить',
  showFirst: /* @__PURE__ */ linesWith('Открыть всё, чтобы одобрить', (lines) =>
    count(lines, {
      one: 'Открыть # строку, чтобы одобрить',
      few: 'Открыть # строки, чтобы одобрить',
      many: 'Открыть # строк, чтобы одобрить',
      other: 'Открыть # строки, чтобы одобрить',
    }),
  ),
  actor: ({ name, relation, path: [path] }, assistant) =>
    relation === 'handoff' ? name : `${name} (для ${path ?? assistant})`,
  wants: (assistant) => [`${assistant} хочет выполнить `, ''],
  asks: (actor, question) =>
    question === undefined ? [`${actor} `, 'задаёт вопрос', ''] : [`${actor} спрашивает: `, question, ''],
  answer: 'Ваш ответ',
  answerForTool: 'Ответить вместо инструмента',
  opens: ['Откроет ', ' в новой вкладке'],
  notOpened: 'Этот адрес нельзя открыть отсюда, потому что это не https.',
  inOrder: (tool) => `Сначала примите решение по ${tool}.`,
  source: (server) => `из ${server}`,
  agentReason: (agent) => `Причина (${agent}):`,
  unreadable: (all) =>
    count(all, {
      one: '# запрос не удалось прочитать, он не показан. Он не выполнен.',
      few: '# запроса не удалось прочитать, они не показаны. Они не выполнены.',
      many: '# запросов не удалось прочитать, они не показаны. Они не выполнены.',
      other: '# запроса не удалось прочитать, они не показаны. Они не выполнены.',
    }),
  heading: /* @__PURE__ */ headingWith(
    'Активность',
    'Нужно одобрение',
    'Нужен ответ',
    (all) =>
      count(all, {
        one: 'Нужно # одобрение',
        few: 'Нужно # одобрения',
        many: 'Нужно # одобрений',
        other: 'Нужно # одобрения',
      }),
    (all) =>
      count(all, {
        one: 'Нужен # ответ',
        few: 'Нужно # ответа',
        many: 'Нужно # ответов',
        other: 'Нужно # ответа',
      }),
    (all) =>
      count(all, {
        one: 'Нужно # решение',
        few: 'Нужно # решения',
        many: 'Нужно # решений',
        other: 'Нужно # решения',
      }),
  ),
  pager: 'Ожидающие запросы',
  position: (at, total) => `Запрос ${at} из ${total}`,
  seeAll: 'Показать все',
  previous: 'Предыдущий запрос',
  next: 'Следующий запрос',
  showMore: 'Ещё',
  overflow: 'Ещё',
  risks: {
    destructive: 'Может удалить или перезаписать',
    outside: 'Использует внешние сервисы',
    read_only: 'Ничего не меняет',
    unknown: 'Последствия неизвестны',
  },
  riskClaim: 'по словам инструмента, не проверено',
  howLong: 'Срок действия одобрения',
  scopes: { once: 'Один раз', operation: 'Эта задача', session: 'Этот чат', always: 'Всегда' },
  why: { agent: 'Причина ассистента:', policy: 'Политика:', unknown: 'Причина:' },
  stop: 'Остановить задачу',
  reread: 'Загрузить снова',
  reason: (assistant) => `Подсказать, что ${assistant} должен сделать вместо этого`,
  addNote: 'Добавить заметку',
  approvalNote: {
    agent: (assistant) => `Одобрить: ${assistant} прочитает это.`,
    record: (assistant) => `Одобрить: сохранится с вашим решением. ${assistant} этого не прочитает.`,
    nobody: () => 'Одобрить: ваш текст не отправляется.',
  },
  keepOpen: 'Дать больше времени',
  more: characters,
  arguments: 'Аргументы',
  noArguments: 'Без аргументов.',
  revealHidden: 'Показать скрытые значения',
  busy: {
    running: (assistant) => `${assistant} работает…`,
    asking: () => 'Ожидание подтверждения…',
    sending: () => 'Отправка вашего решения…',
    not_taken: (assistant) => `Ожидание, пока ${assistant} его примет. Ничего не выполнено.`,
    checking: () => 'Проверяем, дошло ли ваше решение. Вам ничего не нужно делать.',
  },
  connection: {
    connecting: 'Связь прервана. Подключение…',
    stale: 'Связь прервана. То, что вы видите, могло устареть.',
    stopped: 'Связь прервана. Обновления остановлены.',
  },
  noPermission: (why) =>
    ['Вы не можете это одобрить.', why, 'Запрос продолжает ждать.'].filter(Boolean).join(' '),
  expires: /* @__PURE__ */ expiryWith(
    formats,
    'Время для решения истекло.',
    (time) => `Осталось ${time}`,
    (minutes) => `${minutes} мин`,
    (time) => `До ${time}`,
    ', потом это не выполнится',
  ),
  showExactText: 'Показать точный текст',
  showAsList: 'Показать списком',
  showPreview: 'Показать предпросмотр',
  showAll: /* @__PURE__ */ linesWith('Показать всё', (lines) =>
    count(lines, {
      one: 'Показать # строку',
      few: 'Показать все # строки',
      many: 'Показать все # строк',
      other: 'Показать # строки',
    }),
  ),
  hidden: /* @__PURE__ */ hiddenWith(
    (lines) =>
      count(lines, { one: 'ещё # строка', few: 'ещё # строки', many: 'ещё # строк', other: 'ещё # строки' }),
    characters,
  ),
  hiddenArguments: (values) =>
    count(values, {
      one: 'ещё # значение',
      few: 'ещё # значения',
      many: 'ещё # значений',
      other: 'ещё # значения',
    }),
  invisible: (all) =>
    count(all, {
      one: '# невидимый символ, показан как ⟦U+…⟧.',
      few: '# невидимых символа, показаны как ⟦U+…⟧.',
      many: '# невидимых символов, показаны как ⟦U+…⟧.',
      other: '# невидимого символа, показаны как ⟦U+…⟧.',
    }),
  hiddenValue: (value) =>
    `${count(value.characters, { one: 'скрыто, # символ', few: 'скрыто, # символа', many: 'скрыто, # символов', other: 'скрыто, # символа' })}${value.by === 'tool' ? ', отмечено инструментом' : ''}`,
  hiddenValues: ({ length }) =>
    count(length, {
      one: 'Скрыто # значение.',
      few: 'Скрыто # значения.',
      many: 'Скрыто # значений.',
      other: 'Скрыто # значения.',
    }),
}
