// Labels as Google and Microsoft have them in Hebrew: "אישור", "דחייה", "ביטול", "ניסיון חוזר".
import { formatsOf } from './formats.ts'
import { expiryWith, headingWith, hiddenWith, type Language, linesWith } from './language.ts'

const formats = /* @__PURE__ */ formatsOf('he')
const { count } = formats

const characters = (all: number): string =>
  count(all, { one: 'עוד תו אחד', two: 'עוד שני תווים', other: 'עוד # תווים' })

/** Hebrew. */
export const he: Language = {
  locale: 'he',
  direction: 'rtl',
  reviewedBy: null,
  onDemand: () => import('./more/he.ts').then((all) => all.more),
  assistant: 'העוזר',
  verb: () => undefined,
  sentence: () => undefined,
  rejecting: {
    rejected: () => 'עצירה: המשימה מסתיימת.',
    rejected_continue: (assistant) => `המשך: ${assistant} יקבל הודעה וימשיך לעבוד.`,
  },
  decisions: {
    approved: 'אישור',
    rejected: 'דחייה ועצירה',
    rejected_continue: 'דחייה והמשך',
    answered: 'תשובה',
  },
  argumentsNotTold: 'השרת לא מסר עם אילו ארגומנטים זה יופעל, ולכן אי אפשר לאשר.',
  answerForToolHint: (assistant) => `הכלי לא יופעל. ${assistant} יקבל במקומו את תשובתך.`,
  openAndContinue: 'פתיחה והמשך',
  decline: 'בלי תשובה',
  declineHint: (assistant) => `בלי תשובה: ${assistant} ימשיך ללא תשובה.`,
  revealFirst: 'הצגת ערכים מוסתרים כדי לאשר',
  showFirst: /* @__PURE__ */ linesWith('פתיחת הכול כדי לאשר', (lines) =>
    count(lines, {
      one: 'פתיחת שורה אחת כדי לאשר',
      two: 'פתיחת שתי השורות כדי לאשר',
      other: 'פתיחת כל # השורות כדי לאשר',
    }),
  ),
  actor: ({ name, relation, path: [path] }, assistant) =>
    relation === 'handoff' ? name : `${name} (עבור ${path ?? assistant})`,
  wants: (assistant) => [`${assistant} רוצה להפעיל את `, ''],
  asks: (actor, question) =>
    question === undefined ? [`${actor} `, 'שואל שאלה', ''] : [`${actor} שואל: `, question, ''],
  answer: 'התשובה שלך',
  answerForTool: 'תשובה במקום הכלי',
  opens: ['פותח את ', ' בכרטיסייה חדשה'],
  notOpened: 'אי אפשר לפתוח את הכתובת הזאת מכאן, כי היא אינה https.',
  inOrder: (tool) => `יש להחליט קודם על ${tool}.`,
  source: (server) => `מאת ${server}`,
  agentReason: (agent) => `הסיבה של ${agent}:`,
  unreadable: (all) =>
    count(all, {
      one: 'לא ניתן לקרוא בקשה אחת, ולכן היא לא מוצגת. היא לא הופעלה.',
      two: 'לא ניתן לקרוא שתי בקשות, ולכן הן לא מוצגות. הן לא הופעלו.',
      other: 'לא ניתן לקרוא # בקשות, ולכן הן לא מוצגות. הן לא הופעלו.',
    }),
  heading: /* @__PURE__ */ headingWith(
    'פעילות',
    'נדרש אישור',
    'נדרשת תשובה',
    (all) => count(all, { one: 'נדרש אישור אחד', two: 'נדרשים שני אישורים', other: 'נדרשים # אישורים' }),
    (all) => count(all, { one: 'נדרשת תשובה אחת', two: 'נדרשות שתי תשובות', other: 'נדרשות # תשובות' }),
    (all) => count(all, { one: 'נדרשת החלטה אחת', two: 'נדרשות שתי החלטות', other: 'נדרשות # החלטות' }),
  ),
  pager: 'בקשות ממתינות',
  position: (at, total) => `בקשה ${at} מתוך ${total}`,
  seeAll: 'הצגת הכול',
  previous: 'הבקשה הקודמת',
  next: 'הבקשה הבאה',
  showMore: 'עוד',
  overflow: 'עוד',
  risks: {
    destructive: 'עלול למחוק או לדרוס',
    outside: 'משתמש בשירותים חיצוניים',
    read_only: 'לא משנה דבר',
    unknown: 'ההשפעות אינן ידועות',
  },
  riskClaim: 'לפי הכלי, לא נבדק',
  howLong: 'משך האישור',
  scopes: { once: 'פעם אחת', operation: 'המשימה הזאת', session: 'הצ׳אט הזה', always: 'תמיד' },
  why: { agent: 'הסיבה של העוזר:', policy: 'מדיניות:', unknown: 'סיבה:' },
  stop: 'עצירת המשימה',
  reread: 'טעינה מחדש',
  reason: (assistant) => `מה ${assistant} צריך לעשות במקום זה`,
  addNote: 'הוספת הערה',
  approvalNote: {
    agent: (assistant) => `אישור: ${assistant} קורא את זה.`,
    record: (assistant) => `אישור: נשמר עם ההחלטה שלך. ${assistant} לא קורא את זה.`,
    nobody: () => 'אישור: המילים שלך לא נשלחות.',
  },
  keepOpen: 'עוד זמן, בבקשה',
  more: characters,
  arguments: 'ארגומנטים',
  noArguments: 'אין ארגומנטים.',
  revealHidden: 'הצגת ערכים מוסתרים',
  busy: {
    running: (assistant) => `${assistant} עובד…`,
    asking: () => 'בהמתנה לאישור…',
    sending: () => 'ההחלטה שלך נשלחת…',
    not_taken: (assistant) => `בהמתנה עד ש${assistant} יקבל את זה. דבר לא הופעל.`,
    checking: () => 'נבדק אם ההחלטה שלך הגיעה. אין צורך לעשות דבר.',
  },
  connection: {
    connecting: 'לא בשידור חי. מתחבר…',
    stale: 'לא בשידור חי. ייתכן שמה שמוצג אינו עדכני.',
    stopped: 'לא בשידור חי. העדכונים נעצרו.',
  },
  noPermission: (why) => ['אי אפשר לאשר את זה.', why, 'הבקשה ממשיכה להמתין.'].filter(Boolean).join(' '),
  expires: /* @__PURE__ */ expiryWith(
    formats,
    'הזמן להחליט נגמר.',
    (time) => `נותרו ${time}`,
    (minutes) => `${minutes} דק׳`,
    (time) => `עד ${time}`,
    ', ואז זה לא יופעל',
  ),
  showExactText: 'הצגת הטקסט המדויק',
  showAsList: 'הצגה כרשימה',
  showPreview: 'הצגת תצוגה מקדימה',
  showAll: /* @__PURE__ */ linesWith('הצגת הכול', (lines) =>
    count(lines, { one: 'הצגת שורה אחת', two: 'הצגת שתי השורות', other: 'הצגת כל # השורות' }),
  ),
  hidden: /* @__PURE__ */ hiddenWith(
    (lines) => count(lines, { one: 'עוד שורה אחת', two: 'עוד שתי שורות', other: 'עוד # שורות' }),
    characters,
  ),
  hiddenArguments: (values) =>
    count(values, { one: 'עוד ערך אחד', two: 'עוד שני ערכים', other: 'עוד # ערכים' }),
  invisible: (all) =>
    count(all, {
      one: 'תו בלתי נראה אחד, מוצג כ־⟦U+…⟧.',
      two: 'שני תווים בלתי נראים, מוצגים כ־⟦U+…⟧.',
      other: '# תווים בלתי נראים, מוצגים כ־⟦U+…⟧.',
    }),
  hiddenValue: (value) =>
    `${count(value.characters, { one: 'מוסתר, תו אחד', two: 'מוסתר, שני תווים', other: 'מוסתר, # תווים' })}${value.by === 'tool' ? ', סומן על ידי הכלי' : ''}`,
  hiddenValues: ({ length }) =>
    count(length, { one: 'ערך אחד מוסתר.', two: 'שני ערכים מוסתרים.', other: '# ערכים מוסתרים.' }),
}
