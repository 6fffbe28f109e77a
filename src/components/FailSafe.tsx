'use client'
import { Component, type ReactNode } from 'react'
import { GatewayContext, useGatewayContext } from '../hooks/GatewayContext.ts'
import { decisionWords } from '../locales/decisionWords.ts'
import { isDevelopmentError } from '../model/developerErrors.ts'

interface FailSafeProps {
  /** The failed part is tried again when this changes. */
  readonly of: string | undefined
  readonly fallback: ReactNode
  readonly children: ReactNode
}

interface FailSafeState {
  readonly of: string | undefined
  readonly failed: { readonly error: unknown } | null
}

/** Draws the fallback if something in it throws. React reports the error. */
export class FailSafe extends Component<FailSafeProps, FailSafeState> {
  static getDerivedStateFromError(error: unknown): Partial<FailSafeState> {
    return { failed: { error } }
  }

  static getDerivedStateFromProps({ of }: FailSafeProps, last: FailSafeState): FailSafeState | null {
    return of === last.of ? null : { of, failed: null }
  }

  override state: FailSafeState = { of: this.props.of, failed: null }

  override render(): ReactNode {
    const { failed } = this.state
    if (!failed) return this.props.children
    // A fault in the set-up is for the developer, and nothing works with it.
    if (isDevelopmentError(failed.error)) throw failed.error
    return this.props.fallback
  }
}

/** The kit's own words, editor and previews, for the place of those of the host. */
export function PlainWords({ children }: { readonly children: ReactNode }): React.ReactElement {
  const context = useGatewayContext()
  return (
    <GatewayContext.Provider
      value={{ ...context, messages: undefined, editor: undefined, renderers: undefined }}
    >
      {children}
    </GatewayContext.Provider>
  )
}

/** Takes the place of what cannot even be drawn plainly. */
export function NotShown(): React.ReactElement {
  return (
    <p role="alert" data-part="not_shown">
      {decisionWords.notShown}
    </p>
  )
}
