'use client'
import { type ComponentType, createElement, type ReactElement, useEffect, useState } from 'react'
import type { ChangedArgumentsProps } from './arguments/ChangedArguments.tsx'

/** Parts that are fetched when a call needs them. */
const parts = {
  ChangedArguments: (): Promise<ComponentType<ChangedArgumentsProps>> =>
    import('./arguments/ChangedArguments.tsx').then((all) => all.ChangedArguments),
}

type PropsOfPart = {
  readonly [Name in keyof typeof parts]: Awaited<ReturnType<(typeof parts)[Name]>> extends ComponentType<
    infer Props
  >
    ? Props
    : never
}

/** Draws a part. Until it is here, and if it cannot be had, its children stand in its place. */
export function OnDemand<Name extends keyof PropsOfPart>({
  part,
  children,
  ...props
}: { readonly part: Name; readonly children: ReactElement } & Omit<
  PropsOfPart[Name],
  'children'
>): ReactElement {
  const [loaded, setLoaded] = useState<ComponentType<PropsOfPart[Name]> | null>(null)
  useEffect(() => {
    let isLeft = false
    parts[part]().then(
      (component) => {
        if (!isLeft) setLoaded(() => component)
      },
      () => undefined,
    )
    return () => {
      isLeft = true
    }
  }, [part])
  // SAFETY: these are the part's props, without what stands in its place.
  return loaded ? createElement(loaded, props as unknown as PropsOfPart[Name], children) : children
}
