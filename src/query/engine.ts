export { createFollowing } from './createFollowing.ts'
export { resumePress } from './resumePress.ts'
