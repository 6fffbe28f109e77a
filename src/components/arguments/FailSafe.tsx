import { Component, type ReactNode } from 'react'

interface FailSafeProps {
  readonly fallback: ReactNode
  readonly children: ReactNode
}

/** Draws the fallback in the place of what cannot be drawn. */
export class FailSafe extends Component<FailSafeProps, { readonly hasFailed: boolean }> {
  static getDerivedStateFromError(): { readonly hasFailed: boolean } {
    return { hasFailed: true }
  }

  override state = { hasFailed: false }

  override render(): ReactNode {
    return this.state.hasFailed ? this.props.fallback : this.props.children
  }
}
