'use client'
import { useMemo } from 'react'
import { Code } from './Code.tsx'
import { Facts, Notes, Shown } from './Facts.tsx'
import { notesOfStep } from './stepNotes.ts'
import { stepsOf } from './shellSteps.ts'

/** Props of `CommandPreview`. */
export interface CommandPreviewProps {
  /** The whole command, as the shell gets it. */
  readonly command: string
  /** The folder that it runs in. @default said to be unknown */
  readonly directory?: string | undefined
}

/**
 * A shell command: one step per line, with words beside the steps that may do harm.
 *
 * @example
 * <CommandPreview command="npm ci && npm test" directory="/srv/shop" />
 */
export function CommandPreview({ command, directory }: CommandPreviewProps): React.ReactElement {
  const steps = useMemo(() => stepsOf(command), [command])
  return (
    <>
      {directory !== undefined && <Facts of={[['directory', directory]]} />}
      <Code language="bash">
        {steps.map(({ at, text }) => (
          <span key={at} data-part="step">
            <span data-part="line_text">
              <Shown text={text} />
            </span>
            <Notes of={notesOfStep(text, directory)} />
          </span>
        ))}
      </Code>
      {directory === undefined && <Facts of={[['directory', null]]} />}
    </>
  )
}
