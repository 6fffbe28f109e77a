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
  /** Of the editor of arguments and answers. */
  readonly editor: EditorWords
  /** Of `InterventionHistory`. */
  readonly history: HistoryWords
  /** Of the list of all that waits. */
  readonly list: ListWords
  /** Of the previews. */
  readonly previews: PreviewWords
  /** Of the menu of what an approval is remembered for. */
  readonly remember: RememberWords
  /** Of `ApprovalModeSelect`. */
  readonly settings: SettingsWords
  /** Of the list of key chords. */
  readonly keys: ShortcutWords
  /** Of `WaitingBadge`. */
  readonly waiting: WaitingWords
}
