import { enArguments } from './enArguments.ts'
import { enBar } from './enBar.ts'
import { enDetails } from './enDetails.ts'
import type { Messages } from './messages.ts'

/** English. */
export const en: Messages = { ...enBar, ...enDetails, ...enArguments }
