import { printTable } from '../support/printTable.ts'

/** The table of the backends that are installed only where somebody asks for them. */
export default printTable({
  command: 'npm run backends:optional',
  columns: ['route, Mastra', 'route, opencode'],
})
