// Labels as GitHub and Slack have them in Korean: "승인", "거부", "취소", "다시 시도".
import { formatsOf } from './formats.ts'
import { expiryWith, headingWith, hiddenWith, type Language, linesWith } from './language.ts'

const formats = /* @__PURE__ */ formatsOf('ko')
const { count } = formats

const characters = (all: number): string => count(all, { other: '#자 더' })

/** Korean. */
export const ko: Language = {
  locale: 'ko',
  direction: 'ltr',
  reviewedBy: null,
  onDemand: () => import('./more/ko.ts').then((all) => all.more),
  assistant: '어시스턴트',
  verb: () => undefined,
  sentence: () => undefined,
  rejecting: {
    rejected: () => '중지: 작업이 끝납니다.',
    rejected_continue: (assistant) => `계속: ${assistant}에 알리고 작업을 이어 갑니다.`,
  },
  decisions: {
    approved: '승인',
    rejected: '거부하고 중지',
    rejected_continue: '거부하고 계속',
    answered: '답변',
  },
  argumentsNotTold: '백엔드가 어떤 인수로 실행할지 알려 주지 않아 승인할 수 없습니다.',
  answerForToolHint: (assistant) => `도구는 실행되지 않습니다. 대신 ${assistant}에 답변이 전달됩니다.`,
  openAndContinue: '열고 계속',
  decline: '답변 안 함',
  declineHint: (assistant) => `답변 안 함: ${assistant}이(가) 답변 없이 계속합니다.`,
  revealFirst: '승인하려면 숨긴 값 표시',
  showFirst: /* @__PURE__ */ linesWith('승인하려면 모두 열기', (lines) =>
    count(lines, { other: '승인하려면 #줄 모두 열기' }),
  ),
  actor: ({ name, relation, path: [path] }, assistant) =>
    relation === 'handoff' ? name : `${name}(${path ?? assistant} 요청)`,
  wants: (assistant) => [`${assistant}이(가) `, ' 실행을 요청합니다'],
  asks: (actor, question) =>
    question === undefined ? [`${actor}이(가) `, '질문합니다', ''] : [`${actor}의 질문: `, question, ''],
  answer: '내 답변',
  answerForTool: '도구 대신 답변',
  opens: ['', ' 주소를 새 탭에서 엽니다'],
  notOpened: '이 주소는 https가 아니므로 여기서 열 수 없습니다.',
  inOrder: (tool) => `먼저 ${tool}에 대해 결정하세요.`,
  source: (server) => `출처: ${server}`,
  agentReason: (agent) => `${agent}의 이유:`,
  unreadable: (all) =>
    count(all, { other: '읽을 수 없어 표시되지 않은 요청이 #개 있습니다. 실행되지 않았습니다.' }),
  heading: /* @__PURE__ */ headingWith(
    '활동',
    '승인 필요',
    '답변 필요',
    (all) => count(all, { other: '승인 #건 필요' }),
    (all) => count(all, { other: '답변 #건 필요' }),
    (all) => count(all, { other: '결정 #건 필요' }),
  ),
  pager: '대기 중인 요청',
  position: (at, total) => `요청 ${at}/${total}`,
  seeAll: '모두 보기',
  previous: '이전 요청',
  next: '다음 요청',
  showMore: '더 보기',
  overflow: '더 보기',
  risks: {
    destructive: '삭제하거나 덮어쓸 수 있음',
    outside: '외부 서비스 사용',
    read_only: '아무것도 바꾸지 않음',
    unknown: '영향을 알 수 없음',
  },
  riskClaim: '도구의 설명이며 확인되지 않음',
  howLong: '승인 유지 기간',
  scopes: { once: '한 번', operation: '이 작업', session: '이 채팅', always: '항상' },
  why: { agent: '어시스턴트의 이유:', policy: '정책:', unknown: '이유:' },
  stop: '작업 중지',
  reread: '다시 불러오기',
  reason: (assistant) => `${assistant}에 대신 할 일 알리기`,
  addNote: '메모 추가',
  approvalNote: {
    agent: (assistant) => `승인: ${assistant}이(가) 이 글을 읽습니다.`,
    record: (assistant) => `승인: 결정과 함께 보관됩니다. ${assistant}은(는) 읽지 않습니다.`,
    nobody: () => '승인: 입력한 글은 전송되지 않습니다.',
  },
  keepOpen: '시간 더 받기',
  more: characters,
  arguments: '인수',
  noArguments: '인수 없음.',
  revealHidden: '숨긴 값 표시',
  busy: {
    running: (assistant) => `${assistant} 작업 중…`,
    asking: () => '확인을 기다리는 중…',
    sending: () => '결정을 보내는 중…',
    not_taken: (assistant) => `${assistant}이(가) 받기를 기다리는 중입니다. 아무것도 실행되지 않았습니다.`,
    checking: () => '결정이 도착했는지 확인하는 중입니다. 아무것도 하지 않아도 됩니다.',
  },
  connection: {
    connecting: '실시간 아님. 연결 중…',
    stale: '실시간 아님. 표시된 내용이 오래되었을 수 있습니다.',
    stopped: '실시간 아님. 업데이트가 중지되었습니다.',
  },
  noPermission: (why) =>
    ['이 요청을 승인할 수 없습니다.', why, '요청은 계속 대기합니다.'].filter(Boolean).join(' '),
  expires: /* @__PURE__ */ expiryWith(
    formats,
    '결정할 시간이 지났습니다.',
    (time) => `${time} 남음`,
    (minutes) => `${minutes}분`,
    (time) => `${time}까지`,
    ', 그 후에는 실행되지 않음',
  ),
  showExactText: '정확한 텍스트 표시',
  showAsList: '목록으로 표시',
  showPreview: '미리보기 표시',
  showAll: /* @__PURE__ */ linesWith('모두 표시', (lines) => count(lines, { other: '#줄 모두 표시' })),
  hidden: /* @__PURE__ */ hiddenWith((lines) => count(lines, { other: '#줄 더' }), characters),
  hiddenArguments: (values) => count(values, { other: '값 #개 더' }),
  invisible: (all) => count(all, { other: '보이지 않는 문자 #개, ⟦U+…⟧로 표시됨.' }),
  hiddenValue: (value) =>
    `${count(value.characters, { other: '숨김, #자' })}${value.by === 'tool' ? ', 도구가 표시함' : ''}`,
  hiddenValues: ({ length }) => count(length, { other: '값 #개가 숨겨져 있습니다.' }),
}
