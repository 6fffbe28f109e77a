import './cleanup.ts'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll } from 'vitest'

/** The network of every test in jsdom: nothing answers but what a test asked for. */
export const server: ReturnType<typeof setupServer> = setupServer()

beforeAll(() => server.listen({ onUnhandledRequest: 'error' }))
afterEach(() => server.resetHandlers())
afterAll(() => server.close())
