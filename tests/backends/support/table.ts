import { printTable } from './printTable.ts'

/** The table of all backends that `npm run backends` installs. */
export default printTable({
  command: 'npm run backends',
  columns: [
    'in-page',
    'AI SDK 7',
    'AI SDK 6',
    'LangGraph',
    'TanStack AI',
    'Strands',
    'LobeHub protocol',
    'LobeHub of April',
    'route, OpenAI Agents',
    'route, AI SDK 7',
  ],
})
