import { afterEach, beforeEach, vi } from 'vitest'

const methods = ['error', 'warn', 'log', 'info', 'debug'] as const
const said: unknown[][] = []

beforeEach(() => {
  said.length = 0
  for (const method of methods) {
    vi.spyOn(console, method).mockImplementation((...args: unknown[]) => void said.push([method, ...args]))
  }
})

afterEach(() => {
  if (said.length > 0) throw new Error(`The console was used: ${said.map((one) => one.join(' ')).join('\n')}`)
})

/** Takes what was said on the console so far, for a test that is about it. */
export function takeConsole(): readonly unknown[][] {
  return said.splice(0)
}
