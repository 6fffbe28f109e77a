'use client'
import { createContext, useContext, useLayoutEffect } from 'react'

/** Counts the pieces below that are out of sight. */
export const FoldContext: React.Context<React.Dispatch<React.SetStateAction<number>>> = createContext(
  (_change: React.SetStateAction<number>): void => undefined,
)

/** One piece that is out of sight, or is not. */
export function useFold(isFolded: boolean): void {
  const setFolds = useContext(FoldContext)
  useLayoutEffect(() => {
    if (!isFolded) return
    setFolds((folds) => folds + 1)
    return () => setFolds((folds) => folds - 1)
  }, [isFolded, setFolds])
}
