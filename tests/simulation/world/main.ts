export { serverKinds } from './server.ts'
export { play } from './run.ts'
export { offences } from './ledger.ts'
