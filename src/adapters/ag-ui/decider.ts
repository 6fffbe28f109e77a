export { decideInRun } from './decideInRun.ts'
export { runOverHttp } from './runOverHttp.ts'
export { runThroughAgent } from './runThroughAgent.ts'
