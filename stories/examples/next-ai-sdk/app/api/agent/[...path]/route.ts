import { createClaims, createMemoryStore, createResumeRoute } from 'intervention-bar/server'
import { after } from 'next/server'
import { agent } from '../../../../lib/agent'

const route = createResumeRoute({
  // Use createPostgresStore or createRedisStore: this one forgets everything when the server restarts.
  claims: createClaims({ store: createMemoryStore() }),
  // Return the person of your session, or 'unauthenticated'.
  authorize: () => ({ id: 'you' }),
  agent,
  waitUntil: after,
})
export { route as GET, route as PATCH, route as POST }
