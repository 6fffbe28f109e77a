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
/** The text of Strands, which may contain the reason of a classifier. */
const around = /^Approve "[^"]*" — ([^]*)\?\n {2}Input: [^]*$/

/** Returns a reason that was written for this call; undefined: the text is automatic. */
export function saidIn(text: string): string | undefined {
  const chosen = around.exec(text)?.[1] ?? text
  const said = automatic.reduce((left, sentence) => left.replace(sentence, ''), chosen)
  return said.trim() === '' ? undefined : said
}
