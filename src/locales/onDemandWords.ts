import type { EditorWords } from './editorWords.ts'
import type { HistoryWords } from './historyWords.ts'
import type { ListWords } from './listWords.ts'
import type { PreviewWords } from './previewWords.ts'
import type { RememberWords } from './rememberWords.ts'
import type { SettingsWords } from './settingsWords.ts'
import type { ShortcutWords } from './shortcutWords.ts'
import type { LaterWords } from './laterWordsOf.ts'
import type { WaitingWords } from './waitingWords.ts'

/** The texts that a language loads after the first render: of presses and faults, and of the parts that not every page has. */
export interface OnDemandWords {
  readonly editor: EditorWords
  readonly history: HistoryWords
  readonly list: ListWords
  readonly previews: PreviewWords
  readonly remember: RememberWords
  readonly settings: SettingsWords
  readonly later: LaterWords
  readonly keys: ShortcutWords
  readonly waiting: WaitingWords
}
