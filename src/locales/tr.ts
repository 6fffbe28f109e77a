// Labels as Microsoft and Google have them in Turkish: "Onayla", "Reddet", "İptal", "Yeniden dene".
import { formatsOf } from './formats.ts'
import { expiryWith, headingWith, hiddenWith, type Language, linesWith } from './language.ts'

const formats = /* @__PURE__ */ formatsOf('tr')
const { count } = formats

const characters = (all: number): string => count(all, { one: '# karakter daha', other: '# karakter daha' })

/** Turkish. */
export const tr: Language = {
  locale: 'tr',
  direction: 'ltr',
  reviewedBy: null,
  onDemand: () => import('./more/tr.ts').then((all) => all.more),
  assistant: 'Asistan',
  verb: () => undefined,
  sentence: () => undefined,
  rejecting: {
    rejected: () => 'Durdur: görev sona erer.',
    rejected_continue: (assistant) => `Devam et: ${assistant} bilgilendirilir ve çalışmayı sürdürür.`,
  },
  decisions: {
    approved: 'Onayla',
    rejected: 'Reddet ve durdur',
    rejected_continue: 'Reddet ve devam et',
    answered: 'Yanıtla',
  },
  argumentsNotTold:
    'Sunucu bunun hangi bağımsız değişkenlerle çalışacağını bildirmedi, bu yüzden onaylanamaz.',
  answerForToolHint: (assistant) => `Araç çalışmaz. ${assistant} onun yerine yanıtınızı alır.`,
  openAndContinue: 'Aç ve devam et',
  decline: 'Yanıtlama',
  declineHint: (assistant) => `Yanıtlama: ${assistant} yanıt olmadan devam eder.`,
  revealFirst: 'Onaylamak için gizli değerleri göster',
  showFirst: /* @__PURE__ */ linesWith('Onaylamak için hepsini aç', (lines) =>
    count(lines, { one: 'Onaylamak için # satırı aç', other: 'Onaylamak için # satırın hepsini aç' }),
  ),
  actor: ({ name, relation, path: [path] }, assistant) =>
    relation === 'handoff' ? name : `${name} (${path ?? assistant} için)`,
  wants: (assistant) => [`${assistant} şunu çalıştırmak istiyor: `, ''],
  asks: (actor, question) =>
    question === undefined ? [`${actor} `, 'bir soru soruyor', ''] : [`${actor} soruyor: `, question, ''],
  answer: 'Yanıtınız',
  answerForTool: 'Aracın yerine yanıtla',
  opens: ['', ' adresini yeni sekmede açar'],
  notOpened: 'Bu adres https olmadığı için buradan açılamaz.',
  inOrder: (tool) => `Önce ${tool} için karar verin.`,
  source: (server) => `${server} sunucusundan`,
  agentReason: (agent) => `${agent} gerekçesi:`,
  unreadable: (all) =>
    count(all, {
      one: '# istek okunamadığı için gösterilmiyor. Çalıştırılmadı.',
      other: '# istek okunamadığı için gösterilmiyor. Çalıştırılmadı.',
    }),
  heading: /* @__PURE__ */ headingWith(
    'Etkinlik',
    'Onay gerekiyor',
    'Yanıt gerekiyor',
    (all) => count(all, { one: '# onay gerekiyor', other: '# onay gerekiyor' }),
    (all) => count(all, { one: '# yanıt gerekiyor', other: '# yanıt gerekiyor' }),
    (all) => count(all, { one: '# karar gerekiyor', other: '# karar gerekiyor' }),
  ),
  pager: 'Bekleyen istekler',
  position: (at, total) => `İstek ${at} / ${total}`,
  seeAll: 'Tümünü gör',
  previous: 'Önceki istek',
  next: 'Sonraki istek',
  showMore: 'Daha fazla',
  overflow: 'Diğer',
  risks: {
    destructive: 'Silebilir veya üzerine yazabilir',
    outside: 'Dış hizmetleri kullanır',
    read_only: 'Hiçbir şeyi değiştirmez',
    unknown: 'Etkileri bilinmiyor',
  },
  riskClaim: 'aracın beyanı, doğrulanmadı',
  howLong: 'Onayın süresi',
  scopes: { once: 'Bir kez', operation: 'Bu görev', session: 'Bu sohbet', always: 'Her zaman' },
  why: { agent: 'Asistanın gerekçesi:', policy: 'İlke:', unknown: 'Gerekçe:' },
  stop: 'Görevi durdur',
  reread: 'Yeniden yükle',
  reason: (assistant) => `${assistant} için ne yapılacağını yaz`,
  addNote: 'Not ekle',
  approvalNote: {
    agent: (assistant) => `Onayla: ${assistant} bunu okur.`,
    record: (assistant) => `Onayla: kararınızla birlikte saklanır. ${assistant} bunu okumaz.`,
    nobody: () => 'Onayla: yazdıklarınız gönderilmez.',
  },
  keepOpen: 'Daha fazla süre ver',
  more: characters,
  arguments: 'Bağımsız değişkenler',
  noArguments: 'Bağımsız değişken yok.',
  revealHidden: 'Gizli değerleri göster',
  busy: {
    running: (assistant) => `${assistant} çalışıyor…`,
    asking: () => 'Onay bekleniyor…',
    sending: () => 'Kararınız gönderiliyor…',
    not_taken: (assistant) => `${assistant} devralana kadar bekleniyor. Hiçbir şey çalıştırılmadı.`,
    checking: () => 'Kararınızın ulaşıp ulaşmadığı denetleniyor. Bir şey yapmanız gerekmiyor.',
  },
  connection: {
    connecting: 'Canlı değil. Bağlanıyor…',
    stale: 'Canlı değil. Gördükleriniz güncel olmayabilir.',
    stopped: 'Canlı değil. Güncellemeler durdu.',
  },
  noPermission: (why) =>
    ['Bunu onaylayamazsınız.', why, 'İstek beklemeye devam ediyor.'].filter(Boolean).join(' '),
  expires: /* @__PURE__ */ expiryWith(
    formats,
    'Karar süresi doldu.',
    (time) => `${time} kaldı`,
    (minutes) => `${minutes} dk`,
    (time) => `Son: ${time}`,
    ', sonra çalışmaz',
  ),
  showExactText: 'Tam metni göster',
  showAsList: 'Liste olarak göster',
  showPreview: 'Önizlemeyi göster',
  showAll: /* @__PURE__ */ linesWith('Tümünü göster', (lines) =>
    count(lines, { one: '# satırı göster', other: '# satırın tümünü göster' }),
  ),
  hidden: /* @__PURE__ */ hiddenWith(
    (lines) => count(lines, { one: '# satır daha', other: '# satır daha' }),
    characters,
  ),
  hiddenArguments: (values) => count(values, { one: '# değer daha', other: '# değer daha' }),
  invisible: (all) =>
    count(all, {
      one: '# görünmez karakter, ⟦U+…⟧ olarak gösterildi.',
      other: '# görünmez karakter, ⟦U+…⟧ olarak gösterildi.',
    }),
  hiddenValue: (value) =>
    `${count(value.characters, { one: 'gizli, # karakter', other: 'gizli, # karakter' })}${value.by === 'tool' ? ', araç tarafından işaretlendi' : ''}`,
  hiddenValues: ({ length }) => count(length, { one: '# değer gizli.', other: '# değer gizli.' }),
}
