export { ExplainedArguments } from './ExplainedArguments.tsx'
export { LongWords } from './LongWords.tsx'
