'use client'
import { definePart, type PartComponent, type PropsOf } from '../part.tsx'
import { ExplainedArguments } from './ExplainedArguments.tsx'

/** Props of `Intervention.Arguments`. */
export type ArgumentsProps = PropsOf<'div'>

/**
 * Everything that would be executed, as inert text: one by one where it is a JSON object, and raw, byte for byte, one
 * press away; with what to beware of, and what changed since it was first shown. Renders a `<div>`.
 */
export const Arguments: PartComponent<ArgumentsProps, 'div'> = definePart('div', 'arguments', () => ({
  children: <ExplainedArguments />,
}))
