'use client'
import { type ComponentType, createElement, type ReactElement, useEffect, useState } from 'react'
import type { EditorProps } from '../editor/Editor.tsx'
import type { ChangedArgumentsProps } from './arguments/ChangedArguments.tsx'

interface PropsOfPart {
  readonly ChangedArguments: ChangedArgumentsProps
  readonly Editor: EditorProps
}

/** Parts that are fetched when a call needs them. */
const parts: { readonly [Name in keyof PropsOfPart]: () => Promise<ComponentType<PropsOfPart[Name]>> } = {
  ChangedArguments: () => import('./arguments/ChangedArguments.tsx').then((all) => all.ChangedArguments),
  Editor: () => import('../editor/Editor.tsx').then((all) => all.Editor),
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
  const [loaded, setLoaded] = useState<ComponentType<object> | null>(null)
  useEffect(() => {
    let isLeft = false
    parts[part]().then(
      (component) => {
        // SAFETY: it gets the props of this part.
        if (!isLeft) setLoaded(() => component as ComponentType<object>)
      },
      () => undefined,
    )
    return () => {
      isLeft = true
    }
  }, [part])
  return loaded ? createElement(loaded, props, children) : children
}
