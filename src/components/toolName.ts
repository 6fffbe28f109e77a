import { visibleText } from '../internal/visibleText.ts'
import type { Tool } from '../model/intervention.ts'

/** What a tool is called in a sentence. */
export function toolName({ title, name }: Tool): string {
  return visibleText(title ?? name)
}
