'use client'
import { useLayoutEffect } from 'react'
import { useIntervention } from '../card/InterventionContext.ts'

/** Lets the card know, before it is painted, that something of what would run is out of sight. */
export function useFolded(isFolded: boolean): void {
  const { setFolded } = useIntervention()
  useLayoutEffect(() => {
    setFolded(isFolded)
    return () => setFolded(false)
  }, [isFolded, setFolded])
}
