let ids = 0

/** In the place of `src/gateway/requestId.ts`: as unique as a run needs it. */
export function createRequestId(): string {
  ids += 1
  return `request_${ids}`
}

/** Begins again, with the run. */
export function resetRequestIds(): void {
  ids = 0
}
