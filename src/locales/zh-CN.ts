// Labels as GitHub and Slack have them in simplified Chinese: "批准", "拒绝", "取消", "重试".
import { formatsOf } from './formats.ts'
import { expiryWith, headingWith, hiddenWith, type Language, linesWith } from './language.ts'

const formats = /* @__PURE__ */ formatsOf('zh-CN')
const { count } = formats

const characters = (all: number): string => count(all, { other: '还有 # 个字符' })

/** Chinese, simplified. */
export const zhCN: Language = {
  locale: 'zh-CN',
  direction: 'ltr',
  reviewedBy: null,
  onDemand: () => import('./more/zh-CN.ts').then((all) => all.more),
  assistant: '助手',
  verb: () => undefined,
  sentence: () => undefined,
  rejecting: {
    rejected: () => '停止：任务结束。',
    rejected_continue: (assistant) => `继续：${assistant}会收到通知并继续工作。`,
  },
  decisions: { approved: '批准', rejected: '拒绝并停止', rejected_continue: '拒绝并继续', answered: '回答' },
  argumentsNotTold: '后端没有说明将使用哪些参数运行，因此无法批准。',
  answerForToolHint: (assistant) => `工具不会运行。${assistant}会收到你的回答。`,
  openAndContinue: '打开并继续',
  decline: '不回答',
  declineHint: (assistant) => `不回答：${assistant}将在没有回答的情况下继续。`,
  revealFirst: '显示隐藏的值后才能批准',
  showFirst: /* @__PURE__ */ linesWith('全部打开后才能批准', (lines) =>
    count(lines, { other: '打开全部 # 行后才能批准' }),
  ),
  actor: ({ name, relation, path: [path] }, assistant) =>
    relation === 'handoff' ? name : `${name}（代表${path ?? assistant}）`,
  wants: (assistant) => [`${assistant}想要运行 `, ''],
  asks: (actor, question) =>
    question === undefined ? [actor, '提出了一个问题', ''] : [`${actor}提问：`, question, ''],
  answer: '你的回答',
  answerForTool: '代替工具回答',
  opens: ['在新标签页中打开 ', ''],
  notOpened: '此地址不是 https，无法从这里打开。',
  inOrder: (tool) => `请先决定 ${tool}。`,
  source: (server) => `来自 ${server}`,
  agentReason: (agent) => `${agent}的理由：`,
  unreadable: (all) => count(all, { other: '有 # 个请求无法读取，未显示。它们没有运行。' }),
  heading: /* @__PURE__ */ headingWith(
    '活动',
    '需要批准',
    '需要回答',
    (all) => count(all, { other: '需要 # 项批准' }),
    (all) => count(all, { other: '需要 # 项回答' }),
    (all) => count(all, { other: '需要 # 项决定' }),
  ),
  pager: '等待中的请求',
  position: (at, total) => `第 ${at} 个请求，共 ${total} 个`,
  seeAll: '查看全部',
  previous: '上一个请求',
  next: '下一个请求',
  showMore: '更多',
  overflow: '更多',
  risks: {
    destructive: '可能删除或覆盖',
    outside: '使用外部服务',
    read_only: '不更改任何内容',
    unknown: '影响未知',
  },
  riskClaim: '由工具声明，未经核实',
  howLong: '批准的有效期',
  scopes: { once: '一次', operation: '此任务', session: '此聊天', always: '始终' },
  why: { agent: '助手的理由：', policy: '策略：', unknown: '理由：' },
  stop: '停止任务',
  reread: '重新加载',
  reason: (assistant) => `告诉${assistant}应该怎么做`,
  addNote: '添加备注',
  approvalNote: {
    agent: (assistant) => `批准：${assistant}会阅读此内容。`,
    record: (assistant) => `批准：随你的决定一起保存。${assistant}不会阅读。`,
    nobody: () => '批准：你写的内容不会发送。',
  },
  keepOpen: '给我更多时间',
  more: characters,
  arguments: '参数',
  noArguments: '没有参数。',
  revealHidden: '显示隐藏的值',
  busy: {
    running: (assistant) => `${assistant}正在工作…`,
    asking: () => '正在等待确认…',
    sending: () => '正在发送你的决定…',
    not_taken: (assistant) => `正在等待${assistant}接收。尚未运行任何内容。`,
    checking: () => '正在检查你的决定是否送达。你无需进行任何操作。',
  },
  connection: {
    connecting: '非实时。正在连接…',
    stale: '非实时。你看到的内容可能已过期。',
    stopped: '非实时。更新已停止。',
  },
  noPermission: (why) => ['你无法批准此请求。', why, '请求会继续等待。'].filter(Boolean).join(''),
  expires: /* @__PURE__ */ expiryWith(
    formats,
    '决定时间已过。',
    (time) => `剩余 ${time}`,
    (minutes) => `${minutes} 分钟`,
    (time) => `截止 ${time}`,
    '，之后将不会运行',
  ),
  showExactText: '显示原文',
  showAsList: '显示为列表',
  showPreview: '显示预览',
  showAll: /* @__PURE__ */ linesWith('显示全部', (lines) => count(lines, { other: '显示全部 # 行' })),
  hidden: /* @__PURE__ */ hiddenWith((lines) => count(lines, { other: '还有 # 行' }), characters),
  hiddenArguments: (values) => count(values, { other: '还有 # 个值' }),
  invisible: (all) => count(all, { other: '有 # 个不可见字符，显示为 ⟦U+…⟧。' }),
  hiddenValue: (value) =>
    `${count(value.characters, { other: '已隐藏，# 个字符' })}${value.by === 'tool' ? '，由工具标记' : ''}`,
  hiddenValues: ({ length }) => count(length, { other: '有 # 个值已隐藏。' }),
}
