'use client'
import { type RefObject, useEffect, useState } from 'react'
import type { ActiveCall } from '../../hooks/useBarView.ts'
import type { PendingIntervention } from '../../model/intervention.ts'
import { isHere } from '../onDemand.ts'

export interface Listed {
  readonly isListed: boolean
  readonly isListShown: boolean
  readonly openList: () => void
  readonly leaveList: () => void
  readonly ways: {
    readonly close: () => void
    readonly onDraw: () => void
    readonly open: (call: PendingIntervention) => void
  }
}

export function useListed(
  pending: readonly PendingIntervention[],
  active: ActiveCall,
  focusPager: () => void,
): Listed {
  const [list, setList] = useState<'closed' | 'loading' | 'open'>('closed')
  if (list !== 'closed' && pending.length < 2) setList('closed')
  const isListed = list !== 'closed' && pending.length > 1
  return {
    isListed,
    isListShown: isListed && list === 'open',
    // The card stays until the list is drawn in its place.
    openList: () => setList(isHere('List') ? 'open' : 'loading'),
    leaveList: () => setList('closed'),
    ways: {
      close: () => {
        focusPager()
        setList('closed')
      },
      onDraw: () => setList('open'),
      open: (call) => {
        active.show(call)
        setList('closed')
      },
    },
  }
}

// A link or a notification asks for a call: its card is opened.
export function useWanted(
  { takeWanted }: ActiveCall,
  heading: RefObject<HTMLElement | null>,
  back: () => void,
): void {
  useEffect(() => {
    if (!takeWanted) return
    takeWanted()
    back()
    const bar = heading.current?.closest('[data-part="bar"]')
    bar?.querySelector<HTMLElement>('[data-part="title"]')?.focus()
  })
}
