// Longer than 250 lines: every text that the language loads later, one after the other.
import { formatsOf } from '../formats.ts'
import { laterWordsOf } from '../laterWordsOf.ts'
import type { OnDemandWords } from '../onDemandWords.ts'
import { refusedBy } from '../refusedBy.ts'

const formats = /* @__PURE__ */ formatsOf('tr')
const { count, dateAndTime, list, number } = formats
const choose = 'Aracın kabul ettiği bir değer seçin.'
const undo = 'Bunu onay ayarlarında geri alabilirsiniz.'
const notRun = 'Çalıştırılmadı.'
const rules = { rule: 'bir kural', mode: 'onay modu', remembered: 'hatırlanan bir onay' }
const modes = { ask: 'Her seferinde sor', allow_list: 'Listemde yoksa sor' }

/** Turkish, loaded after the first render. */
export const more: OnDemandWords = {
  later: /* @__PURE__ */ laterWordsOf(formats, {
    gap: ' ',
    labels: {
      approved: 'Onayla',
      rejected: 'Reddet ve durdur',
      rejected_continue: 'Reddet ve devam et',
      answered: 'Yanıtla',
    },
    rejectWithNote: 'Reddet ve notu gönder',
    approveEdited: { one: '# değişiklikle onayla', other: '# değişiklikle onayla' },
    approveAnd: {
      operation: '{approve} ve bu görevde izin ver',
      session: '{approve} ve bu sohbette izin ver',
      always: '{approve} ve her zaman izin ver',
    },
    unasked: {
      operation: 'Artık bu görev bitene kadar sormadan çalışır.',
      session: 'Artık bu sohbette sormadan çalışır.',
      always: 'Artık her zaman sormadan çalışır.',
    },
    confirm: '{tool} bir şeyi silebilir veya üzerine yazabilir.',
    approveAnyway: 'Yine de onayla',
    cancel: 'İptal',
    deciding: {
      approved: 'Onaylanıyor…',
      rejected: 'Reddediliyor…',
      rejected_continue: 'Reddediliyor…',
      answered: 'Yanıtlanıyor…',
    },
    declining: 'Gönderiliyor…',
    stopping: 'Durduruluyor…',
    tryAgain: 'Yeniden dene',
    editRefused: 'Hiçbir şey gönderilmedi. {problem}',
    editChanged: 'Bu istek siz düzenlerken değişti. Hiçbir şey gönderilmedi. Neyin kalacağını seçin.',
    answerChanged: 'Soru siz yanıtlarken değişti. Hiçbir şey gönderilmedi. Yanıtınızı kontrol edin.',
    reasonMissing: 'Bir gerekçe yazın, sonra yeniden reddedin.',
    answerMissing: 'Önce bir yanıt yazın.',
    hiddenLost: 'Gizli bir değer artık bu istekte yok. Değişikliklerinizi atın.',
    refused: {
      first: {
        too_early: 'Çok erkendi. Yeniden basın.',
        moved: 'Düğme az önce kaydı. Hiçbir şey gönderilmedi. Yeniden basın.',
        changed: 'Bu istek az önce değişti. Hiçbir şey gönderilmedi. Kontrol edip yeniden basın.',
      },
      again: {
        too_early:
          'Hiçbir şey gönderilmedi. Basma, istek yarım saniyedir görünürken geçerlidir. Biraz bekleyip bir kez basın.',
        moved:
          'Düğme sürekli kaydığı için hiçbir şey gönderilmedi. Düğme durana kadar imleci sabit tutun, sonra bir kez basın. Ya da Tab ile gidip Enter’a basın.',
        changed:
          'Bu istek sürekli değiştiği için hiçbir şey gönderilmedi. Aynı kalmasını bekleyin, kontrol edin, sonra bir kez basın.',
      },
    },
    guard: {
      covered:
        'Bu sayfadaki bir şey isteğin üzerini kapatıyor. Hiçbir şey gönderilmedi. Onu kenara çekip yeniden basın.',
      framed: 'Bu sayfa başka bir sitenin içinde gösteriliyor. Karar vermek için ayrı açın.',
    },
    siblings: {
      chosen: '“{decision}” seçtiniz. Hâlâ değiştirebilirsiniz.',
      together: 'Bu {count} istek sonuncusuyla birlikte gönderilir. {left} kaldı.',
      last: 'Basışınız {count} kararın hepsini gönderir.',
      stop: 'Görevi durdurmak için hepsini reddedin.',
      voids: 'Birini reddederseniz onayladıklarınız da çalışmaz.',
      rejects_other: 'Bunu reddetmek diğerini de reddeder.',
      rejects_others: 'Bunu reddetmek diğer {count} isteği de reddeder.',
    },
    failure: {
      unknown: {
        approved:
          'Onayınız gönderildi ama henüz yanıt yok. Çalıştırılmış olabilir. Yeniden denemek güvenlidir.',
        rejected:
          'Reddiniz gönderildi ama henüz yanıt yok. Geçerli olmuş olabilir. Yeniden denemek güvenlidir.',
        answered:
          'Yanıtınız gönderildi ama henüz bir şey dönmedi. Ulaşmış olabilir. Yeniden denemek güvenlidir.',
      },
      in_progress:
        'Bu, başka bir sekmede karara bağlanıyor. Buradan hiçbir şey gönderilmedi. Oraya bakın veya sonucu bekleyin.',
      forbidden: {
        approved: 'Bunu onaylama izniniz yok. Hiçbir şey çalıştırılmadı.',
        rejected: 'Bunu reddetme izniniz yok. Hiçbir şey çalıştırılmadı.',
        answered: 'Bunu yanıtlama izniniz yok. Hiçbir şey çalıştırılmadı.',
      },
      causes: {
        offline: 'Çevrimdışısınız.',
        unauthenticated: 'Oturumunuz kapalı.',
        forbidden: 'Bunu görme izniniz yok.',
        not_found: 'Sunucu bu isteği tanımıyor.',
        invalid: 'Sunucu bu kararı alamadı.',
        rate_limited: 'Sunucu yavaşlamanızı istiyor.',
        timeout: 'Bu zamanında doğrulanmadı.',
        protocol: 'Sunucunun yanıtı okunamıyor.',
        unsupported: 'Sunucu bunu yapamıyor.',
        other: 'Sunucu devam edemedi.',
      },
      ran: {
        offline: 'Kararınız gönderilmedi.',
        answered: 'Yanıtınız alınmadı.',
        no: 'Hiçbir şey çalıştırılmadı.',
      },
      next: 'Yeniden deneyin.',
    },
    receipt: {
      own: {
        approved: '{tool} onaylandı, {time} (siz).',
        rejected: '{tool} reddedildi, {time} (siz).',
        answered: '{tool} yerine yanıt verildi, {time} (siz).',
      },
      other: {
        approved: '{tool} onaylandı, {time} ({who}).',
        rejected: '{tool} reddedildi, {time} ({who}).',
        answered: '{tool} yerine yanıt verildi, {time} ({who}).',
      },
      somebody: 'başka biri',
      rule: 'kural: {rule}',
      rules: { mode: '“Sorma” modu', remembered: '{name} için önceden izin verildi', rule: '{name} listede' },
      it: 'araç',
      expired: '{tool} isteğinin süresi {time} saatinde doldu. Çalıştırılmadı.',
      withdrawn: '{assistant} artık {tool} istemiyor. Çalıştırılmadı.',
      tool: {
        agent: '{tool} ({agent} için)',
        own_edits: '{tool} (değişikliklerinizle)',
        edits: '{tool} (değişikliklerle)',
      },
      failed: 'Başarısız oldu.',
      failed_with: 'Başarısız oldu: {message}',
      not_run: 'Çalıştırılmadı.',
      note: 'Not: “{note}”',
      question: {
        expired: '{question} sorusunun süresi {time} saatinde doldu. Yanıtlanmadı.',
        withdrawn: '{assistant} artık {question} için yanıt istemiyor.',
        own: {
          rejected: 'Görev {question} sorusunda durduruldu, {time} (siz).',
          rejected_continue: '{question} yanıtlanmadı, {time} (siz). {assistant} yanıt olmadan devam ediyor.',
          answered: '{question} yanıtlandı, {time} (siz).',
          agreed: '{question} kabul edildi, {time} (siz).',
        },
        other: {
          rejected: 'Görev {question} sorusunda durduruldu, {time} ({who}).',
          rejected_continue:
            '{question} yanıtlanmadı, {time} ({who}). {assistant} yanıt olmadan devam ediyor.',
          answered: '{question} yanıtlandı, {time} ({who}).',
          agreed: '{question} kabul edildi, {time} ({who}).',
        },
      },
    },
    notStarted: {
      approved: 'Onaylandı ama {assistant} başlamadı.',
      rejected: 'Reddedildi ama {assistant} başlamadı.',
      answered: 'Yanıtlandı ama {assistant} başlamadı.',
    },
    settled: {
      approved: 'Onaylandı.',
      approved_many: '{count} istek onaylandı.',
      rejected: 'Reddedildi.',
      rejected_many: '{count} istek reddedildi.',
      answered: 'Yanıtlandı.',
      stopped: 'Görev durdu.',
      continues: '{assistant} devam ediyor.',
      left: '{left} kaldı.',
      none_left: 'Onay bekleyen kalmadı.',
    },
    arrived: {
      approval: 'Onay gerekiyor: {tool}.',
      answer: 'Yanıt gerekiyor: {question}',
      approvals: { one: '# onay gerekiyor.', other: '# onay gerekiyor.' },
      decisions: { one: '# karar gerekiyor.', other: '# karar gerekiyor.' },
    },
    waitingFor: '{host} bekleniyor',
    openAgain: 'Yeniden aç',
    edit: 'Onaylamadan önce düzenle',
    discardEdits: 'Değişiklikleri at',
    showEdits: 'Düzenlemeleri göster',
    keepEdits: 'Değişikliklerim kalsın',
    keepAnswer: 'Yanıtım kalsın',
    notJson: 'Bu henüz JSON değil.',
    copyDetails: 'Ayrıntıları kopyala',
    shortcuts: 'Klavye kısayolları',
    copied: { yes: 'Kopyalandı.', no: 'Kopyalanamadı.' },
    later: 'Sonra karar ver',
    laterHint: 'İstek beklemeye devam eder. Hiçbir şey karara bağlanmaz.',
    needsAnswer: 'Yanıtınızı bekliyor: {tool}',
    open: 'Aç',
    dismiss: 'Gizle',
    dismissAll: 'Tümünü gizle',
    show: 'Göster',
    showLess: 'Daha az göster',
    before: 'Önce',
    now: 'Şimdi',
    hideChanges: 'Farkları gizle',
    showChanges: 'Farkları göster',
    hiddenShown: 'Gizli değerler gösteriliyor.',
    hideAgain: 'Yeniden gizle',
    expiring: {
      minute: '{tool} isteğinin süresi 1 dakika içinde doluyor.',
      seconds: '{tool} isteğinin süresi 20 saniye içinde doluyor.',
    },
    notExplained: 'Bu önizleme gösterilemedi. İstek değişmedi.',
    notShown:
      'Sizi bekleyen istekler burada gösterilemiyor. Hiçbir şey gönderilmedi. Yeniden denemek için sayfayı yenileyin.',
    notLoaded: 'Bunun bir parçası yüklenemedi. Onsuz devam edebilirsiniz.',
    stopFailed: {
      no: 'Görev durdurulmadı. Yeniden deneyin.',
      unknown: 'Henüz yanıt yok. Görev sürüyor olabilir. Yeniden deneyin.',
    },
    keepOpenFailed: 'Henüz ek süre yok. Yeniden deneyin.',
    ended: {
      done: '{assistant} bitirdi.',
      interrupted: 'Görev durdu.',
      error: '{assistant} başarısız oldu.',
    },
    conversationFailure: {
      not_found: 'Böyle bir konuşma yok.',
      other: 'Sunucuya ulaşılamıyor.',
      stale: 'Gördükleriniz güncel olmayabilir.',
    },
    changed: 'Bu istek değişti. Hiçbir şey gönderilmedi. Yeniden okuyun, sonra karar verin.',
    earlier: 'Önceki kararınız hâlâ ulaşabilir. O zamana kadar yeniden karar verebilirsiniz.',
    elsewhere: 'Başka bir sekmede karara bağlanıyor…',
    decided: {
      approved: '{count} onaylandı',
      answered: '{count} yanıtlandı',
      rejected: '{count} reddedildi',
      expired: '{count} süresi doldu',
      withdrawn: '{count} geri çekildi',
    },
    hosts: {
      check: 'Bu adresleri kontrol edin: {list}.',
      is: '{host} aslında {address}',
      nowhere: '{host} hiçbir yere götürmüyor',
    },
    andMore: '{list} ve {count} tane daha',
    flaws: {
      repeated_name: 'Birden fazla kez verildi: {places}. Araç değerlerden herhangi birini kullanabilir.',
      special_name: 'Araç şunu göz ardı edebilir: {places}.',
      inexact_number: 'Araç bu sayıları farklı okuyabilir: {places}.',
      broken_character: 'Aracın değiştirebileceği yarım bir karakter burada: {places}.',
    },
  }),
  editor: {
    edited: (all) =>
      all === 0
        ? 'Henüz bir şey düzenlenmedi'
        : count(all, { one: '# değeri siz düzenlediniz', other: '# değeri siz düzenlediniz' }),
    undo: 'Değişikliklerimi geri al',
    views: 'Düzenleme biçimi',
    view: { form: 'Form', code: 'Kod' },
    was: 'Önceki:',
    added: 'Siz eklediniz',
    boolean: { true: 'Evet', false: 'Hayır' },
    add: (name) => `${name ?? 'öğe'} ekle`,
    remove: (name) => `${name} kaldır`,
    item: (at) => `Numara ${number(at)}`,
    choose: 'Seç…',
    other: 'Başka bir şey',
    invisible: (all) => `İçindeki görünmez karakter sayısı: ${number(all)}.`,
    notJson: (line) => `Bu henüz JSON değil. ${number(line)}. satıra bakın.`,
    notNumber: '1.5 gibi bir sayı yazın.',
    codeOnly: 'Form bunu gösteremiyor. Kodu düzenleyin.',
    refused: /* @__PURE__ */ refusedBy({
      type: (types) => `Şunu yazın: ${types.join(' veya ')}.`,
      types: {
        string: 'metin',
        integer: 'tam sayı',
        number: 'sayı',
        boolean: 'doğru veya yanlış',
        array: 'liste',
        object: 'nesne',
      },
      format: 'Şöyle yazın: #.',
      required: 'Bu alanı doldurun.',
      enum: choose,
      const: choose,
      minLength: 'Çok kısa: # veya daha fazla karakter.',
      maxLength: 'Çok uzun: # veya daha az karakter.',
      minimum: 'Çok küçük: # veya daha fazla.',
      maximum: 'Çok büyük: # veya daha az.',
      exclusiveMinimum: 'Çok küçük: # üzerinde olmalı.',
      exclusiveMaximum: 'Çok büyük: # altında olmalı.',
      multipleOf: '# sayısının bir katını yazın.',
      minItems: 'Çok az: # veya daha fazla.',
      maxItems: 'Çok fazla: # veya daha az.',
      uniqueItems: 'İkisi aynı.',
      pattern: 'Şununla eşleşen bir metin yazın: #',
      other: 'Araç bunu kabul etmiyor.',
    }),
  },
  history: {
    heading: 'Önceki kararlar',
    empty: 'Henüz hiçbir karar verilmedi.',
    status: {
      approved: 'Onaylandı',
      rejected: 'Reddedildi',
      rejected_continue: 'Reddedildi',
      answered: 'Yerine yanıt verildi',
      expired: 'Süresi doldu',
      withdrawn: 'Artık gerekmiyor',
    },
    effect: {
      approved: '',
      rejected: 'Çalıştırılmadı ve görev durdu.',
      rejected_continue: notRun,
      answered: notRun,
      expired: notRun,
      withdrawn: notRun,
    },
    question: {
      approved: 'Yanıtlandı',
      rejected: 'Yanıtlanmadı',
      rejected_continue: 'Yanıtlanmadı',
      answered: 'Yanıtlandı',
      expired: 'Yanıtsız süresi doldu',
      withdrawn: 'Artık sorulmuyor',
    },
    by: ({ by, automatic }, status, own) => {
      if (status === 'expired' || status === 'withdrawn') return undefined
      if (automatic) return `${rules[automatic.by]}${automatic.name ? ` (${automatic.name})` : ''}`
      if (by?.name) return by.name
      return own ? 'siz' : 'başka biri'
    },
    at: dateAndTime,
    remember: {
      operation: 'Görev için hatırlandı.',
      session: 'Bu sohbette hatırlandı.',
      always: 'O andan itibaren hatırlandı.',
    },
    result: ({ ok, message }) => `${ok ? 'Çalıştı' : 'Başarısız oldu'}${message ? `: ${message}` : '.'}`,
    texts: {
      reason: 'Gerekçe',
      note: 'Not',
      answer: 'Yanıt',
      arguments: 'Bağımsız değişkenler',
      asked: 'İstenen bağımsız değişkenler',
      ran: 'Çalışan bağımsız değişkenler',
    },
    details: { show: 'Bağımsız değişkenleri göster', hide: 'Bağımsız değişkenleri gizle' },
    earlier: 'Öncekileri göster',
    reading: 'Okunuyor…',
    noEarlier: (kept) => `Yalnızca son ${kept} tanesi saklanır.`,
    copy: 'JSON olarak kopyala',
  },
  list: {
    heading: (all) => count(all, { one: '# onay gerekiyor', other: '# onay gerekiyor' }),
    back: 'Geri',
    open: (tool) => `${tool} aç`,
    tick: (tool, target) => `Birlikte karar ver: ${[tool, target].filter(Boolean).join(', ')}`,
    tickAll: (all) => `Benzer ${number(all)} isteğin hepsini işaretle`,
    leftOut: {
      destructive: 'Silebilir veya üzerine yazabilir. Ayrı inceleyin',
      separate: 'Ayrı inceleyin',
      new: 'Az önce geldi',
      not_seen: 'Henüz tamamı okunmadı. Önce açın',
      other_tool: 'Başka bir araç',
      other_task: 'Başka bir görevden',
    },
    ticked: 'İşaretli',
    deciding: 'Karar veriliyor…',
    none: 'Birlikte karar vermek için benzer istekleri işaretleyin. Siz bir düğmeye basmadan hiçbir karar verilmez.',
    covered: (targets, left) =>
      `${number(targets.length)} istek işaretli: ${list(targets)}. ${left === 0 ? 'Başka bekleyen yok.' : count(left, { one: 'Diğer # istek hâlâ sizi bekliyor.', other: 'Diğer # istek hâlâ sizi bekliyor.' })}`,
    decide: {
      approved: (all) => `Bu ${number(all)} isteği onayla`,
      answered: (all) => `Bu ${number(all)} isteği yanıtla`,
      rejected: (all) => `Bu ${number(all)} isteği reddet ve durdur`,
      rejected_continue: (all) => `Bu ${number(all)} isteği reddet`,
    },
  },
  remember: {
    tool: (name, server) => (server === undefined ? name : `${name} (${server})`),
    once: 'Yalnızca bu kez',
    onceHint: 'Bir dahaki sefere yeniden sorulur.',
    scope: {
      operation: (tool) => `Bu görevdeki her ${tool}`,
      session: (tool) => `Bu sohbetteki her ${tool}`,
      always: (tool) => `${tool} için her zaman izin ver`,
    },
    anyArguments: 'Her türlü bağımsız değişkenle.',
    undo: { operation: 'Görevle birlikte sona erer.', session: undo, always: undo },
    grant: {
      operation: (tool) => `Bu görevdeki her ${tool} için de izin verir, her türlü bağımsız değişkenle.`,
      session: (tool) => `Bu sohbetteki her ${tool} için de izin verir, her türlü bağımsız değişkenle.`,
      always: (tool) => `Bundan sonra her ${tool} için de izin verir, her türlü bağımsız değişkenle.`,
    },
    changeToOnce: 'Yalnızca bu kez yap',
  },
  settings: {
    heading: 'Ne zaman sorulsun',
    scope: {
      conversation: 'Bu sohbet için.',
      user: 'Tüm sohbetleriniz için.',
      workspace: 'Bu çalışma alanındaki herkes için.',
    },
    mode: { ...modes, auto_run: 'Sorma' },
    hint: {
      ask: (assistant) => `${assistant} onayınız olmadan hiçbir şey çalıştırmaz.`,
      allow_list: (assistant) =>
        `${assistant} aşağıdaki araçları sormadan çalıştırır, her türlü bağımsız değişkenle.`,
      auto_run: (assistant) => `${assistant} her aracı sormadan çalıştırır, her türlü bağımsız değişkenle.`,
    },
    confirm: {
      ask: () => '',
      allow_list: (assistant) => `Artık ${assistant} listedeki araçları sormadan çalıştırır.`,
      auto_run: (assistant) => `Artık ${assistant} her aracı sormadan çalıştırır.`,
    },
    waitsOn: 'Sizi zaten bekleyenler beklemeye devam eder.',
    change: { ...modes, auto_run: 'Artık sorma' },
    cancel: 'İptal',
    list: 'Sormadan izin verilenler',
    empty: 'Henüz araç yok. Eklemek için Onayla’nın yanındaki “Bir kez” seçeneğini açın.',
    unused: 'Yalnızca “Listemde yoksa sor” modunda kullanılır.',
    tool: (name, server) => (server === undefined ? name : `${name} (${server})`),
    added: (at) => `${dateAndTime(at)} tarihinden beri`,
    remove: 'Kaldır',
    viewOnly: 'Bunu değiştiremezsiniz.',
    changed: 'Değiştirildi.',
    stale:
      'Bu sırada başka yerde değiştirildi, bu yüzden şimdi hiçbir şey değişmedi. Yeniden okuyun, sonra karar verin.',
    failed: ({ applied, code }) =>
      code === 'forbidden'
        ? 'Bunu değiştirme izniniz yok. Hiçbir şey değişmedi.'
        : applied === 'no'
          ? 'Hiçbir şey değişmedi. Yeniden deneyin.'
          : 'Henüz yanıt yok. Değişmiş olabilir: yukarıya bakın, sonra yeniden deneyin.',
    unread: 'Bu ayarlar okunamıyor.',
    reread: 'Yeniden yükle',
  },
  keys: {
    heading: 'Klavye kısayolları',
    does: {
      jump: 'Bu isteğe git ve geri dön',
      approve: 'Onayla veya yazdığını gönder',
      reject_continue: 'Reddet ve devam et',
      reject: 'Reddet ve durdur',
      edit: 'Onaylamadan önce düzenle',
      move: 'Önceki ve sonraki istek, kendi düğmelerinde',
      leave: 'Kapat veya geri dön. Hiçbir karar vermez.',
    },
    close: 'Kapat',
  },
  waiting: {
    waiting: (all, hasMore) =>
      hasMore ? `${number(all)} veya daha fazla istek sizi bekliyor` : `${number(all)} istek sizi bekliyor`,
    menu: 'Sizi bekleyenler',
  },
}
