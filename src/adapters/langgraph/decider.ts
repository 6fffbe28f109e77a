export { resumeThread } from './resumeThread.ts'
export { stopThread } from './stopThread.ts'
