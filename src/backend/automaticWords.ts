/** Sentences that a framework writes itself around the name and the arguments of a call. */
const automatic: readonly RegExp[] = [
  // LangChain.
  /^Tool execution requires approval(\n\nTool: .*\nArgs: [^]*)?$/,
  // TanStack AI.
  /^Approval required to run \S+$/,
  /^Client tool \S+ is ready to run$/,
  // Strands, without the reason of a classifier.
  /^Approve "[^"]*"\?\n {2}Input: [^]*$/,
  // Google ADK.
  /^Please approve or reject the tool call \S+ by responding with a FunctionResponse\b[^]*$/,
]
/** Strands, with the reason of a classifier in the middle. */
const around = /^Approve "[^"]*" — ([^]*)\?\n {2}Input: [^]*$/

/** The words that somebody chose. Undefined: nobody did. */
export function saidIn(text: string): string | undefined {
  const chosen = around.exec(text)?.[1] ?? text
  const said = automatic.reduce((left, sentence) => left.replace(sentence, ''), chosen)
  return said.trim() === '' ? undefined : said
}
