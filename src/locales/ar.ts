// Labels as Google and Microsoft have them in Arabic: "موافقة", "رفض", "إلغاء", "إعادة المحاولة".
import { formatsOf } from './formats.ts'
import { expiryWith, headingWith, hiddenWith, type Language, linesWith } from './language.ts'

const formats = /* @__PURE__ */ formatsOf('ar')
const { count } = formats

const characters = (all: number): string =>
  count(all, {
    zero: 'لا أحرف أخرى',
    one: 'حرف آخر',
    two: 'حرفان آخران',
    few: '# أحرف أخرى',
    many: '# حرفًا آخر',
    other: '# حرف آخر',
  })

/** Arabic. */
export const ar: Language = {
  locale: 'ar',
  direction: 'rtl',
  reviewedBy: null,
  onDemand: () => import('./more/ar.ts').then((all) => all.more),
  assistant: 'المساعد',
  verb: () => undefined,
  sentence: () => undefined,
  rejecting: {
    rejected: () => 'إيقاف: تنتهي المهمة.',
    rejected_continue: (assistant) => `متابعة: يُبلَّغ ${assistant} ويواصل العمل.`,
  },
  decisions: {
    approved: 'موافقة',
    rejected: 'رفض وإيقاف',
    rejected_continue: 'رفض ومتابعة',
    answered: 'إجابة',
  },
  argumentsNotTold: 'لم يذكر الخادم الوسائط التي سيُشغَّل بها هذا، لذلك لا يمكن الموافقة عليه.',
  answerForToolHint: (assistant) => `لا تعمل الأداة. يتلقى ${assistant} إجابتك بدلًا منها.`,
  openAndContinue: 'فتح ومتابعة',
  decline: 'عدم الإجابة',
  declineHint: (assistant) => `عدم الإجابة: يواصل ${assistant} دون إجابة.`,
  revealFirst: 'إظهار القيم المخفية للموافقة',
  showFirst: /* @__PURE__ */ linesWith('فتح الكل للموافقة', (lines) =>
    count(lines, {
      zero: 'فتح # سطر للموافقة',
      one: 'فتح سطر واحد للموافقة',
      two: 'فتح السطرين للموافقة',
      few: 'فتح # أسطر للموافقة',
      many: 'فتح # سطرًا للموافقة',
      other: 'فتح # سطر للموافقة',
    }),
  ),
  actor: ({ name, relation, path: [path] }, assistant) =>
    relation === 'handoff' ? name : `${name} (لحساب ${path ?? assistant})`,
  wants: (assistant) => [`يريد ${assistant} تشغيل `, ''],
  asks: (actor, question) =>
    question === undefined ? [`${actor} `, 'يطرح سؤالًا', ''] : [`${actor} يسأل: `, question, ''],
  answer: 'إجابتك',
  answerForTool: 'الإجابة بدلًا من الأداة',
  opens: ['يفتح ', ' في علامة تبويب جديدة'],
  notOpened: 'لا يمكن فتح هذا العنوان من هنا لأنه ليس https.',
  inOrder: (tool) => `قرِّر بشأن ${tool} أولًا.`,
  source: (server) => `من ${server}`,
  agentReason: (agent) => `سبب ${agent}:`,
  unreadable: (all) =>
    count(all, {
      zero: 'لا طلبات غير مقروءة.',
      one: 'تعذرت قراءة طلب واحد فلم يُعرض. لم يُشغَّل.',
      two: 'تعذرت قراءة طلبين فلم يُعرضا. لم يُشغَّلا.',
      few: 'تعذرت قراءة # طلبات فلم تُعرض. لم تُشغَّل.',
      many: 'تعذرت قراءة # طلبًا فلم تُعرض. لم تُشغَّل.',
      other: 'تعذرت قراءة # طلب فلم تُعرض. لم تُشغَّل.',
    }),
  heading: /* @__PURE__ */ headingWith(
    'النشاط',
    'مطلوب موافقة',
    'مطلوب إجابة',
    (all) =>
      count(all, {
        zero: 'لا موافقات مطلوبة',
        one: 'مطلوب موافقة واحدة',
        two: 'مطلوب موافقتان',
        few: 'مطلوب # موافقات',
        many: 'مطلوب # موافقة',
        other: 'مطلوب # موافقة',
      }),
    (all) =>
      count(all, {
        zero: 'لا إجابات مطلوبة',
        one: 'مطلوب إجابة واحدة',
        two: 'مطلوب إجابتان',
        few: 'مطلوب # إجابات',
        many: 'مطلوب # إجابة',
        other: 'مطلوب # إجابة',
      }),
    (all) =>
      count(all, {
        zero: 'لا قرارات مطلوبة',
        one: 'مطلوب قرار واحد',
        two: 'مطلوب قراران',
        few: 'مطلوب # قرارات',
        many: 'مطلوب # قرارًا',
        other: 'مطلوب # قرار',
      }),
  ),
  pager: 'الطلبات المنتظرة',
  position: (at, total) => `الطلب ${at} من ${total}`,
  seeAll: 'عرض الكل',
  previous: 'الطلب السابق',
  next: 'الطلب التالي',
  showMore: 'المزيد',
  overflow: 'المزيد',
  risks: {
    destructive: 'قد يحذف أو يستبدل',
    outside: 'يستخدم خدمات خارجية',
    read_only: 'لا يغيّر شيئًا',
    unknown: 'الآثار غير معروفة',
  },
  riskClaim: 'حسب الأداة، لم يُتحقق منه',
  howLong: 'مدة الموافقة',
  scopes: { once: 'مرة واحدة', operation: 'هذه المهمة', session: 'هذه المحادثة', always: 'دائمًا' },
  why: { agent: 'سبب المساعد:', policy: 'السياسة:', unknown: 'السبب:' },
  stop: 'إيقاف المهمة',
  reread: 'إعادة التحميل',
  reason: (assistant) => `أخبر ${assistant} بما يفعله بدلًا من ذلك`,
  addNote: 'إضافة ملاحظة',
  approvalNote: {
    agent: (assistant) => `موافقة: يقرأ ${assistant} هذا.`,
    record: (assistant) => `موافقة: تُحفظ مع قرارك. لا يقرؤها ${assistant}.`,
    nobody: () => 'موافقة: لا تُرسل كلماتك.',
  },
  keepOpen: 'منحي وقتًا أطول',
  more: characters,
  arguments: 'الوسائط',
  noArguments: 'بلا وسائط.',
  revealHidden: 'إظهار القيم المخفية',
  busy: {
    running: (assistant) => `يعمل ${assistant}…`,
    asking: () => 'في انتظار التأكيد…',
    sending: () => 'جارٍ إرسال قرارك…',
    not_taken: (assistant) => `في انتظار أن يستلمه ${assistant}. لم يُشغَّل شيء.`,
    checking: () => 'يجري التحقق من وصول قرارك. لا يلزمك فعل شيء.',
  },
  connection: {
    connecting: 'غير مباشر. جارٍ الاتصال…',
    stale: 'غير مباشر. قد يكون ما تراه قديمًا.',
    stopped: 'غير مباشر. توقفت التحديثات.',
  },
  noPermission: (why) =>
    ['لا يمكنك الموافقة على هذا.', why, 'يبقى الطلب في الانتظار.'].filter(Boolean).join(' '),
  expires: /* @__PURE__ */ expiryWith(
    formats,
    'انتهى وقت اتخاذ القرار.',
    (time) => `بقي ${time}`,
    (minutes) => `${minutes} د`,
    (time) => `حتى ${time}`,
    '، ثم لن يُشغَّل',
  ),
  showExactText: 'إظهار النص الدقيق',
  showAsList: 'إظهار كقائمة',
  showPreview: 'إظهار المعاينة',
  showAll: /* @__PURE__ */ linesWith('إظهار الكل', (lines) =>
    count(lines, {
      zero: 'إظهار # سطر',
      one: 'إظهار سطر واحد',
      two: 'إظهار السطرين',
      few: 'إظهار # أسطر',
      many: 'إظهار # سطرًا',
      other: 'إظهار # سطر',
    }),
  ),
  hidden: /* @__PURE__ */ hiddenWith(
    (lines) =>
      count(lines, {
        zero: 'لا أسطر أخرى',
        one: 'سطر آخر',
        two: 'سطران آخران',
        few: '# أسطر أخرى',
        many: '# سطرًا آخر',
        other: '# سطر آخر',
      }),
    characters,
  ),
  hiddenArguments: (values) =>
    count(values, {
      zero: 'لا قيم أخرى',
      one: 'قيمة أخرى',
      two: 'قيمتان أخريان',
      few: '# قيم أخرى',
      many: '# قيمة أخرى',
      other: '# قيمة أخرى',
    }),
  invisible: (all) =>
    count(all, {
      zero: 'لا رموز غير مرئية.',
      one: 'رمز واحد غير مرئي، يظهر هكذا ⟦U+…⟧.',
      two: 'رمزان غير مرئيين، يظهران هكذا ⟦U+…⟧.',
      few: '# رموز غير مرئية، تظهر هكذا ⟦U+…⟧.',
      many: '# رمزًا غير مرئي، تظهر هكذا ⟦U+…⟧.',
      other: '# رمز غير مرئي، تظهر هكذا ⟦U+…⟧.',
    }),
  hiddenValue: (value) =>
    `${count(value.characters, { zero: 'مخفي، بلا أحرف', one: 'مخفي، حرف واحد', two: 'مخفي، حرفان', few: 'مخفي، # أحرف', many: 'مخفي، # حرفًا', other: 'مخفي، # حرف' })}${value.by === 'tool' ? '، علّمته الأداة' : ''}`,
  hiddenValues: ({ length }) =>
    count(length, {
      zero: 'لا قيم مخفية.',
      one: 'قيمة واحدة مخفية.',
      two: 'قيمتان مخفيتان.',
      few: '# قيم مخفية.',
      many: '# قيمة مخفية.',
      other: '# قيمة مخفية.',
    }),
}
