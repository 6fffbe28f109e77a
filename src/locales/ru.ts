// Longer than 250 lines: every text of the language, one after the other.
// Labels as Google and Microsoft have them in Russian: "Одобрить", "Отклонить", "Отмена", "Повторить".
import { barWordsOf } from './barWordsOf.ts'
import { decisionWordsOf } from './decisionWordsOf.ts'
import { formatsOf } from './formats.ts'
import { expiryWith, headingWith, hiddenWith, type Language, linesWith, unreadableWith } from './language.ts'
import { previewWordsOf } from './previewWordsOf.ts'
import { refusedBy } from './refusedBy.ts'

const formats = /* @__PURE__ */ formatsOf('ru')
const { count, dateAndTime, list, number } = formats
const defaultName = 'Ассистент'
const choose = 'Выберите значение, которое принимает инструмент.'
const undo = 'Это можно отменить в настройках одобрения.'
const notRun = 'Не выполнено.'
const rules = { rule: 'правило', mode: 'режим одобрения', remembered: 'сохранённое одобрение' }
const modes = { ask: 'Спрашивать каждый раз', allow_list: 'Спрашивать, если нет в моём списке' }
const causes = {
  offline: 'Вы не в сети.',
  unauthenticated: 'Вы вышли из аккаунта.',
  forbidden: 'У вас нет прав, чтобы это видеть.',
  not_found: 'Сервер не знает этого запроса.',
  invalid: 'Сервер не смог принять это решение.',
  rate_limited: 'Сервер просит не спешить.',
  timeout: 'Подтверждение не пришло вовремя.',
  protocol: 'Ответ сервера не удалось прочитать.',
  unsupported: 'Сервер этого не умеет.',
  other: 'Сервер не смог продолжить.',
}

const characters = (all: number): string =>
  count(all, { one: 'ещё # символ', few: 'ещё # символа', many: 'ещё # символов', other: 'ещё # символа' })

/** Russian. */
export const ru: Language = {
  locale: 'ru',
  direction: 'ltr',
  reviewedBy: null,
  assistant: defaultName,
  verb: () => undefined,
  sentence: () => undefined,
  rejecting: {
    rejected: () => 'Остановить: задача завершится.',
    rejected_continue: (assistant) => `Продолжить: ${assistant} узнает об этом и продолжит работу.`,
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
  agentReason: (agent) => (agent === defaultName ? 'Причина ассистента:' : `Причина (${agent}):`),
  unreadable: /* @__PURE__ */ unreadableWith((all) =>
    count(all, {
      one: '# запрос не удалось прочитать, он не показан. Он не выполнен.',
      few: '# запроса не удалось прочитать, они не показаны. Они не выполнены.',
      many: '# запросов не удалось прочитать, они не показаны. Они не выполнены.',
      other: '# запроса не удалось прочитать, они не показаны. Они не выполнены.',
    }),
  ),
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
  riskClaim: '(по словам инструмента, не проверено)',
  fullStop: '.',
  howLong: 'Срок действия одобрения',
  scopes: { once: 'Один раз', operation: 'Эта задача', session: 'Этот чат', always: 'Всегда' },
  why: { policy: 'Политика:', unknown: 'Причина:' },
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
  needsAnswer: (tool) => `Ждёт вашего ответа: ${tool}`,
  editRefused: (problem) => `Ничего не отправлено. ${problem}`,
  waitingFor: (host) => `Ожидание ${host}`,
  stopFailed: {
    no: 'Задача не остановлена. Повторите попытку.',
    unknown: 'Ответа пока нет. Задача может продолжаться. Повторите попытку.',
  },
  ended: {
    done: (assistant) => `${assistant}: работа завершена.`,
    interrupted: () => 'Задача остановлена.',
    error: (assistant) => `${assistant}: произошёл сбой.`,
  },
  expiring: {
    minute: (tool) => `Срок ${tool} истекает через 1 минуту.`,
    seconds: (tool) => `Срок ${tool} истекает через 20 секунд.`,
  },
  ...decisionWordsOf(formats, {
    decisions: {
      approved: 'Одобрить',
      rejected: 'Отклонить и остановить',
      rejected_continue: 'Отклонить и продолжить',
      answered: 'Ответить',
    },
    approveEdited: {
      one: 'Одобрить с # изменением',
      few: 'Одобрить с # изменениями',
      many: 'Одобрить с # изменениями',
      other: 'Одобрить с # изменения',
    },
    approveAnd: {
      operation: '{approve} и разрешить в этой задаче',
      session: '{approve} и разрешить в этом чате',
      always: '{approve} и всегда разрешать',
    },
    confirm: '{tool} может что-то удалить или перезаписать.',
    unasked: {
      operation: 'Теперь это выполняется без вопросов до конца этой задачи.',
      session: 'Теперь это выполняется без вопросов в этом чате.',
      always: 'Теперь это всегда выполняется без вопросов.',
    },
    refused: {
      first: {
        too_early: 'Слишком рано. Нажмите ещё раз.',
        moved: 'Кнопка только что сдвинулась. Ничего не отправлено. Нажмите ещё раз.',
        changed: 'Этот запрос только что изменился. Ничего не отправлено. Проверьте его и нажмите ещё раз.',
      },
      again: {
        too_early:
          'Ничего не отправлено. Нажатие учитывается, когда запрос виден полсекунды. Немного подождите и нажмите один раз.',
        moved:
          'Ничего не отправлено, потому что кнопка всё время сдвигается. Не двигайте указатель, пока кнопка не остановится, и нажмите один раз. Или перейдите к ней клавишей Tab и нажмите Enter.',
        changed:
          'Ничего не отправлено, потому что этот запрос всё время меняется. Подождите, пока он перестанет меняться, проверьте его и нажмите один раз.',
      },
    },
    siblings: {
      chosen: 'Вы выбрали «{decision}». Это ещё можно изменить.',
      together: 'Эти запросы ({count}) отправляются вместе, с последним. Осталось: {left}.',
      last: 'Ваше нажатие отправит все решения ({count}).',
      stop: 'Чтобы остановить задачу, отклоните все.',
      voids: 'Если отклонить один, одобренные тоже не выполнятся.',
      rejects_other: 'Если отклонить этот, будет отклонён и другой.',
      rejects_others: 'Если отклонить этот, будут отклонены и остальные ({count}).',
    },
    failure: {
      unknown: {
        approved:
          'Ваше одобрение отправлено, но ответа пока нет. Возможно, это уже выполнено. Повторить можно без риска.',
        rejected:
          'Ваш отказ отправлен, но ответа пока нет. Возможно, он уже подействовал. Повторить можно без риска.',
        answered:
          'Ваш ответ отправлен, но пока ничего не вернулось. Возможно, он дошёл. Повторить можно без риска.',
      },
      in_progress:
        'Решение принимается в другой вкладке. Отсюда ничего не отправлено. Посмотрите там или дождитесь результата.',
      forbidden: {
        approved: 'У вас нет прав, чтобы это одобрить. Ничего не выполнено.',
        rejected: 'У вас нет прав, чтобы это отклонить. Ничего не выполнено.',
        answered: 'У вас нет прав, чтобы на это ответить. Ничего не выполнено.',
      },
      causes,
      ran: {
        offline: 'Ваше решение не отправлено.',
        answered: 'Ваш ответ не принят.',
        no: 'Ничего не выполнено.',
      },
      next: 'Повторите попытку.',
    },
    receipt: {
      own: {
        approved: 'Вы одобрили {tool}, {time}.',
        rejected: 'Вы отклонили {tool}, {time}.',
        answered: 'Вы ответили вместо {tool}, {time}.',
      },
      other: {
        approved: 'Одобрено: {tool}, {time} ({who}).',
        rejected: 'Отклонено: {tool}, {time} ({who}).',
        answered: 'Дан ответ вместо {tool}, {time} ({who}).',
      },
      somebody: 'кто-то другой',
      rule: 'правило: {rule}',
      rules: {
        mode: 'режим «Не спрашивать»',
        remembered: '{name} — разрешено ранее',
        rule: '{name} есть в списке',
      },
      it: 'инструмент',
      expired: 'Срок {tool} истёк в {time}.',
      withdrawn: '{assistant} больше не нуждается в {tool}.',
      tool: {
        agent: '{tool} для {agent}',
        own_edits: '{tool} с вашими изменениями',
        edits: '{tool} с изменениями',
      },
      failed: 'Произошёл сбой.',
      failed_with: 'Произошёл сбой: {message}',
      not_run: notRun,
      note: 'Заметка: «{note}»',
      question: {
        expired: 'Срок {question} истёк в {time}. Ответа не было.',
        withdrawn: '{assistant} больше не ждёт ответа на {question}.',
        own: {
          rejected: 'Вы остановили задачу на {question}, {time}.',
          rejected_continue: 'Вы не ответили на {question}, {time}. {assistant} продолжит без ответа.',
          answered: 'Вы ответили на {question}, {time}.',
          agreed: 'Вы согласились на {question}, {time}.',
        },
        other: {
          rejected: 'Задача остановлена на {question}, {time} ({who}).',
          rejected_continue: 'Нет ответа на {question}, {time} ({who}). {assistant} продолжит без ответа.',
          answered: 'Дан ответ на {question}, {time} ({who}).',
          agreed: 'Дано согласие на {question}, {time} ({who}).',
        },
      },
    },
    notStarted: {
      approved: 'Одобрено, но {assistant} не начал работу.',
      rejected: 'Отклонено, но {assistant} не начал работу.',
      answered: 'Ответ дан, но {assistant} не начал работу.',
    },
    settled: {
      next: 'Далее: {tool}.',
      approved: 'Одобрено.',
      approved_many: 'Одобрено: {count}.',
      rejected: 'Отклонено.',
      rejected_many: 'Отклонено: {count}.',
      answered: 'Ответ дан.',
      stopped: 'Задача остановлена.',
      continues: '{assistant} продолжает.',
      left: 'Осталось: {left}.',
      none_left: 'Одобрять больше нечего.',
    },
    arrived: {
      review: 'Нажмите {key}, чтобы просмотреть.',
      approval: 'Нужно одобрение: {tool}.',
      answer: 'Нужен ответ: {question}.',
      approvals: {
        one: 'Нужно # одобрение.',
        few: 'Нужно # одобрения.',
        many: 'Нужно # одобрений.',
        other: 'Нужно # одобрения.',
      },
      decisions: {
        one: 'Нужно # решение.',
        few: 'Нужно # решения.',
        many: 'Нужно # решений.',
        other: 'Нужно # решения.',
      },
    },
  }),
  ...barWordsOf(formats, {
    causes,
    conversationFailure: {
      not_found: 'Такого разговора нет.',
      other: 'Сервер недоступен.',
      stale: 'То, что вы видите, могло устареть.',
    },
    decided: {
      approved: 'одобрено: {count}',
      answered: 'с ответом: {count}',
      rejected: 'отклонено: {count}',
      expired: 'истекло: {count}',
      withdrawn: 'отозвано: {count}',
    },
    hosts: {
      check: 'Проверьте эти адреса: {list}.',
      is: '{host} — это {address}',
      nowhere: '{host} никуда не ведёт',
    },
    andMore: '{list} и ещё {count}',
    flaws: {
      repeated_name: 'Указано больше одного раза: {places}. Инструмент может взять любое из значений.',
      special_name: 'Инструмент может не учесть: {places}.',
      inexact_number: 'Инструмент может прочитать эти числа иначе: {places}.',
      broken_character: 'Половина символа, которую инструмент может заменить, находится в: {places}.',
    },
  }),
  rejectWithNote: 'Отклонить и отправить заметку',
  approveAnyway: 'Всё равно одобрить',
  cancel: 'Отмена',
  deciding: {
    approved: 'Одобрение…',
    rejected: 'Отклонение…',
    rejected_continue: 'Отклонение…',
    answered: 'Отправка ответа…',
  },
  declining: 'Отправка…',
  stopping: 'Остановка…',
  tryAgain: 'Повторить',
  editChanged:
    'Этот запрос изменился, пока вы его редактировали. Ничего не отправлено. Выберите, что оставить.',
  answerChanged: 'Вопрос изменился, пока вы отвечали. Ничего не отправлено. Проверьте свой ответ.',
  reasonMissing: 'Напишите причину, затем отклоните снова.',
  answerMissing: 'Сначала напишите ответ.',
  hiddenLost: 'Скрытого значения больше нет в этом запросе. Отмените свои изменения.',
  guard: {
    covered:
      'Что-то на этой странице закрывает этот запрос. Ничего не отправлено. Уберите это и нажмите ещё раз.',
    framed: 'Эта страница показана внутри другого сайта. Откройте её отдельно, чтобы принять решение.',
    unread: 'Ничего не отправлено. Проверяется, ждёт ли ещё этот запрос. Нажмите ещё раз через мгновение.',
  },
  openAgain: 'Открыть снова',
  edit: 'Изменить перед одобрением',
  discardEdits: 'Отменить изменения',
  showEdits: 'Показать правки',
  keepEdits: 'Оставить мои изменения',
  keepAnswer: 'Оставить мой ответ',
  notJson: 'Это пока не JSON.',
  copyDetails: 'Копировать сведения',
  shortcuts: 'Сочетания клавиш',
  copied: { yes: 'Скопировано.', no: 'Не удалось скопировать.' },
  later: 'Решить позже',
  laterHint: 'Запрос продолжает ждать. Ничего не решено.',
  open: 'Открыть',
  dismiss: 'Скрыть',
  dismissAll: 'Скрыть все',
  show: 'Показать',
  showLess: 'Свернуть',
  before: 'Было',
  now: 'Стало',
  hideChanges: 'Скрыть различия',
  showChanges: 'Показать различия',
  hiddenShown: 'Скрытые значения показаны.',
  hideAgain: 'Снова скрыть',
  notExplained: 'Не удалось показать предпросмотр. Запрос не изменился.',
  notShown: 'Запросы, которые ждут вас, нельзя показать здесь. Ничего не отправлено. Перезагрузите страницу.',
  notLoaded: 'Часть не удалось загрузить. Можно продолжить без неё.',
  keepOpenFailed: 'Больше времени пока нет. Повторите попытку.',
  changed: 'Этот запрос изменился. Ничего не отправлено. Прочитайте его снова, затем решите.',
  earlier: 'Ваше прежнее решение ещё может дойти. До тех пор можно решить заново.',
  elsewhere: 'Решение принимается в другой вкладке…',
  onlyRejected: 'Здесь это можно только отклонить. Продолжить можно в приложении ассистента.',
  editor: {
    edited: (all) =>
      all === 0
        ? 'Пока ничего не изменено'
        : count(all, {
            one: '# значение изменено вами',
            few: '# значения изменены вами',
            many: '# значений изменено вами',
            other: '# значения изменено вами',
          }),
    undo: 'Отменить мои изменения',
    views: 'Изменить как',
    view: { form: 'Форма', code: 'Код' },
    was: 'Было:',
    added: 'Добавлено вами',
    boolean: { true: 'Да', false: 'Нет' },
    add: (name) => `Добавить ${name ?? 'элемент'}`,
    remove: (name) => `Удалить ${name}`,
    item: (at) => `Номер ${number(at)}`,
    newName: 'Новое имя',
    nameTaken: 'Такое имя уже есть.',
    choose: 'Выберите…',
    other: 'Другое',
    invisible: (all) => `Невидимых символов: ${number(all)}.`,
    notJson: (line) => `Это пока не JSON. См. строку ${number(line)}.`,
    notNumber: 'Напишите число, например 1.5.',
    codeOnly: 'Форма не может это показать. Измените код.',
    refused: /* @__PURE__ */ refusedBy({
      type: (types) => `Напишите: ${types.join(' или ')}.`,
      types: {
        string: 'текст',
        integer: 'целое число',
        number: 'число',
        boolean: 'истина или ложь',
        array: 'список',
        object: 'объект',
      },
      format: 'Напишите так: #.',
      required: 'Заполните это поле.',
      enum: choose,
      const: choose,
      minLength: 'Слишком коротко: не меньше # символов.',
      maxLength: 'Слишком длинно: не больше # символов.',
      minimum: 'Слишком мало: не меньше #.',
      maximum: 'Слишком много: не больше #.',
      exclusiveMinimum: 'Слишком мало: больше #.',
      exclusiveMaximum: 'Слишком много: меньше #.',
      multipleOf: 'Напишите кратное #.',
      minItems: 'Слишком мало: не меньше #.',
      maxItems: 'Слишком много: не больше #.',
      uniqueItems: 'Два значения совпадают.',
      pattern: 'Напишите текст, подходящий к #',
      other: 'Инструмент это не принимает.',
    }),
  },
  history: {
    heading: 'Прежние решения',
    empty: 'Пока ничего не решено.',
    status: {
      approved: 'Одобрено',
      rejected: 'Отклонено',
      rejected_continue: 'Отклонено',
      answered: 'Дан ответ вместо него',
      expired: 'Срок истёк',
      withdrawn: 'Больше не нужно',
    },
    effect: {
      approved: '',
      rejected: 'Не выполнено, и задача остановлена.',
      rejected_continue: notRun,
      answered: notRun,
      expired: notRun,
      withdrawn: notRun,
    },
    question: {
      approved: 'Дан ответ',
      rejected: 'Без ответа',
      rejected_continue: 'Без ответа',
      answered: 'Дан ответ',
      expired: 'Срок истёк без ответа',
      withdrawn: 'Больше не спрашивается',
    },
    by: ({ by, automatic }, status, own) => {
      if (status === 'expired' || status === 'withdrawn') return undefined
      if (automatic) return `${rules[automatic.by]}${automatic.name ? ` (${automatic.name})` : ''}`
      if (by?.name) return by.name
      return own ? 'вы' : 'кто-то другой'
    },
    at: dateAndTime,
    remember: {
      operation: 'Запомнено для задачи.',
      session: 'Запомнено в этом чате.',
      always: 'Запомнено с этого момента.',
    },
    result: ({ ok, message }) => `${ok ? 'Выполнено' : 'Произошёл сбой'}${message ? `: ${message}` : '.'}`,
    texts: {
      reason: 'Причина',
      note: 'Заметка',
      answer: 'Ответ',
      arguments: 'Аргументы',
      asked: 'Аргументы запроса',
      ran: 'Выполненные аргументы',
    },
    details: { show: 'Показать аргументы', hide: 'Скрыть аргументы' },
    earlier: 'Показать более ранние',
    reading: 'Чтение…',
    noEarlier: (kept) => `Хранятся только последние ${kept}.`,
    copy: 'Копировать как JSON',
  },
  list: {
    heading: (all) =>
      count(all, {
        one: 'Нужно # одобрение',
        few: 'Нужно # одобрения',
        many: 'Нужно # одобрений',
        other: 'Нужно # одобрения',
      }),
    back: 'Назад',
    open: (tool) => `Открыть ${tool}`,
    tick: (tool, target) => `Решить вместе: ${[tool, target].filter(Boolean).join(', ')}`,
    tickAll: (all) => `Отметить все похожие (${number(all)})`,
    leftOut: {
      destructive: 'Может удалить или перезаписать. Проверьте отдельно',
      separate: 'Проверьте отдельно',
      new: 'Только что поступил',
      not_seen: 'Ещё не прочитан целиком. Сначала откройте',
      other_tool: 'Другой инструмент',
      other_task: 'Из другой задачи',
    },
    ticked: 'Отмечен',
    deciding: 'Принимается решение…',
    none: 'Отметьте похожие запросы, чтобы решить их вместе. Ничего не решится, пока вы не нажмёте кнопку.',
    covered: (targets, left) =>
      `Отмечено ${number(targets.length)}: ${list(targets)}. ${left === 0 ? 'Других ожидающих нет.' : count(left, { one: 'Вас ждёт ещё # запрос.', few: 'Вас ждут ещё # запроса.', many: 'Вас ждут ещё # запросов.', other: 'Вас ждут ещё # запроса.' })}`,
    decide: {
      approved: (all) => `Одобрить отмеченные (${number(all)})`,
      answered: (all) => `Ответить на отмеченные (${number(all)})`,
      rejected: (all) => `Отклонить отмеченные (${number(all)}) и остановить`,
      rejected_continue: (all) => `Отклонить отмеченные (${number(all)})`,
    },
  },
  remember: {
    tool: (name, server) => (server === undefined ? name : `${name} из ${server}`),
    once: 'Только этот раз',
    onceHint: 'В следующий раз вас спросят снова.',
    scope: {
      operation: (tool) => `Каждый ${tool} в этой задаче`,
      session: (tool) => `Каждый ${tool} в этом чате`,
      always: (tool) => `Всегда разрешать ${tool}`,
    },
    anyArguments: 'С любыми аргументами.',
    undo: { operation: 'Закончится вместе с задачей.', session: undo, always: undo },
    grant: {
      operation: (tool) => `Также разрешает каждый ${tool} в этой задаче, с любыми аргументами.`,
      session: (tool) => `Также разрешает каждый ${tool} в этом чате, с любыми аргументами.`,
      always: (tool) => `Также разрешает каждый ${tool} отныне, с любыми аргументами.`,
    },
    changeToOnce: 'Вернуть только этот раз',
  },
  settings: {
    heading: 'Когда вас спрашивать',
    scope: {
      conversation: 'Для этого чата.',
      user: 'Для всех ваших чатов.',
      workspace: 'Для всех в этой рабочей области.',
    },
    mode: { ...modes, auto_run: 'Не спрашивать' },
    hint: {
      ask: (assistant) => `${assistant} ничего не выполняет без вашего одобрения.`,
      allow_list: (assistant) =>
        `${assistant} выполняет инструменты ниже без вопросов, с любыми аргументами.`,
      auto_run: (assistant) => `${assistant} выполняет любой инструмент без вопросов, с любыми аргументами.`,
    },
    confirm: {
      ask: () => '',
      allow_list: (assistant) => `Теперь ${assistant} выполняет инструменты из списка без вопросов.`,
      auto_run: (assistant) => `Теперь ${assistant} выполняет любой инструмент без вопросов.`,
    },
    waitsOn: 'То, что уже ждёт вас, продолжит ждать.',
    change: { ...modes, auto_run: 'Больше не спрашивать' },
    cancel: 'Отмена',
    list: 'Разрешено без вопросов',
    empty: 'Пока нет инструментов. Выберите «Один раз» рядом с «Одобрить», чтобы добавить.',
    unused: 'Действует только в режиме «Спрашивать, если нет в моём списке».',
    tool: (name, server) => (server === undefined ? name : `${name} из ${server}`),
    added: (at) => `с ${dateAndTime(at)}`,
    remove: 'Удалить',
    viewOnly: 'Вы не можете это изменить.',
    changed: 'Изменено.',
    stale:
      'Тем временем это изменили в другом месте, поэтому сейчас ничего не изменено. Прочитайте снова, затем решите.',
    failed: ({ applied, code }) =>
      code === 'forbidden'
        ? 'У вас нет прав, чтобы это изменить. Ничего не изменено.'
        : applied === 'no'
          ? 'Ничего не изменено. Повторите попытку.'
          : 'Ответа пока нет. Возможно, изменение произошло: посмотрите выше и повторите попытку.',
    unread: 'Эти настройки не удалось прочитать.',
    reread: 'Загрузить снова',
  },
  keys: {
    heading: 'Сочетания клавиш',
    does: {
      jump: 'Перейти к этому запросу и обратно',
      approve: 'Одобрить или отправить написанное',
      reject_continue: 'Отклонить и продолжить',
      reject: 'Отклонить и остановить',
      edit: 'Изменить перед одобрением',
      help: 'Показать этот список',
      move: 'Предыдущий и следующий запрос, на их кнопках',
      leave: 'Закрыть или назад. Ничего не решает.',
    },
    close: 'Закрыть',
  },
  waiting: {
    waiting: (all, hasMore) => (hasMore ? `Ждут вас: ${number(all)} или больше` : `Ждут вас: ${number(all)}`),
    menu: 'Ждут вас',
  },
  previews: /* @__PURE__ */ previewWordsOf(formats, {
    labels: {
      account: 'Счёт',
      action: 'Действие',
      address: 'Адрес',
      amount: 'Сумма',
      attachments: 'Вложения',
      bcc: 'Скрытая копия',
      body: 'Содержимое',
      cc: 'Копия',
      database: 'База данных',
      directory: 'Папка',
      ends: 'Конец',
      file: 'Файл',
      from: 'От',
      guests: 'Гости',
      headers: 'Заголовки',
      method: 'Метод',
      payee: 'Получатель',
      place: 'Место',
      size: 'Размер',
      starts: 'Начало',
      subject: 'Тема',
      target: 'Цель',
      text: 'Текст',
      title: 'Название',
      to: 'Кому',
      type: 'Тип',
    },
    notTold: 'не указано',
    alsoSent: 'Также отправляется',
    added: {
      one: '# строка добавлена',
      few: '# строки добавлены',
      many: '# строк добавлено',
      other: '# строки добавлено',
    },
    removed: { one: '# удалена', few: '# удалены', many: '# удалено', other: '# удалено' },
    unchanged: {
      one: '# строка без изменений',
      few: '# строки без изменений',
      many: '# строк без изменений',
      other: '# строки без изменений',
    },
    lines: { one: '# строка', few: '# строки', many: '# строк', other: '# строки' },
    bytes: { one: '# байт', few: '# байта', many: '# байт', other: '# байта' },
    everywhere: 'Заменяет этот текст везде',
    once: 'Заменяет этот текст в одном месте',
    localTime: '{time}, ваше время',
    notes: {
      administrator: 'Запускается от имени администратора',
      creates: 'Создаёт новый файл',
      currency_unknown: 'Валюта не указана',
      deletes: 'Может удалить файлы',
      deletes_data: 'Удаляет данные',
      deletes_file: 'Удаляет файл',
      every_row: 'Без условия: все строки',
      exists: 'Перезаписывает существующий файл',
      exists_unknown: 'Не указано, существует ли файл',
      file_unknown: 'Не указано, существует ли файл и находится ли он в вашей рабочей области',
      foreign_host: 'За пределами {about}',
      login: 'В адресе есть данные для входа',
      no_zone: 'Часовой пояс не указан',
      not_encrypted: 'Без шифрования',
      outside: 'За пределами {about}',
      overwrites: 'Перезаписывает {about}',
      private_host: 'В частной сети',
      reaches: 'Обращается к {about}',
      runs_download: 'Запускает то, что скачивает',
      workspace_unknown: 'Не указано, находится ли это в вашей рабочей области',
    },
  }),
}
