// Longer than 250 lines: every text that the language loads later, one after the other.
import { formatsOf } from '../formats.ts'
import { laterWordsOf } from '../laterWordsOf.ts'
import type { OnDemandWords } from '../onDemandWords.ts'
import { refusedBy } from '../refusedBy.ts'

const formats = /* @__PURE__ */ formatsOf('ja')
const { count, dateAndTime, list, number } = formats
const choose = 'ツールが受け付ける値を選んでください。'
const undo = '承認の設定で取り消せます。'
const notRun = '実行されていません。'
const rules = { rule: 'ルール', mode: '承認モード', remembered: '記憶された承認' }
const modes = { ask: '毎回確認', allow_list: 'リスト以外は確認' }

/** Japanese, loaded after the first render. */
export const more: OnDemandWords = {
  later: /* @__PURE__ */ laterWordsOf(formats, {
    gap: '',
    labels: {
      approved: '承認',
      rejected: '拒否して停止',
      rejected_continue: '拒否して続行',
      answered: '回答',
    },
    rejectWithNote: '拒否してメモを送信',
    approveEdited: { other: '# 件の編集で承認' },
    approveAnd: {
      operation: '{approve}し、このタスクで許可',
      session: '{approve}し、このチャットで許可',
      always: '{approve}し、常に許可',
    },
    unasked: {
      operation: '今後このタスクが終わるまで、確認なしで実行されます。',
      session: '今後このチャットでは、確認なしで実行されます。',
      always: '今後は常に確認なしで実行されます。',
    },
    confirm: '{tool}は何かを削除または上書きする可能性があります。',
    approveAnyway: 'それでも承認',
    cancel: 'キャンセル',
    deciding: { approved: '承認中…', rejected: '拒否中…', rejected_continue: '拒否中…', answered: '回答中…' },
    declining: '送信中…',
    stopping: '停止中…',
    tryAgain: '再試行',
    editRefused: '何も送信されていません。{problem}',
    editChanged: '編集中にこのリクエストが変わりました。何も送信されていません。残す内容を選んでください。',
    answerChanged: '回答中に質問が変わりました。何も送信されていません。回答を確認してください。',
    reasonMissing: '理由を書いてから、もう一度拒否してください。',
    answerMissing: '先に回答を書いてください。',
    hiddenLost: '非表示の値がこのリクエストから無くなりました。変更を破棄してください。',
    refused: {
      first: {
        too_early: '早すぎました。もう一度押してください。',
        moved: 'ボタンが動いた直後でした。何も送信されていません。もう一度押してください。',
        changed:
          'リクエストが変わった直後でした。何も送信されていません。確認してから、もう一度押してください。',
      },
      again: {
        too_early:
          '何も送信されていません。リクエストが 0.5 秒間表示されてから押すと有効です。少し待って、一度だけ押してください。',
        moved:
          'ボタンが動き続けているため、何も送信されていません。ボタンが止まるまでポインターを動かさず、一度だけ押してください。または Tab で移動して Enter を押してください。',
        changed:
          'リクエストが変わり続けているため、何も送信されていません。変わらなくなるまで待ち、確認してから一度だけ押してください。',
      },
    },
    guard: {
      covered:
        'ページ上の何かがこのリクエストを覆っています。何も送信されていません。よけてから、もう一度押してください。',
      framed: 'このページは別のサイト内に表示されています。単独で開いて決めてください。',
    },
    siblings: {
      chosen: '「{decision}」を選びました。まだ変更できます。',
      together: 'これら {count} 件は最後の決定と一緒に送信されます。残り {left} 件。',
      last: '押すと {count} 件の決定がすべて送信されます。',
      stop: 'タスクを停止するには、すべて拒否してください。',
      voids: '1 件を拒否すると、承認したものも実行されません。',
      rejects_other: 'これを拒否すると、もう 1 件も拒否されます。',
      rejects_others: 'これを拒否すると、ほかの {count} 件も拒否されます。',
    },
    failure: {
      unknown: {
        approved:
          '承認は送信されましたが、まだ応答がありません。実行された可能性があります。再試行しても安全です。',
        rejected:
          '拒否は送信されましたが、まだ応答がありません。有効になった可能性があります。再試行しても安全です。',
        answered:
          '回答は送信されましたが、まだ何も返っていません。届いた可能性があります。再試行しても安全です。',
      },
      in_progress:
        '別のタブで決定中です。ここからは何も送信されていません。そちらを確認するか、結果を待ってください。',
      forbidden: {
        approved: 'これを承認する権限がありません。何も実行されていません。',
        rejected: 'これを拒否する権限がありません。何も実行されていません。',
        answered: 'これに回答する権限がありません。何も実行されていません。',
      },
      causes: {
        offline: 'オフラインです。',
        unauthenticated: 'サインアウトしています。',
        forbidden: 'これを見る権限がありません。',
        not_found: 'サーバーはこのリクエストを認識していません。',
        invalid: 'サーバーがこの決定を受け付けられませんでした。',
        rate_limited: 'サーバーが間隔を空けるよう求めています。',
        timeout: '時間内に確認されませんでした。',
        protocol: 'サーバーの応答を読み取れません。',
        unsupported: 'サーバーはこれに対応していません。',
        other: 'サーバーが続行できませんでした。',
      },
      ran: {
        offline: '決定は送信されていません。',
        answered: '回答は受け付けられませんでした。',
        no: '何も実行されていません。',
      },
      next: 'もう一度お試しください。',
    },
    receipt: {
      own: {
        approved: 'あなたが{tool}を承認しました（{time}）。',
        rejected: 'あなたが{tool}を拒否しました（{time}）。',
        answered: 'あなたが{tool}の代わりに回答しました（{time}）。',
      },
      other: {
        approved: '{who}が{tool}を承認しました（{time}）。',
        rejected: '{who}が{tool}を拒否しました（{time}）。',
        answered: '{who}が{tool}の代わりに回答しました（{time}）。',
      },
      somebody: 'ほかの人',
      rule: 'ルール（{rule}）',
      rules: {
        mode: 'モード「確認しない」',
        remembered: '{name}は以前に許可済み',
        rule: '{name}はリストにあります',
      },
      it: 'ツール',
      expired: '{tool}は {time} に期限切れになりました。実行されていません。',
      withdrawn: '{assistant}は{tool}を必要としなくなりました。実行されていません。',
      tool: {
        agent: '{tool}（{agent}用）',
        own_edits: '{tool}（あなたの編集あり）',
        edits: '{tool}（編集あり）',
      },
      failed: '失敗しました。',
      failed_with: '失敗しました：{message}',
      not_run: '実行されていません。',
      note: 'メモ：「{note}」',
      question: {
        expired: '{question}は {time} に期限切れになりました。回答されていません。',
        withdrawn: '{assistant}は{question}への回答を必要としなくなりました。',
        own: {
          rejected: 'あなたが{question}でタスクを停止しました（{time}）。',
          rejected_continue:
            'あなたは{question}に回答しませんでした（{time}）。{assistant}は回答なしで続行します。',
          answered: 'あなたが{question}に回答しました（{time}）。',
          agreed: 'あなたが{question}に同意しました（{time}）。',
        },
        other: {
          rejected: '{who}が{question}でタスクを停止しました（{time}）。',
          rejected_continue:
            '{who}は{question}に回答しませんでした（{time}）。{assistant}は回答なしで続行します。',
          answered: '{who}が{question}に回答しました（{time}）。',
          agreed: '{who}が{question}に同意しました（{time}）。',
        },
      },
    },
    notStarted: {
      approved: '承認しましたが、{assistant}は開始しませんでした。',
      rejected: '拒否しましたが、{assistant}は開始しませんでした。',
      answered: '回答しましたが、{assistant}は開始しませんでした。',
    },
    settled: {
      approved: '承認しました。',
      approved_many: '{count} 件を承認しました。',
      rejected: '拒否しました。',
      rejected_many: '{count} 件を拒否しました。',
      answered: '回答しました。',
      stopped: 'タスクは停止しました。',
      continues: '{assistant}は続行します。',
      left: '残り {left} 件です。',
      none_left: '承認待ちはありません。',
    },
    arrived: {
      approval: '承認が必要です：{tool}。',
      answer: '回答が必要です：{question}',
      approvals: { other: '# 件の承認が必要です。' },
      decisions: { other: '# 件の決定が必要です。' },
    },
    waitingFor: '{host} を待っています',
    openAgain: 'もう一度開く',
    edit: '承認前に編集',
    discardEdits: '変更を破棄',
    showEdits: '編集内容を表示',
    keepEdits: '自分の編集を残す',
    keepAnswer: '自分の回答を残す',
    notJson: 'まだ JSON になっていません。',
    copyDetails: '詳細をコピー',
    shortcuts: 'キーボードショートカット',
    copied: { yes: 'コピーしました。', no: 'コピーできませんでした。' },
    later: '後で決める',
    laterHint: 'リクエストは待機したままです。何も決まりません。',
    needsAnswer: '回答待ち：{tool}',
    open: '開く',
    dismiss: '非表示',
    dismissAll: 'すべて非表示',
    show: '表示',
    showLess: '表示を減らす',
    before: '変更前',
    now: '現在',
    hideChanges: '変更点を隠す',
    showChanges: '変更点を表示',
    hiddenShown: '非表示の値を表示しています。',
    hideAgain: 'もう一度隠す',
    expiring: {
      minute: '{tool}はあと 1 分で期限切れになります。',
      seconds: '{tool}はあと 20 秒で期限切れになります。',
    },
    notExplained: 'プレビューを表示できませんでした。リクエストは変わっていません。',
    notShown:
      '待機中のリクエストをここに表示できません。何も送信されていません。ページを再読み込みしてください。',
    notLoaded: '一部を読み込めませんでした。それなしで続けられます。',
    stopFailed: {
      no: 'タスクは停止していません。もう一度お試しください。',
      unknown: 'まだ応答がありません。タスクが続く可能性があります。もう一度お試しください。',
    },
    keepOpenFailed: 'まだ延長されていません。もう一度お試しください。',
    ended: {
      done: '{assistant}が完了しました。',
      interrupted: 'タスクは停止しました。',
      error: '{assistant}が失敗しました。',
    },
    conversationFailure: {
      not_found: 'この会話は存在しません。',
      other: 'サーバーに接続できません。',
      stale: '表示が古い可能性があります。',
    },
    changed: 'このリクエストは変わりました。何も送信されていません。もう一度読んでから決めてください。',
    earlier: '以前の決定がこれから届く可能性があります。それまでは決め直せます。',
    elsewhere: '別のタブで決定中…',
    decided: {
      approved: '承認 {count} 件',
      answered: '回答 {count} 件',
      rejected: '拒否 {count} 件',
      expired: '期限切れ {count} 件',
      withdrawn: '取り下げ {count} 件',
    },
    hosts: {
      check: '次のアドレスを確認してください：{list}。',
      is: '{host} は {address}',
      nowhere: '{host} の行き先はありません',
    },
    andMore: '{list}ほか {count} 件',
    flaws: {
      repeated_name: '複数回指定されています：{places}。ツールがどちらの値を使うか分かりません。',
      special_name: 'ツールが {places} を無視する可能性があります。',
      inexact_number: 'ツールが次の数値を違う値として読む可能性があります：{places}。',
      broken_character: 'ツールが置き換える可能性のある不完全な文字があります：{places}。',
    },
  }),
  editor: {
    edited: (all) => (all === 0 ? 'まだ編集していません' : count(all, { other: '# 個の値を編集しました' })),
    undo: '自分の変更を元に戻す',
    views: '編集方法',
    view: { form: 'フォーム', code: 'コード' },
    was: '変更前：',
    added: 'あなたが追加',
    boolean: { true: 'はい', false: 'いいえ' },
    add: (name) => `${name ?? '項目'}を追加`,
    remove: (name) => `${name}を削除`,
    item: (at) => `${number(at)} 番`,
    choose: '選択…',
    other: 'その他',
    invisible: (all) => `見えない文字：${number(all)} 個。`,
    notJson: (line) => `まだ JSON になっていません。${number(line)} 行目を確認してください。`,
    notNumber: '1.5 のような数値を書いてください。',
    codeOnly: 'フォームでは表示できません。コードを編集してください。',
    refused: /* @__PURE__ */ refusedBy({
      type: (types) => `${types.join('または')}を書いてください。`,
      types: {
        string: 'テキスト',
        integer: '整数',
        number: '数値',
        boolean: 'true か false',
        array: 'リスト',
        object: 'オブジェクト',
      },
      format: '# のように書いてください。',
      required: '入力してください。',
      enum: choose,
      const: choose,
      minLength: '短すぎます：# 文字以上。',
      maxLength: '長すぎます：# 文字以下。',
      minimum: '小さすぎます：# 以上。',
      maximum: '大きすぎます：# 以下。',
      exclusiveMinimum: '小さすぎます：# より大きい値。',
      exclusiveMaximum: '大きすぎます：# より小さい値。',
      multipleOf: '# の倍数を書いてください。',
      minItems: '少なすぎます：# 個以上。',
      maxItems: '多すぎます：# 個以下。',
      uniqueItems: '同じ値が 2 つあります。',
      pattern: '# に一致するテキストを書いてください',
      other: 'ツールはこれを受け付けません。',
    }),
  },
  history: {
    heading: 'これまでの決定',
    empty: 'まだ何も決定されていません。',
    status: {
      approved: '承認済み',
      rejected: '拒否済み',
      rejected_continue: '拒否済み',
      answered: '代わりに回答済み',
      expired: '期限切れ',
      withdrawn: '不要になりました',
    },
    effect: {
      approved: '',
      rejected: '実行されず、タスクは停止しました。',
      rejected_continue: notRun,
      answered: notRun,
      expired: notRun,
      withdrawn: notRun,
    },
    question: {
      approved: '回答済み',
      rejected: '未回答',
      rejected_continue: '未回答',
      answered: '回答済み',
      expired: '回答なしで期限切れ',
      withdrawn: '質問は取り下げられました',
    },
    by: ({ by, automatic }, status, own) => {
      if (status === 'expired' || status === 'withdrawn') return undefined
      if (automatic) return `${rules[automatic.by]}${automatic.name ? ` (${automatic.name})` : ''}`
      if (by?.name) return by.name
      return own ? 'あなた' : 'ほかの人'
    },
    at: dateAndTime,
    remember: {
      operation: 'このタスクで記憶しました。',
      session: 'このチャットで記憶しました。',
      always: '以後ずっと記憶しました。',
    },
    result: ({ ok, message }) =>
      `${ok ? '実行されました' : '失敗しました'}${message ? `：${message}` : '。'}`,
    texts: {
      reason: '理由',
      note: 'メモ',
      answer: '回答',
      arguments: '引数',
      asked: '依頼時の引数',
      ran: '実行時の引数',
    },
    details: { show: '引数を表示', hide: '引数を隠す' },
    earlier: '以前のものを表示',
    reading: '読み込み中…',
    noEarlier: (kept) => `保存されるのは最新の ${kept} 件だけです。`,
    copy: 'JSON としてコピー',
  },
  list: {
    heading: (all) => count(all, { other: '# 件の承認が必要です' }),
    back: '戻る',
    open: (tool) => `${tool}を開く`,
    tick: (tool, target) => `まとめて決める：${[tool, target].filter(Boolean).join('、')}`,
    tickAll: (all) => `似ている ${number(all)} 件をすべて選択`,
    leftOut: {
      destructive: '削除や上書きの可能性あり。個別に確認',
      separate: '個別に確認',
      new: '届いたばかり',
      not_seen: 'まだ全部読まれていません。先に開いてください',
      other_tool: '別のツール',
      other_task: '別のタスク',
    },
    ticked: '選択済み',
    deciding: '決定中…',
    none: '似ているリクエストを選択すると、まとめて決められます。ボタンを押すまで何も決まりません。',
    covered: (targets, left) =>
      `${number(targets.length)} 件を選択中：${list(targets)}。${left === 0 ? 'ほかに待機中のものはありません。' : count(left, { other: 'ほか # 件がまだ待機しています。' })}`,
    decide: {
      approved: (all) => `この ${number(all)} 件を承認`,
      answered: (all) => `この ${number(all)} 件に回答`,
      rejected: (all) => `この ${number(all)} 件を拒否して停止`,
      rejected_continue: (all) => `この ${number(all)} 件を拒否`,
    },
  },
  remember: {
    tool: (name, server) => (server === undefined ? name : `${name}（${server}）`),
    once: '今回のみ',
    onceHint: '次回はもう一度確認されます。',
    scope: {
      operation: (tool) => `このタスクのすべての${tool}`,
      session: (tool) => `このチャットのすべての${tool}`,
      always: (tool) => `${tool}を常に許可`,
    },
    anyArguments: 'どの引数でも。',
    undo: { operation: 'タスクの終了とともに終わります。', session: undo, always: undo },
    grant: {
      operation: (tool) => `このタスクのすべての${tool}も、どの引数でも許可します。`,
      session: (tool) => `このチャットのすべての${tool}も、どの引数でも許可します。`,
      always: (tool) => `今後すべての${tool}も、どの引数でも許可します。`,
    },
    changeToOnce: '今回のみに変更',
  },
  settings: {
    heading: '確認するタイミング',
    scope: {
      conversation: 'このチャットに適用。',
      user: 'あなたのすべてのチャットに適用。',
      workspace: 'このワークスペースの全員に適用。',
    },
    mode: { ...modes, auto_run: '確認しない' },
    hint: {
      ask: (assistant) => `${assistant}は承認なしに何も実行しません。`,
      allow_list: (assistant) => `${assistant}は下のツールをどの引数でも確認なしで実行します。`,
      auto_run: (assistant) => `${assistant}はすべてのツールをどの引数でも確認なしで実行します。`,
    },
    confirm: {
      ask: () => '',
      allow_list: (assistant) => `今後${assistant}はリストのツールを確認なしで実行します。`,
      auto_run: (assistant) => `今後${assistant}はすべてのツールを確認なしで実行します。`,
    },
    waitsOn: 'すでに待機しているものは、そのまま待機します。',
    change: { ...modes, auto_run: '今後は確認しない' },
    cancel: 'キャンセル',
    list: '確認なしで許可',
    empty: 'まだツールはありません。「承認」の横の「今回のみ」を開いて追加できます。',
    unused: '「リスト以外は確認」でのみ使われます。',
    tool: (name, server) => (server === undefined ? name : `${name}（${server}）`),
    added: (at) => `${dateAndTime(at)}から`,
    remove: '削除',
    viewOnly: 'これは変更できません。',
    changed: '変更しました。',
    stale:
      'その間に別の場所で変更されたため、今回は何も変更されていません。もう一度読んでから決めてください。',
    failed: ({ applied, code }) =>
      code === 'forbidden'
        ? 'これを変更する権限がありません。何も変更されていません。'
        : applied === 'no'
          ? '何も変更されていません。もう一度お試しください。'
          : 'まだ応答がありません。変更された可能性があります。上を確認してから、もう一度お試しください。',
    unread: '設定を読み取れません。',
    reread: '再読み込み',
  },
  keys: {
    heading: 'キーボードショートカット',
    does: {
      jump: 'このリクエストへ移動、元に戻る',
      approve: '承認、または書いた内容を送信',
      reject_continue: '拒否して続行',
      reject: '拒否して停止',
      edit: '承認前に編集',
      move: '前と次のリクエスト（それぞれのボタン上）',
      leave: '閉じる、または戻る。何も決まりません。',
    },
    close: '閉じる',
  },
  waiting: {
    waiting: (all, hasMore) => (hasMore ? `${number(all)} 件以上が待機中` : `${number(all)} 件が待機中`),
    menu: '待機中',
  },
}
