import { useEffect, useLayoutEffect as useReactLayoutEffect } from 'react'

/** React's own, but for servers: React 18 warns there of each layout effect. */
export const useLayoutEffect: typeof useReactLayoutEffect =
  typeof document === 'undefined' ? useEffect : useReactLayoutEffect
