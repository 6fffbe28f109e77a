'use client'
import { useEffect, useState } from 'react'

import type * as argumentDetails from './argumentDetails.ts'

type Details = typeof argumentDetails

let loaded: Details | undefined

/**
 * What explains arguments. It is fetched apart: undefined until it is here, `failed` where it cannot be had. Until then
 * the arguments are shown raw.
 */
export function useArgumentDetails(): readonly [Details | 'failed' | undefined, retry: () => void] {
  const [details, setDetails] = useState<Details | 'failed' | undefined>(loaded)
  useEffect(() => {
    if (details) return
    import('./argumentDetails.ts').then(
      (module) => setDetails((loaded = module)),
      () => setDetails('failed'),
    )
  }, [details])
  return [details, () => setDetails(undefined)]
}
