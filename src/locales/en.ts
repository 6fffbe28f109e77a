import { enArguments } from './enArguments.ts'
import { enBar } from './enBar.ts'
import type { Messages } from './messages.ts'

/** English. */
export const en: Messages = { ...enBar, ...enArguments }
