'use client'
import { fetchedModule, useFetched } from '../internal/fetchedModule.ts'
import type * as barDetails from './barDetails.ts'

const details = fetchedModule(() => import('./barDetails.ts'))

/**
 * What a card can be decided without: it explains arguments, and says rare things in whole sentences. It is
 * fetched apart, from the first part on.
 */
export function useBarDetails(): typeof barDetails | 'failed' | undefined {
  return useFetched(details)
}

/** Asks for it once more, where it could not be had. */
export const retryBarDetails: () => void = details.fetch
