import type { MockGateway } from 'intervention-bar/mocks'

/** A mock gateway that takes no decision until it is let go, however long a busy machine needs before. */
export interface HeldMock {
  readonly mock: MockGateway
  letGo(): void
}

/** Holds the decisions that are sent to a mock gateway. */
export function holdResumes(mock: MockGateway): HeldMock {
  let letGo = (): void => undefined
  const free = new Promise<void>((resolve) => (letGo = resolve))
  const handle: MockGateway['handle'] = async (request) => {
    if (request.url.endsWith('/resume')) await free
    return mock.handle(request)
  }
  return { mock: { ...mock, handle }, letGo }
}
