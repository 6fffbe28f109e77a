'use client'
import { forwardRef } from 'react'
import { OnDemand } from '../onDemand.ts'
import type { PartComponent, PropsOf } from '../part.tsx'
import { useIntervention } from './InterventionContext.ts'

/** Props of `Intervention.Grant`. */
export type GrantProps = PropsOf<'div'>

/**
 * Says what the approval also allows, while a wider scope is chosen in `Intervention.Remember`, with a button back to just
 * this call. Place it beside the decisions. Renders a `<div>`, or nothing.
 */
export const Grant: PartComponent<GrantProps, 'div'> = /* @__PURE__ */ forwardRef<HTMLDivElement, GrantProps>(
  function Grant(props, ref) {
    const { remember } = useIntervention()
    if (!remember) return null
    return (
      <OnDemand part="GrantLine" box={{ ...props, ref }}>
        <></>
      </OnDemand>
    )
  },
)
