// Longer than 250 lines: every text that the language loads later, one after the other.
import { formatsOf } from '../formats.ts'
import { laterWordsOf } from '../laterWordsOf.ts'
import type { OnDemandWords } from '../onDemandWords.ts'
import { refusedBy } from '../refusedBy.ts'

const formats = /* @__PURE__ */ formatsOf('ko')
const { count, dateAndTime, list, number } = formats
const choose = '도구가 받는 값을 선택하세요.'
const undo = '승인 설정에서 되돌릴 수 있습니다.'
const notRun = '실행되지 않았습니다.'
const rules = { rule: '규칙', mode: '승인 모드', remembered: '기억된 승인' }
const modes = { ask: '매번 묻기', allow_list: '내 목록에 없으면 묻기' }

/** Korean, loaded after the first render. */
export const more: OnDemandWords = {
  later: /* @__PURE__ */ laterWordsOf(formats, {
    gap: ' ',
    labels: {
      approved: '승인',
      rejected: '거부하고 중지',
      rejected_continue: '거부하고 계속',
      answered: '답변',
    },
    rejectWithNote: '거부하고 메모 보내기',
    approveEdited: { other: '수정 #개와 함께 승인' },
    approveAnd: {
      operation: '{approve}하고 이 작업에서 허용',
      session: '{approve}하고 이 채팅에서 허용',
      always: '{approve}하고 항상 허용',
    },
    unasked: {
      operation: '이제 이 작업이 끝날 때까지 묻지 않고 실행됩니다.',
      session: '이제 이 채팅에서 묻지 않고 실행됩니다.',
      always: '이제 항상 묻지 않고 실행됩니다.',
    },
    confirm: '{tool}은(는) 무언가를 삭제하거나 덮어쓸 수 있습니다.',
    approveAnyway: '그래도 승인',
    cancel: '취소',
    deciding: {
      approved: '승인 중…',
      rejected: '거부 중…',
      rejected_continue: '거부 중…',
      answered: '답변 중…',
    },
    declining: '보내는 중…',
    stopping: '중지 중…',
    tryAgain: '다시 시도',
    editRefused: '아무것도 전송되지 않았습니다. {problem}',
    editChanged:
      '수정하는 동안 이 요청이 바뀌었습니다. 아무것도 전송되지 않았습니다. 유지할 내용을 선택하세요.',
    answerChanged: '답변하는 동안 질문이 바뀌었습니다. 아무것도 전송되지 않았습니다. 답변을 확인하세요.',
    reasonMissing: '이유를 적은 다음 다시 거부하세요.',
    answerMissing: '먼저 답변을 적으세요.',
    hiddenLost: '숨긴 값이 더 이상 이 요청에 없습니다. 변경 내용을 취소하세요.',
    refused: {
      first: {
        too_early: '너무 빨랐습니다. 다시 누르세요.',
        moved: '버튼이 방금 움직였습니다. 아무것도 전송되지 않았습니다. 다시 누르세요.',
        changed: '이 요청이 방금 바뀌었습니다. 아무것도 전송되지 않았습니다. 확인한 다음 다시 누르세요.',
      },
      again: {
        too_early:
          '아무것도 전송되지 않았습니다. 요청이 0.5초 동안 보인 뒤에 눌러야 합니다. 잠시 기다렸다가 한 번 누르세요.',
        moved:
          '버튼이 계속 움직여서 아무것도 전송되지 않았습니다. 버튼이 멈출 때까지 포인터를 움직이지 말고 한 번 누르세요. 또는 Tab으로 이동해 Enter를 누르세요.',
        changed:
          '이 요청이 계속 바뀌어서 아무것도 전송되지 않았습니다. 바뀌지 않을 때까지 기다렸다가 확인하고 한 번 누르세요.',
      },
    },
    guard: {
      covered:
        '이 페이지의 무언가가 요청을 가리고 있습니다. 아무것도 전송되지 않았습니다. 치운 다음 다시 누르세요.',
      framed: '이 페이지가 다른 사이트 안에 표시되어 있습니다. 따로 열어서 결정하세요.',
    },
    siblings: {
      chosen: '“{decision}”을(를) 선택했습니다. 아직 바꿀 수 있습니다.',
      together: '이 {count}건은 마지막 결정과 함께 전송됩니다. {left}건 남음.',
      last: '누르면 결정 {count}건이 모두 전송됩니다.',
      stop: '작업을 중지하려면 모두 거부하세요.',
      voids: '하나를 거부하면 승인한 것도 실행되지 않습니다.',
      rejects_other: '이 요청을 거부하면 다른 요청도 거부됩니다.',
      rejects_others: '이 요청을 거부하면 나머지 {count}건도 거부됩니다.',
    },
    failure: {
      unknown: {
        approved: '승인을 보냈지만 아직 응답이 없습니다. 실행되었을 수 있습니다. 다시 시도해도 안전합니다.',
        rejected: '거부를 보냈지만 아직 응답이 없습니다. 적용되었을 수 있습니다. 다시 시도해도 안전합니다.',
        answered:
          '답변을 보냈지만 아직 아무것도 돌아오지 않았습니다. 도착했을 수 있습니다. 다시 시도해도 안전합니다.',
      },
      in_progress:
        '다른 탭에서 결정하는 중입니다. 여기서는 아무것도 전송되지 않았습니다. 그 탭을 보거나 결과를 기다리세요.',
      forbidden: {
        approved: '이 요청을 승인할 권한이 없습니다. 아무것도 실행되지 않았습니다.',
        rejected: '이 요청을 거부할 권한이 없습니다. 아무것도 실행되지 않았습니다.',
        answered: '이 질문에 답변할 권한이 없습니다. 아무것도 실행되지 않았습니다.',
      },
      causes: {
        offline: '오프라인 상태입니다.',
        unauthenticated: '로그아웃되었습니다.',
        forbidden: '이 내용을 볼 권한이 없습니다.',
        not_found: '서버가 이 요청을 알지 못합니다.',
        invalid: '서버가 이 결정을 받을 수 없었습니다.',
        rate_limited: '서버가 속도를 늦춰 달라고 합니다.',
        timeout: '제때 확인되지 않았습니다.',
        protocol: '서버의 응답을 읽을 수 없습니다.',
        unsupported: '서버가 이 작업을 할 수 없습니다.',
        other: '서버가 계속할 수 없었습니다.',
      },
      ran: {
        offline: '결정이 전송되지 않았습니다.',
        answered: '답변이 접수되지 않았습니다.',
        no: '아무것도 실행되지 않았습니다.',
      },
      next: '다시 시도하세요.',
    },
    receipt: {
      own: {
        approved: '내가 {tool} 승인함, {time}.',
        rejected: '내가 {tool} 거부함, {time}.',
        answered: '내가 {tool} 대신 답변함, {time}.',
      },
      other: {
        approved: '{who} 님이 {tool} 승인함, {time}.',
        rejected: '{who} 님이 {tool} 거부함, {time}.',
        answered: '{who} 님이 {tool} 대신 답변함, {time}.',
      },
      somebody: '다른 사람',
      rule: '규칙({rule})',
      rules: { mode: '“묻지 않음” 모드', remembered: '{name}: 이전에 허용됨', rule: '{name}: 목록에 있음' },
      it: '도구',
      expired: '{tool} 요청이 {time}에 만료되었습니다. 실행되지 않았습니다.',
      withdrawn: '{assistant}에 더 이상 {tool}이(가) 필요하지 않습니다. 실행되지 않았습니다.',
      tool: { agent: '{tool}({agent}용)', own_edits: '{tool}(내 수정 포함)', edits: '{tool}(수정 포함)' },
      failed: '실패했습니다.',
      failed_with: '실패했습니다: {message}',
      not_run: '실행되지 않았습니다.',
      note: '메모: “{note}”',
      question: {
        expired: '{question} 질문이 {time}에 만료되었습니다. 답변되지 않았습니다.',
        withdrawn: '{assistant}에 더 이상 {question}에 대한 답변이 필요하지 않습니다.',
        own: {
          rejected: '내가 {question}에서 작업을 중지함, {time}.',
          rejected_continue:
            '내가 {question}에 답변하지 않음, {time}. {assistant}이(가) 답변 없이 계속합니다.',
          answered: '내가 {question}에 답변함, {time}.',
          agreed: '내가 {question}에 동의함, {time}.',
        },
        other: {
          rejected: '{who} 님이 {question}에서 작업을 중지함, {time}.',
          rejected_continue:
            '{who} 님이 {question}에 답변하지 않음, {time}. {assistant}이(가) 답변 없이 계속합니다.',
          answered: '{who} 님이 {question}에 답변함, {time}.',
          agreed: '{who} 님이 {question}에 동의함, {time}.',
        },
      },
    },
    notStarted: {
      approved: '승인했지만 {assistant}이(가) 시작하지 않았습니다.',
      rejected: '거부했지만 {assistant}이(가) 시작하지 않았습니다.',
      answered: '답변했지만 {assistant}이(가) 시작하지 않았습니다.',
    },
    settled: {
      approved: '승인했습니다.',
      approved_many: '{count}건을 승인했습니다.',
      rejected: '거부했습니다.',
      rejected_many: '{count}건을 거부했습니다.',
      answered: '답변했습니다.',
      stopped: '작업이 중지되었습니다.',
      continues: '{assistant}이(가) 계속합니다.',
      left: '{left}건 남았습니다.',
      none_left: '남은 승인이 없습니다.',
    },
    arrived: {
      approval: '승인 필요: {tool}.',
      answer: '답변 필요: {question}',
      approvals: { other: '승인 #건 필요.' },
      decisions: { other: '결정 #건 필요.' },
    },
    waitingFor: '{host} 대기 중',
    openAgain: '다시 열기',
    edit: '승인 전에 수정',
    discardEdits: '변경 취소',
    showEdits: '수정 내용 표시',
    keepEdits: '내 수정 유지',
    keepAnswer: '내 답변 유지',
    notJson: '아직 JSON이 아닙니다.',
    copyDetails: '세부 정보 복사',
    shortcuts: '키보드 단축키',
    copied: { yes: '복사했습니다.', no: '복사할 수 없었습니다.' },
    later: '나중에 결정',
    laterHint: '요청은 계속 대기합니다. 아무것도 결정되지 않습니다.',
    needsAnswer: '답변 대기: {tool}',
    open: '열기',
    dismiss: '숨기기',
    dismissAll: '모두 숨기기',
    show: '표시',
    showLess: '간단히 표시',
    before: '이전',
    now: '현재',
    hideChanges: '차이 숨기기',
    showChanges: '차이 표시',
    hiddenShown: '숨긴 값이 표시되어 있습니다.',
    hideAgain: '다시 숨기기',
    expiring: {
      minute: '{tool} 요청이 1분 후에 만료됩니다.',
      seconds: '{tool} 요청이 20초 후에 만료됩니다.',
    },
    notExplained: '미리보기를 표시할 수 없었습니다. 요청은 바뀌지 않았습니다.',
    notShown:
      '대기 중인 요청을 여기에 표시할 수 없습니다. 아무것도 전송되지 않았습니다. 페이지를 새로 고쳐 다시 시도하세요.',
    notLoaded: '일부를 불러올 수 없었습니다. 없이도 계속할 수 있습니다.',
    stopFailed: {
      no: '작업이 중지되지 않았습니다. 다시 시도하세요.',
      unknown: '아직 응답이 없습니다. 작업이 계속될 수 있습니다. 다시 시도하세요.',
    },
    keepOpenFailed: '아직 시간이 늘어나지 않았습니다. 다시 시도하세요.',
    ended: {
      done: '{assistant} 작업이 끝났습니다.',
      interrupted: '작업이 중지되었습니다.',
      error: '{assistant} 작업이 실패했습니다.',
    },
    conversationFailure: {
      not_found: '이 대화는 존재하지 않습니다.',
      other: '서버에 연결할 수 없습니다.',
      stale: '표시된 내용이 오래되었을 수 있습니다.',
    },
    changed: '이 요청이 바뀌었습니다. 아무것도 전송되지 않았습니다. 다시 읽은 다음 결정하세요.',
    earlier: '이전 결정이 아직 도착할 수 있습니다. 그때까지 다시 결정할 수 있습니다.',
    elsewhere: '다른 탭에서 결정하는 중…',
    decided: {
      approved: '승인 {count}건',
      answered: '답변 {count}건',
      rejected: '거부 {count}건',
      expired: '만료 {count}건',
      withdrawn: '철회 {count}건',
    },
    hosts: {
      check: '다음 주소를 확인하세요: {list}.',
      is: '{host}: {address}',
      nowhere: '{host}: 연결되는 곳 없음',
    },
    andMore: '{list} 외 {count}개',
    flaws: {
      repeated_name: '두 번 이상 지정됨: {places}. 도구가 어느 값이든 사용할 수 있습니다.',
      special_name: '도구가 {places}을(를) 무시할 수 있습니다.',
      inexact_number: '도구가 다음 숫자를 다르게 읽을 수 있습니다: {places}.',
      broken_character: '도구가 바꿀 수 있는 불완전한 문자가 있습니다: {places}.',
    },
  }),
  editor: {
    edited: (all) => (all === 0 ? '아직 수정한 내용 없음' : count(all, { other: '값 #개를 수정함' })),
    undo: '내 변경 되돌리기',
    views: '수정 방식',
    view: { form: '양식', code: '코드' },
    was: '이전:',
    added: '내가 추가함',
    boolean: { true: '예', false: '아니요' },
    add: (name) => `${name ?? '항목'} 추가`,
    remove: (name) => `${name} 제거`,
    item: (at) => `${number(at)}번`,
    choose: '선택…',
    other: '다른 값',
    invisible: (all) => `보이지 않는 문자: ${number(all)}개.`,
    notJson: (line) => `아직 JSON이 아닙니다. ${number(line)}번째 줄을 확인하세요.`,
    notNumber: '1.5와 같은 숫자를 적으세요.',
    codeOnly: '양식에 표시할 수 없습니다. 코드를 수정하세요.',
    refused: /* @__PURE__ */ refusedBy({
      type: (types) => `${types.join(' 또는 ')}을(를) 적으세요.`,
      types: {
        string: '텍스트',
        integer: '정수',
        number: '숫자',
        boolean: '참 또는 거짓',
        array: '목록',
        object: '객체',
      },
      format: '#처럼 적으세요.',
      required: '입력하세요.',
      enum: choose,
      const: choose,
      minLength: '너무 짧음: #자 이상.',
      maxLength: '너무 긺: #자 이하.',
      minimum: '너무 작음: # 이상.',
      maximum: '너무 큼: # 이하.',
      exclusiveMinimum: '너무 작음: # 초과.',
      exclusiveMaximum: '너무 큼: # 미만.',
      multipleOf: '#의 배수를 적으세요.',
      minItems: '너무 적음: #개 이상.',
      maxItems: '너무 많음: #개 이하.',
      uniqueItems: '같은 값이 두 개 있습니다.',
      pattern: '#에 맞는 텍스트를 적으세요',
      other: '도구가 이 값을 받지 않습니다.',
    }),
  },
  history: {
    heading: '이전 결정',
    empty: '아직 결정된 것이 없습니다.',
    status: {
      approved: '승인됨',
      rejected: '거부됨',
      rejected_continue: '거부됨',
      answered: '대신 답변함',
      expired: '만료됨',
      withdrawn: '더 이상 필요 없음',
    },
    effect: {
      approved: '',
      rejected: '실행되지 않았고 작업이 중지되었습니다.',
      rejected_continue: notRun,
      answered: notRun,
      expired: notRun,
      withdrawn: notRun,
    },
    question: {
      approved: '답변됨',
      rejected: '답변하지 않음',
      rejected_continue: '답변하지 않음',
      answered: '답변됨',
      expired: '답변 없이 만료됨',
      withdrawn: '더 이상 묻지 않음',
    },
    by: ({ by, automatic }, status, own) => {
      if (status === 'expired' || status === 'withdrawn') return undefined
      if (automatic) return `${rules[automatic.by]}${automatic.name ? ` (${automatic.name})` : ''}`
      if (by?.name) return by.name
      return own ? '나' : '다른 사람'
    },
    at: dateAndTime,
    remember: {
      operation: '이 작업에서 기억했습니다.',
      session: '이 채팅에서 기억했습니다.',
      always: '그 이후로 기억했습니다.',
    },
    result: ({ ok, message }) => `${ok ? '실행됨' : '실패함'}${message ? `: ${message}` : '.'}`,
    texts: {
      reason: '이유',
      note: '메모',
      answer: '답변',
      arguments: '인수',
      asked: '요청된 인수',
      ran: '실행된 인수',
    },
    details: { show: '인수 표시', hide: '인수 숨기기' },
    earlier: '이전 항목 표시',
    reading: '읽는 중…',
    noEarlier: (kept) => `최근 ${kept}개만 보관됩니다.`,
    copy: 'JSON으로 복사',
  },
  list: {
    heading: (all) => count(all, { other: '승인 #건 필요' }),
    back: '뒤로',
    open: (tool) => `${tool} 열기`,
    tick: (tool, target) => `함께 결정: ${[tool, target].filter(Boolean).join(', ')}`,
    tickAll: (all) => `비슷한 ${number(all)}건 모두 선택`,
    leftOut: {
      destructive: '삭제하거나 덮어쓸 수 있음. 따로 검토',
      separate: '따로 검토',
      new: '방금 도착함',
      not_seen: '아직 다 읽지 않음. 먼저 열기',
      other_tool: '다른 도구',
      other_task: '다른 작업',
    },
    ticked: '선택됨',
    deciding: '결정하는 중…',
    none: '비슷한 요청을 선택하면 함께 결정할 수 있습니다. 버튼을 누르기 전에는 아무것도 결정되지 않습니다.',
    covered: (targets, left) =>
      `${number(targets.length)}건 선택됨: ${list(targets)}. ${left === 0 ? '대기 중인 다른 요청이 없습니다.' : count(left, { other: '다른 #건이 아직 대기 중입니다.' })}`,
    decide: {
      approved: (all) => `이 ${number(all)}건 승인`,
      answered: (all) => `이 ${number(all)}건에 답변`,
      rejected: (all) => `이 ${number(all)}건 거부하고 중지`,
      rejected_continue: (all) => `이 ${number(all)}건 거부`,
    },
  },
  remember: {
    tool: (name, server) => (server === undefined ? name : `${name}(${server})`),
    once: '이번만',
    onceHint: '다음에는 다시 묻습니다.',
    scope: {
      operation: (tool) => `이 작업의 모든 ${tool}`,
      session: (tool) => `이 채팅의 모든 ${tool}`,
      always: (tool) => `${tool} 항상 허용`,
    },
    anyArguments: '어떤 인수든.',
    undo: { operation: '작업과 함께 끝납니다.', session: undo, always: undo },
    grant: {
      operation: (tool) => `이 작업의 모든 ${tool}도 어떤 인수든 허용합니다.`,
      session: (tool) => `이 채팅의 모든 ${tool}도 어떤 인수든 허용합니다.`,
      always: (tool) => `앞으로 모든 ${tool}도 어떤 인수든 허용합니다.`,
    },
    changeToOnce: '이번만으로 변경',
  },
  settings: {
    heading: '언제 물어볼지',
    scope: {
      conversation: '이 채팅에 적용.',
      user: '내 모든 채팅에 적용.',
      workspace: '이 작업 공간의 모든 사람에게 적용.',
    },
    mode: { ...modes, auto_run: '묻지 않음' },
    hint: {
      ask: (assistant) => `${assistant}은(는) 승인 없이 아무것도 실행하지 않습니다.`,
      allow_list: (assistant) => `${assistant}은(는) 아래 도구를 어떤 인수든 묻지 않고 실행합니다.`,
      auto_run: (assistant) => `${assistant}은(는) 모든 도구를 어떤 인수든 묻지 않고 실행합니다.`,
    },
    confirm: {
      ask: () => '',
      allow_list: (assistant) => `이제 ${assistant}이(가) 목록의 도구를 묻지 않고 실행합니다.`,
      auto_run: (assistant) => `이제 ${assistant}이(가) 모든 도구를 묻지 않고 실행합니다.`,
    },
    waitsOn: '이미 대기 중인 것은 계속 대기합니다.',
    change: { ...modes, auto_run: '앞으로 묻지 않음' },
    cancel: '취소',
    list: '묻지 않고 허용',
    empty: '아직 도구가 없습니다. 승인 옆의 “한 번”을 열어 추가하세요.',
    unused: '“내 목록에 없으면 묻기”에서만 쓰입니다.',
    tool: (name, server) => (server === undefined ? name : `${name}(${server})`),
    added: (at) => `${dateAndTime(at)}부터`,
    remove: '제거',
    viewOnly: '변경할 수 없습니다.',
    changed: '변경했습니다.',
    stale: '그 사이 다른 곳에서 변경되어 지금은 아무것도 변경되지 않았습니다. 다시 읽은 다음 결정하세요.',
    failed: ({ applied, code }) =>
      code === 'forbidden'
        ? '변경할 권한이 없습니다. 아무것도 변경되지 않았습니다.'
        : applied === 'no'
          ? '아무것도 변경되지 않았습니다. 다시 시도하세요.'
          : '아직 응답이 없습니다. 변경되었을 수 있습니다. 위를 확인한 다음 다시 시도하세요.',
    unread: '설정을 읽을 수 없습니다.',
    reread: '다시 불러오기',
  },
  keys: {
    heading: '키보드 단축키',
    does: {
      jump: '이 요청으로 이동하고 돌아가기',
      approve: '승인 또는 작성한 내용 보내기',
      reject_continue: '거부하고 계속',
      reject: '거부하고 중지',
      edit: '승인 전에 수정',
      move: '이전 및 다음 요청(해당 버튼에서)',
      leave: '닫기 또는 뒤로. 아무것도 결정하지 않습니다.',
    },
    close: '닫기',
  },
  waiting: {
    waiting: (all, hasMore) => (hasMore ? `${number(all)}건 이상 대기 중` : `${number(all)}건 대기 중`),
    menu: '대기 중',
  },
}
