import { beforeAll } from 'vitest'

// What a bar fetches apart is there before the tests of a file begin: on a busy machine the first import of it takes
// longer than a test waits. How the bar is without it is proven in a browser, in tests/e2e/chat.test.ts.
beforeAll(async () => {
  await Promise.allSettled([import('../../src/components/parts.ts'), import('../../src/query/engine.ts')])
}, 30_000)
