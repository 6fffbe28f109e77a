// Labels as Google and Slack have them in traditional Chinese: "核准", "拒絕", "取消", "再試一次".
import { formatsOf } from './formats.ts'
import { expiryWith, headingWith, hiddenWith, type Language, linesWith } from './language.ts'

const formats = /* @__PURE__ */ formatsOf('zh-TW')
const { count } = formats

const characters = (all: number): string => count(all, { other: '還有 # 個字元' })

/** Chinese, traditional. */
export const zhTW: Language = {
  locale: 'zh-TW',
  direction: 'ltr',
  reviewedBy: null,
  onDemand: () => import('./more/zh-TW.ts').then((all) => all.more),
  assistant: '助理',
  verb: () => undefined,
  sentence: () => undefined,
  rejecting: {
    rejected: () => '停止：工作結束。',
    rejected_continue: (assistant) => `繼續：${assistant}會收到通知並繼續工作。`,
  },
  decisions: { approved: '核准', rejected: '拒絕並停止', rejected_continue: '拒絕並繼續', answered: '回答' },
  argumentsNotTold: '後端沒有說明會用哪些引數執行，因此無法核准。',
  answerForToolHint: (assistant) => `工具不會執行。${assistant}會改為收到你的回答。`,
  openAndContinue: '開啟並繼續',
  decline: '不回答',
  declineHint: (assistant) => `不回答：${assistant}會在沒有回答的情況下繼續。`,
  revealFirst: '顯示隱藏的值才能核准',
  showFirst: /* @__PURE__ */ linesWith('全部開啟才能核准', (lines) =>
    count(lines, { other: '開啟全部 # 行才能核准' }),
  ),
  actor: ({ name, relation, path: [path] }, assistant) =>
    relation === 'handoff' ? name : `${name}（代表${path ?? assistant}）`,
  wants: (assistant) => [`${assistant}想要執行 `, ''],
  asks: (actor, question) =>
    question === undefined ? [actor, '提出了一個問題', ''] : [`${actor}提問：`, question, ''],
  answer: '你的回答',
  answerForTool: '代替工具回答',
  opens: ['在新分頁中開啟 ', ''],
  notOpened: '這個網址不是 https，無法從這裡開啟。',
  inOrder: (tool) => `請先決定 ${tool}。`,
  source: (server) => `來自 ${server}`,
  agentReason: (agent) => `${agent}的理由：`,
  unreadable: (all) => count(all, { other: '有 # 個要求無法讀取，未顯示。它們沒有執行。' }),
  heading: /* @__PURE__ */ headingWith(
    '活動',
    '需要核准',
    '需要回答',
    (all) => count(all, { other: '需要 # 項核准' }),
    (all) => count(all, { other: '需要 # 項回答' }),
    (all) => count(all, { other: '需要 # 項決定' }),
  ),
  pager: '等待中的要求',
  position: (at, total) => `第 ${at} 個要求，共 ${total} 個`,
  seeAll: '查看全部',
  previous: '上一個要求',
  next: '下一個要求',
  showMore: '更多',
  overflow: '更多',
  risks: {
    destructive: '可能刪除或覆寫',
    outside: '使用外部服務',
    read_only: '不會變更任何內容',
    unknown: '影響不明',
  },
  riskClaim: '由工具聲明，未經查證',
  howLong: '核准的有效期間',
  scopes: { once: '一次', operation: '這項工作', session: '這個聊天', always: '一律' },
  why: { agent: '助理的理由：', policy: '政策：', unknown: '理由：' },
  stop: '停止工作',
  reread: '重新載入',
  reason: (assistant) => `告訴${assistant}該怎麼做`,
  addNote: '新增備註',
  approvalNote: {
    agent: (assistant) => `核准：${assistant}會閱讀這段文字。`,
    record: (assistant) => `核准：會與你的決定一起保存。${assistant}不會閱讀。`,
    nobody: () => '核准：你寫的內容不會送出。',
  },
  keepOpen: '給我更多時間',
  more: characters,
  arguments: '引數',
  noArguments: '沒有引數。',
  revealHidden: '顯示隱藏的值',
  busy: {
    running: (assistant) => `${assistant}正在工作…`,
    asking: () => '正在等待確認…',
    sending: () => '正在送出你的決定…',
    not_taken: (assistant) => `正在等待${assistant}接手。尚未執行任何內容。`,
    checking: () => '正在確認你的決定是否送達。你不需要做任何事。',
  },
  connection: {
    connecting: '非即時。正在連線…',
    stale: '非即時。你看到的內容可能已過時。',
    stopped: '非即時。更新已停止。',
  },
  noPermission: (why) => ['你無法核准這個要求。', why, '要求會繼續等待。'].filter(Boolean).join(''),
  expires: /* @__PURE__ */ expiryWith(
    formats,
    '決定的時間已過。',
    (time) => `剩餘 ${time}`,
    (minutes) => `${minutes} 分鐘`,
    (time) => `期限 ${time}`,
    '，之後就不會執行',
  ),
  showExactText: '顯示原文',
  showAsList: '以清單顯示',
  showPreview: '顯示預覽',
  showAll: /* @__PURE__ */ linesWith('顯示全部', (lines) => count(lines, { other: '顯示全部 # 行' })),
  hidden: /* @__PURE__ */ hiddenWith((lines) => count(lines, { other: '還有 # 行' }), characters),
  hiddenArguments: (values) => count(values, { other: '還有 # 個值' }),
  invisible: (all) => count(all, { other: '有 # 個看不見的字元，顯示為 ⟦U+…⟧。' }),
  hiddenValue: (value) =>
    `${count(value.characters, { other: '已隱藏，# 個字元' })}${value.by === 'tool' ? '，由工具標示' : ''}`,
  hiddenValues: ({ length }) => count(length, { other: '有 # 個值已隱藏。' }),
}
