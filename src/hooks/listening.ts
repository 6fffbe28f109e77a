export { createListening, type Listening } from '../gateway/listening.ts'
