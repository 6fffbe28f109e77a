import type { EditorWords } from './editorWords.ts'
import type { HistoryWords } from './historyWords.ts'
import type { ListWords } from './listWords.ts'
import type { RememberWords } from './rememberWords.ts'
import type { SettingsWords } from './settingsWords.ts'
import type { TroubleWords } from './troubleWordsOf.ts'
import type { WaitingWords } from './waitingWords.ts'

/** The texts for what goes wrong, and of the parts that not every page has. A language loads them after the first render. */
export interface OnDemandWords {
  readonly editor: EditorWords
  readonly history: HistoryWords
  readonly list: ListWords
  readonly remember: RememberWords
  readonly settings: SettingsWords
  readonly trouble: TroubleWords
  readonly waiting: WaitingWords
}
