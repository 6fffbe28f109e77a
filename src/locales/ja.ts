// Labels as GitHub and Slack have them in Japanese: "承認", "拒否", "キャンセル", "再試行".
import { formatsOf } from './formats.ts'
import { expiryWith, headingWith, hiddenWith, type Language, linesWith } from './language.ts'

const formats = /* @__PURE__ */ formatsOf('ja')
const { count } = formats

const characters = (all: number): string => count(all, { other: 'ほか # 文字' })

/** Japanese. */
export const ja: Language = {
  locale: 'ja',
  direction: 'ltr',
  reviewedBy: null,
  onDemand: () => import('./more/ja.ts').then((all) => all.more),
  assistant: 'アシスタント',
  verb: () => undefined,
  sentence: () => undefined,
  rejecting: {
    rejected: () => '停止：タスクは終了します。',
    rejected_continue: (assistant) => `続行：${assistant}に伝わり、作業が続きます。`,
  },
  decisions: {
    approved: '承認',
    rejected: '拒否して停止',
    rejected_continue: '拒否して続行',
    answered: '回答',
  },
  argumentsNotTold: 'どの引数で実行されるかをバックエンドが伝えていないため、承認できません。',
  answerForToolHint: (assistant) =>
    `ツールは実行されません。代わりにあなたの回答が${assistant}に渡されます。`,
  openAndContinue: '開いて続行',
  decline: '回答しない',
  declineHint: (assistant) => `回答しない：${assistant}は回答なしで続行します。`,
  revealFirst: '承認するには非表示の値を表示',
  showFirst: /* @__PURE__ */ linesWith('承認するにはすべて開く', (lines) =>
    count(lines, { other: '承認するには全 # 行を開く' }),
  ),
  actor: ({ name, relation, path: [path] }, assistant) =>
    relation === 'handoff' ? name : `${name}（${path ?? assistant}の依頼）`,
  wants: (assistant) => [`${assistant}が`, 'の実行を求めています'],
  asks: (actor, question) =>
    question === undefined ? [`${actor}から`, '質問があります', ''] : [`${actor}からの質問：`, question, ''],
  answer: 'あなたの回答',
  answerForTool: 'ツールの代わりに回答',
  opens: ['', 'を新しいタブで開きます'],
  notOpened: 'このアドレスは https ではないため、ここからは開けません。',
  inOrder: (tool) => `先に${tool}について決めてください。`,
  source: (server) => `提供元：${server}`,
  agentReason: (agent) => `${agent}の理由：`,
  unreadable: (all) =>
    count(all, { other: '読み取れないリクエストが # 件あり、表示されていません。実行されていません。' }),
  heading: /* @__PURE__ */ headingWith(
    'アクティビティ',
    '承認が必要です',
    '回答が必要です',
    (all) => count(all, { other: '# 件の承認が必要です' }),
    (all) => count(all, { other: '# 件の回答が必要です' }),
    (all) => count(all, { other: '# 件の決定が必要です' }),
  ),
  pager: '待機中のリクエスト',
  position: (at, total) => `リクエスト ${at}/${total}`,
  seeAll: 'すべて表示',
  previous: '前のリクエスト',
  next: '次のリクエスト',
  showMore: 'もっと見る',
  overflow: 'その他',
  risks: {
    destructive: '削除や上書きの可能性あり',
    outside: '外部サービスを使用',
    read_only: '何も変更しない',
    unknown: '影響は不明',
  },
  riskClaim: 'ツールの申告、未確認',
  howLong: '承認の有効期間',
  scopes: { once: '今回のみ', operation: 'このタスク', session: 'このチャット', always: '常に' },
  why: { agent: 'アシスタントの理由：', policy: 'ポリシー：', unknown: '理由：' },
  stop: 'タスクを停止',
  reread: '再読み込み',
  reason: (assistant) => `代わりに行うことを${assistant}に伝える`,
  addNote: 'メモを追加',
  approvalNote: {
    agent: (assistant) => `承認：${assistant}がこれを読みます。`,
    record: (assistant) => `承認：決定とともに保存されます。${assistant}は読みません。`,
    nobody: () => '承認：入力した内容は送信されません。',
  },
  keepOpen: '時間を延長',
  more: characters,
  arguments: '引数',
  noArguments: '引数なし。',
  revealHidden: '非表示の値を表示',
  busy: {
    running: (assistant) => `${assistant}が作業中…`,
    asking: () => '確認を待っています…',
    sending: () => '決定を送信中…',
    not_taken: (assistant) => `${assistant}が受け取るのを待っています。まだ何も実行されていません。`,
    checking: () => '決定が届いたか確認しています。操作は不要です。',
  },
  connection: {
    connecting: 'リアルタイム更新なし。接続中…',
    stale: 'リアルタイム更新なし。表示が古い可能性があります。',
    stopped: 'リアルタイム更新なし。更新は停止しています。',
  },
  noPermission: (why) =>
    ['これを承認することはできません。', why, 'リクエストは待機したままです。'].filter(Boolean).join(''),
  expires: /* @__PURE__ */ expiryWith(
    formats,
    '決定の期限が過ぎました。',
    (time) => `残り ${time}`,
    (minutes) => `${minutes} 分`,
    (time) => `${time}まで`,
    '、その後は実行されません',
  ),
  showExactText: '正確なテキストを表示',
  showAsList: 'リストで表示',
  showPreview: 'プレビューを表示',
  showAll: /* @__PURE__ */ linesWith('すべて表示', (lines) => count(lines, { other: '全 # 行を表示' })),
  hidden: /* @__PURE__ */ hiddenWith((lines) => count(lines, { other: 'ほか # 行' }), characters),
  hiddenArguments: (values) => count(values, { other: 'ほか # 個の値' }),
  invisible: (all) => count(all, { other: '見えない文字が # 個あり、⟦U+…⟧ と表示しています。' }),
  hiddenValue: (value) =>
    `${count(value.characters, { other: '非表示、# 文字' })}${value.by === 'tool' ? '、ツールが指定' : ''}`,
  hiddenValues: ({ length }) => count(length, { other: '# 個の値が非表示です。' }),
}
