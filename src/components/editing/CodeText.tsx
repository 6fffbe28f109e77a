'use client'
import { editShown, shownJson } from '../../model/shownJson.ts'

// Props of `CodeText`.
export interface CodeTextProps extends Omit<
  React.ComponentPropsWithoutRef<'textarea'>,
  'value' | 'onChange'
> {
  // The JSON text.
  readonly text: string
  readonly onEdit: (text: string) => void
}

// A JSON text to edit, with hidden characters as escapes. Untouched text stays byte for byte.
export function CodeText({ text, onEdit, ...props }: CodeTextProps): React.ReactElement {
  return (
    <textarea
      data-part="code"
      dir="ltr"
      spellCheck={false}
      autoCapitalize="off"
      autoComplete="off"
      autoCorrect="off"
      {...props}
      value={shownJson(text)}
      onChange={(event) => onEdit(editShown(text, event.target.value))}
    />
  )
}
