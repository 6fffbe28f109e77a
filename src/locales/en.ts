import { enArguments } from './enArguments.ts'
import { enBar } from './enBar.ts'
import { enSentences } from './enSentences.ts'
import type { Messages } from './messages.ts'

/** English. */
export const en: Messages = { ...enBar, ...enSentences, ...enArguments }
