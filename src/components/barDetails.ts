export { en } from '../locales/en.ts'
export { ExplainedArguments } from './ExplainedArguments.tsx'
export { ExpiryWords } from './ExpiryWords.tsx'
export { LongWords } from './LongWords.tsx'
