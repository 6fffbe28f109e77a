type Events = WindowEventMap & DocumentEventMap & { readonly resume: Event }

/** Listeners that end together. */
export interface Listening {
  on<Type extends keyof Events>(
    target: EventTarget | undefined,
    type: Type,
    listener: (event: Events[Type]) => void,
    options?: AddEventListenerOptions,
  ): void
  end(): void
}

// Test runners whose `AbortSignal` belongs to another realm refuse it as an option of a listener.
export function createListening(): Listening {
  const ends: (() => void)[] = []
  return {
    on: (target, type, listener, options) => {
      // SAFETY: the type names the kind of event.
      const handler = listener as EventListener
      target?.addEventListener?.(type, handler, options)
      ends.push(() => target?.removeEventListener?.(type, handler, options))
    },
    end: () => ends.splice(0).forEach((remove) => remove()),
  }
}
