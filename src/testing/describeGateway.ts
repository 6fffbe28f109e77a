import { createBench, type GatewayUnderTest } from './bench.ts'
import { decisionRules } from './decisionRules.ts'
import { optionRules } from './optionRules.ts'
import { readRules } from './readRules.ts'
import type { Rule } from './Rule.ts'
import { streamRules } from './streamRules.ts'

/** The part of a runner's own context that is used. */
export interface TestContext {
  /** Skips the test, in runners that can while it runs. */
  skip?(reason?: string): void
}

/** Defines one test, as `it` of Vitest, Jest and `node:test` do. */
export type GatewayTest = (
  title: string,
  run: (...context: readonly TestContext[]) => Promise<void>,
) => unknown

/** Defines a group of tests, as `describe` of Vitest, Jest and `node:test` do. */
export type DescribeTests = (title: string, define: () => void) => unknown

/** Options of `describeGateway`. */
export interface DescribeGatewayOptions {
  /** Names the group of tests. @default 'the gateway' */
  readonly name?: string
  /** The `describe` of the test runner. @default the global one */
  readonly describe?: DescribeTests
  /** The `it` or `test` of the test runner. @default the global one */
  readonly it?: GatewayTest
  /** The longest that one test waits for the client, in milliseconds. @default 4000 */
  readonly timeoutMs?: number
}

/**
 * Defines the tests that every client of the port passes, for your own `GatewayClient`. `createClient` is called once for
 * each test, and returns a client with a conversation in which exactly one call waits. The tests of what a client does not
 * offer are skipped. A test that fails says in one sentence what is wrong.
 *
 * Throws if it finds no `describe` and `it`.
 *
 * @example
 * describeGateway(async () => {
 *   const conversationId = await agent.asksInNewConversation()
 *   return { gateway, conversationId, executions: () => agent.runs }
 * })
 */
export function describeGateway(
  createClient: () => GatewayUnderTest | Promise<GatewayUnderTest>,
  options: DescribeGatewayOptions = {},
): void {
  const page = globalThis as { readonly describe?: DescribeTests; readonly it?: GatewayTest }
  const { name = 'the gateway', describe = page.describe, it = page.it, timeoutMs = 4_000 } = options
  if (!describe || !it) {
    throw new Error(
      'describeGateway found no global "describe" and "it". Pass those of your test runner: describeGateway(createClient, { describe, it }).',
    )
  }
  const run = async ({ check }: Rule, context: TestContext | undefined): Promise<void> => {
    const given = await createClient()
    try {
      const skipped = await check(createBench(given, timeoutMs))
      if (skipped !== undefined) context?.skip?.(skipped)
    } finally {
      await given.close?.()
    }
  }
  describe(name, () => {
    // Jest takes a parameter for the callback of an older kind of test, and a rest parameter for none.
    for (const rule of rules) it(rule.title, (...[context]) => run(rule, context))
  })
}

const rules: readonly Rule[] = [...readRules, ...decisionRules, ...streamRules, ...optionRules]
