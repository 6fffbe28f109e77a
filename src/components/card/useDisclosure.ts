'use client'
import { startTransition, useMemo, useState } from 'react'

interface Shown {
  /** The person asked for all of the arguments. */
  readonly isRevealed: boolean
  /** The lines of the arguments; 0: not counted yet. */
  readonly lines: number
  /** The marks of what changed; `none`: nothing is marked. */
  readonly changes: 'none' | 'shown' | 'hidden'
}

/** The part of the arguments that is in view. */
export interface Disclosure extends Shown {
  /** Some of the text is left out. */
  readonly isElided: boolean
  readonly setElisions: React.Dispatch<React.SetStateAction<number>>
  readonly reveal: () => void
  readonly setLines: (lines: number) => void
  /** Tells that changes are marked, until the function it returns is called. */
  readonly markChanges: () => () => void
  readonly showChanges: (changes: 'shown' | 'hidden') => void
}

const blank: Shown = { isRevealed: false, lines: 0, changes: 'none' }

/** Begins anew with each text of the arguments. */
export function useDisclosure(argsText: string | null | undefined): Disclosure {
  const [elisions, setElisions] = useState(0)
  const [last, setLast] = useState({ argsText, shown: blank })
  const shown = last.argsText === argsText ? last.shown : blank
  const isElided = elisions > 0
  const actions = useMemo(() => {
    function change(next: (shown: Shown) => Partial<Shown>): void {
      setLast((now) => {
        const was = now.argsText === argsText ? now.shown : blank
        return { argsText, shown: { ...was, ...next(was) } }
      })
    }
    return {
      setElisions,
      // Drawing a long text takes time: the page stays responsive meanwhile.
      reveal: () => startTransition(() => change(() => ({ isRevealed: true }))),
      setLines: (lines: number) => change(() => ({ lines })),
      markChanges: () => {
        change(({ changes }) => (changes === 'none' ? { changes: 'shown' } : {}))
        return () => change(({ changes }) => (changes === 'shown' ? { changes: 'none' } : {}))
      },
      showChanges: (changes: 'shown' | 'hidden') => change(() => ({ changes })),
    }
  }, [argsText])
  return useMemo(() => ({ ...shown, isElided, ...actions }), [shown, isElided, actions])
}
