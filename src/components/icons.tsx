import { type InterventionCall, questionOf } from '../model/intervention.ts'

const warning = 'M8 2.5 14 13H2ZM8 6.5v3M8 11.2v.1'

// Drawn on 16 x 16, in the colour of the text.
const paths = {
  mail: 'M2.5 4h11v8h-11zM2.5 4.5 8 8.8l5.5-4.3',
  terminal: 'm3 4.5 3.5 3.5L3 11.5M8.5 11.5H13',
  file: 'M4 2.5h5l3 3v8H4zM9 2.5v3h3',
  globe:
    'M8 2.2a5.8 5.8 0 1 0 0 11.6A5.8 5.8 0 0 0 8 2.2ZM2.2 8h11.6M8 2.2c4 3.7 4 7.9 0 11.6-4-3.7-4-7.9 0-11.6',
  tool: 'M9.8 6.2 3 13M13.3 4.3a3.3 3.3 0 1 1-1.6-1.6L9.9 4.5l.3 1.3 1.3.3Z',
  info: 'M8 2.2a5.8 5.8 0 1 0 0 11.6A5.8 5.8 0 0 0 8 2.2ZM8 7.5V11M8 5.1v.1',
  clock: 'M8 2.2a5.8 5.8 0 1 0 0 11.6A5.8 5.8 0 0 0 8 2.2ZM8 5v3.2L10 9.5',
  note: 'M2.5 3.5h11v7H7l-3 2.8v-2.8H2.5z',
  eye: 'M1.8 8C4.6 3.2 11.4 3.2 14.2 8 11.4 12.8 4.6 12.8 1.8 8ZM8 6.2a1.8 1.8 0 1 0 0 3.6 1.8 1.8 0 0 0 0-3.6',
  hidden: 'M1.8 8C4.6 3.2 11.4 3.2 14.2 8 11.4 12.8 4.6 12.8 1.8 8ZM3.5 13.5l9-11',
  more: 'M3.5 8h.1M8 8h.1M12.5 8h.1',
  previous: 'M9.5 4 5.5 8l4 4',
  next: 'm6.5 4 4 4-4 4',
  down: 'm4 6.5 4 4 4-4',
  check: 'm3 8.5 3.5 3.5L13 4.5',
  cross: 'm4 4 8 8M12 4l-8 8',
  list: 'M2.5 4.5h11M2.5 8h11M2.5 11.5h7',
  question:
    'M8 2.2a5.8 5.8 0 1 0 0 11.6A5.8 5.8 0 0 0 8 2.2ZM6.3 6.4C6.3 4 9.8 4 9.8 6.2 9.8 7.6 8 7.5 8 9M8 11.2v.1',
  lapsed: 'M8 2.2a5.8 5.8 0 1 0 0 11.6A5.8 5.8 0 0 0 8 2.2ZM4 4l8 8',
} as const

export type IconName = keyof typeof paths | 'warning'

export function Icon({ of }: { readonly of: IconName }): React.ReactElement {
  const path = of === 'warning' ? warning : paths[of]
  return <Drawing path={path} turns={of === 'previous' || of === 'next'} />
}

// A page with a single button loads no other icon.
export function WarningIcon(): React.ReactElement {
  return <Drawing path={warning} />
}

export function Drawing({
  path,
  turns = false,
}: {
  readonly path: string
  /** It points along the line, so that it turns with the direction of the text. */
  readonly turns?: boolean
}): React.ReactElement {
  return (
    <svg
      viewBox="0 0 16 16"
      width="16"
      height="16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      data-turns={turns ? '' : undefined}
    >
      <path d={path} />
    </svg>
  )
}

const kinds: readonly (readonly [RegExp, IconName])[] = [
  [/mail|message|invite|reply/i, 'mail'],
  [/command|shell|bash|exec|terminal|script/i, 'terminal'],
  [/file|write|edit|document|folder/i, 'file'],
  [/http|fetch|web|page|url|search|browse|publish/i, 'globe'],
]

/** A hint by the name of the tool; it carries no meaning of its own. */
export function iconOf(call: InterventionCall): IconName {
  const { tool } = call
  if (!tool || questionOf(call)) return 'question'
  return kinds.find(([kind]) => kind.test(tool.name))?.[1] ?? 'tool'
}
