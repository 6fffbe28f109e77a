import type { Messages } from './messages.ts'

/** English, of what is said where nothing else could be had. */
export const enNotLoaded: Pick<Messages, 'reread'> & {
  readonly heading: string
  readonly failure: string
} = {
  heading: 'Agent activity',
  failure: "A part of this page couldn't be loaded. Reload the page if that goes on.",
  reread: 'Check again',
}
