import { visibleText, wholeCharacter } from '../model/visibleText.ts'
import type { Tool } from '../model/intervention.ts'

export function toolName({ title, name }: Tool): string {
  return visibleText(title ?? name)
}

const longestSpoken = 60

export function shortName(tool: Tool): string {
  const name = toolName(tool)
  return name.length > longestSpoken ? `${name.slice(0, wholeCharacter(name, longestSpoken))}…` : name
}
