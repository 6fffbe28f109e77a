import type { EditorWords } from './editorWords.ts'
import type { HistoryWords } from './historyWords.ts'
import type { ListWords } from './listWords.ts'
import type { PreviewWords } from './previewWords.ts'
import type { RememberWords } from './rememberWords.ts'
import type { SettingsWords } from './settingsWords.ts'
import type { ShortcutWords } from './shortcutWords.ts'
import type { WaitingWords } from './waitingWords.ts'

/** The texts of the parts that not every page has. Those in English travel with their parts. */
export interface PartWords {
  readonly editor: EditorWords
  readonly history: HistoryWords
  readonly list: ListWords
  readonly previews: PreviewWords
  readonly remember: RememberWords
  readonly settings: SettingsWords
  readonly keys: ShortcutWords
  readonly waiting: WaitingWords
}
