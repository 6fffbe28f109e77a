export interface ShellStep {
  readonly at: number
  readonly text: string
}

// Nobody reads more than this one by one.
const mostSteps = 200

const opening: Readonly<Record<string, string>> = { '(': ')', '{': '}' }

/**
 * The steps of a command, each with the operator and the blanks after it, so that together they are the whole text. One
 * step, where it is not certain where others begin.
 */
export function stepsOf(command: string): readonly ShellStep[] {
  const whole = [{ at: 0, text: command }]
  const starts = [0]
  const closers: string[] = []
  let quote = ''
  for (let at = 0; at < command.length; at += 1) {
    const character = command[at]!
    if (quote) {
      if (character === '\\' && quote !== "'") at += 1
      else if (character === quote.at(-1)) quote = ''
      continue
    }
    if (character === '\\') at += 1
    // A backslash escapes in this kind of text.
    else if (command.startsWith("$'", at)) {
      quote = "$'"
      at += 1
    } else if (character === '"' || character === "'" || character === '`') quote = character
    else if (command.startsWith('<<', at)) return whole
    else if (character === '#' && /^$|\s/.test(command[at - 1] ?? '')) {
      const end = command.indexOf('\n', at)
      at = (end === -1 ? command.length : end) - 1
    } else if (opening[character]) closers.push(opening[character])
    else if (character === closers.at(-1)) closers.pop()
    else if (closers.length === 0) {
      const [operator] = separator(command, at)
      if (!operator) continue
      at += operator.length - 1
      starts.push(at + 1)
    }
  }
  if (quote || closers.length > 0 || starts.length > mostSteps) return whole
  return starts
    .map((at, index) => ({ at, text: command.slice(at, starts[index + 1]) }))
    .filter(({ text }) => text !== '')
}

const operators = /(?:&&|\|\||;|\n|&(?![>&]))\s*/y

function separator(command: string, at: number): readonly (string | undefined)[] {
  // Part of a redirection.
  if (command[at] === '&' && command[at - 1] === '>') return []
  operators.lastIndex = at
  return operators.exec(command) ?? []
}
