let queue: (() => void)[] = []

/** Puts something off to the end of this turn, as a promise would. */
export function later(run: () => void): void {
  queue.push(run)
}

/** Runs everything that was put off. */
export function runLater(): void {
  while (queue.length > 0) {
    const now = queue
    queue = []
    for (const run of now) run()
  }
}
