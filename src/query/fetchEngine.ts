import { fetchApart } from '../gateway/fetchApart.ts'
import type * as engine from './engine.ts'

/**
 * What follows a conversation and sends a decision. It is fetched apart from what is drawn: a page is drawn before either
 * can be of use.
 */
export const fetchEngine: () => Promise<typeof engine> = fetchApart(() => import('./engine.ts'))
