/** Calls a function of the host. Its errors are reported, and change nothing here. */
export function callHost(call: () => unknown): void {
  try {
    const result = call()
    if (result instanceof Promise) result.catch(report)
  } catch (thrown) {
    report(thrown)
  }
}

function report(thrown: unknown): void {
  if (typeof globalThis.reportError === 'function') globalThis.reportError(thrown)
  else console.error(thrown)
}
