export { resumeTopic } from './resumeTopic.ts'
export { stopTopic } from './stopTopic.ts'
