'use client'
import { Shown } from './Facts.tsx'

/** A step of a plan. */
export interface PlanStep {
  /** The step in words. */
  readonly text: string
  /** Its state, in the words of the agent. */
  readonly status?: string | undefined
}

/** Props of `PlanPreview`. */
export interface PlanPreviewProps {
  /** The steps, in their order. */
  readonly steps: readonly PlanStep[]
}

/**
 * A plan as a list of its steps.
 *
 * @example
 * <PlanPreview steps={[{ text: 'Read the rules', status: 'done' }, { text: 'Change the rate' }]} />
 */
export function PlanPreview({ steps }: PlanPreviewProps): React.ReactElement {
  return (
    <ol data-part="plan">
      {steps.map(({ text, status }, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- a step may be there twice.
        <li key={index}>
          <Shown text={text} />
          {status !== undefined && (
            <span data-part="step_status">
              <Shown text={status} />
            </span>
          )}
        </li>
      ))}
    </ol>
  )
}
