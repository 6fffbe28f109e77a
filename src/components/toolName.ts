import { visibleText, wholeCharacter } from '../model/visibleText.ts'
import type { Tool } from '../model/intervention.ts'

/** What a tool is called in a sentence. */
export function toolName({ title, name }: Tool): string {
  return visibleText(title ?? name)
}

/** Nobody wants to hear a longer one, in characters. */
const longest = 60

/** What a tool is called in a sentence that is spoken. */
export function shortName(tool: Tool): string {
  const name = toolName(tool)
  return name.length > longest ? `${name.slice(0, wholeCharacter(name, longest))}…` : name
}
