'use client'
import {
  type MouseEvent,
  type ReactNode,
  useCallback,
  useEffect,
  useId,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react'
import { useGatewayContext } from '../../hooks/GatewayContext.ts'
import { PressAnswer } from '../guard/PressAnswer.tsx'
import { createPressGuard, type GuardOptions, unarmed } from '../guard/pressGuard.ts'
import { useDecisionWords } from '../words.ts'

export type SettingsGuardOptions = Partial<Pick<GuardOptions, 'arming' | 'frameAllowed' | 'trustedOnly'>>

export interface SettingsGuard {
  readonly isArmed: boolean
  readonly watch: (button: HTMLElement | null) => void
  readonly accepts: (event: MouseEvent<HTMLElement>) => boolean
  /** The answer to a press that did not count. Place it after the button. */
  readonly answer: ReactNode
}

/** The press guard of one button, outside of a card. `shown`: what a press would do; another one is armed anew. */
export function useSettingsGuard(shown: string, options: SettingsGuardOptions): SettingsGuard {
  const { arming, frameAllowed, trustedOnly } = options
  const { say } = useGatewayContext().announcer
  const words = useDecisionWords()
  const [guard] = useState(createPressGuard)
  const { isArmed } = useSyncExternalStore(guard.subscribe, guard.getState, () => unarmed)
  const [text, setText] = useState('')
  const button = useRef<HTMLElement | null>(null)
  const unwatch = useRef<() => void>(undefined)
  const id = useId()
  useEffect(
    () => guard.show({ revision: shown, text: undefined, arming, frameAllowed, trustedOnly }),
    [guard, shown, arming, frameAllowed, trustedOnly],
  )
  const watch = useCallback(
    (element: HTMLElement | null) => {
      button.current = element
      unwatch.current?.()
      unwatch.current = element ? guard.watch(element) : undefined
    },
    [guard],
  )
  return {
    isArmed,
    watch,
    accepts: ({ nativeEvent, currentTarget }) => {
      if (!guard.refuses(nativeEvent, currentTarget, shown)) return true
      const { reason = 'too_early', count = 1 } = guard.getState().refused ?? {}
      const isBlocked = reason === 'covered' || reason === 'framed'
      const refusal = isBlocked ? words.guard[reason] : words.refused({ reason, count })
      setText(refusal)
      say(refusal)
      return false
    },
    answer: text && <PressAnswer id={`${id}answer`} text={text} button={button} />,
  }
}
