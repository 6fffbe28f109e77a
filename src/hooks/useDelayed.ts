'use client'
import { useEffect, useState } from 'react'

/** True once `value` has been true for `ms`, so that short states are not shown. */
export function useDelayed(value: boolean, ms: number): boolean {
  const [isDue, setIsDue] = useState(false)
  useEffect(() => {
    if (!value) return
    const timer = setTimeout(() => setIsDue(true), ms)
    return () => {
      clearTimeout(timer)
      setIsDue(false)
    }
  }, [value, ms])
  return value && isDue
}
