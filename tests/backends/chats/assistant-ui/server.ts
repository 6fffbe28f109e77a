export { startServer } from '../ai-sdk/server.ts'
