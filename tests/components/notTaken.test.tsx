import { createLangGraphGateway } from 'intervention-bar/adapters/langgraph'
import { type GatewayClient, GatewayError } from 'intervention-bar/core'
import { expect, it } from 'vitest'
import { hitlShapes } from '../support/hitlShapes.ts'
import { createStandInThread, type StandInThread } from '../support/langGraphThread.ts'
import { renderChat } from '../support/renderChat.tsx'

const [{ value }] = hitlShapes as [(typeof hitlShapes)[number]]
const words = 'Waiting for Assistant to take it. Nothing has run.'

/** Another sub-agent's run goes on until `free` is called. */
function busyThread(): { readonly thread: StandInThread; readonly free: () => void } {
  let isFree = false
  const thread = createStandInThread({
    tasks: [{ name: 'gate', interrupts: [`{"id":"i1","value":${value('{}')}}`] }],
    next: ['gate'],
    onPost: () => {
      if (!isFree) return new Response('Thread is already running a task.', { status: 422 })
      thread.tasks = []
      return undefined
    },
  })
  return {
    thread,
    free: () => {
      isFree = true
    },
  }
}

let threads = 0

function gatewayTo({ fetch }: StandInThread): GatewayClient {
  threads += 1
  const url = `http://graph-${threads}.test`
  return createLangGraphGateway({ url, assistantId: 'agent', pollMs: 50, fetch })
}

const requestIds = ({ posts }: StandInThread): Set<unknown> =>
  new Set(
    posts.map(
      ({ body }) =>
        (JSON.parse(body) as { metadata: { intervention_request_id: string } }).metadata
          .intervention_request_id,
    ),
  )

it('a press that the agent cannot take yet stays in flight, says that nothing has run, and is taken', async () => {
  const { thread, free } = busyThread()
  const chat = renderChat({ gateway: gatewayTo(thread), quiet: true })
  await chat.asked()
  await chat.armed()
  await chat.user.click(chat.button('Approve'))
  await chat.shows(words)
  expect(chat.busy()).toBe(true)
  await chat.user.click(chat.button('Approving…'))
  await expect.poll(() => thread.posts.length).toBeGreaterThan(1)
  expect(chat.bar()?.textContent).not.toMatch(/may have run|Try again/)
  free()
  await expect.poll(() => chat.bar()?.textContent ?? '').toContain('You approved pay')
  expect(requestIds(thread).size).toBe(1)
  expect(thread.runs).toHaveLength(1)
})

it('a bar that is unmounted and mounted again starts none of it again', async () => {
  const { thread, free } = busyThread()
  const gateway = gatewayTo(thread)
  const chat = renderChat({ gateway, quiet: true })
  await chat.asked()
  await chat.armed()
  await chat.user.click(chat.button('Approve'))
  await chat.shows(words)
  chat.unmount()
  const again = renderChat({ gateway, quiet: true })
  await again.shows(words)
  free()
  await expect.poll(() => thread.runs.length).toBe(1)
  await expect.poll(() => again.bar()?.textContent ?? '').not.toContain(words)
  expect([requestIds(thread).size, thread.runs.length]).toEqual([1, 1])
})

it('a press that is never taken ends by saying that nothing has run', async () => {
  const { thread } = busyThread()
  const gateway: GatewayClient = {
    ...gatewayTo(thread),
    resume: async (_request, { onNotTaken }) => {
      onNotTaken?.()
      await new Promise((resolve) => setTimeout(resolve, 200))
      throw new GatewayError({ code: 'unavailable', applied: 'no' })
    },
  }
  const chat = renderChat({ gateway, quiet: true })
  await chat.asked()
  await chat.armed()
  await chat.user.click(chat.button('Approve'))
  await chat.shows(words)
  await chat.shows("The server couldn't continue. Nothing has run. Try again.")
  expect(chat.busy()).toBe(false)
  expect(chat.bar()?.textContent).not.toContain(words)
})

it('a press whose earlier try may have been taken never says that nothing has run', async () => {
  const { thread } = busyThread()
  const { onPost } = thread
  thread.onPost = (path, body) => {
    if (thread.posts.length === 1) throw new TypeError('fetch failed')
    return onPost(path, body)
  }
  const chat = renderChat({ gateway: gatewayTo(thread), quiet: true })
  await chat.asked()
  await chat.armed()
  await chat.user.click(chat.button('Approve'))
  await chat.shows(/Checking whether your decision arrived/)
  await expect.poll(() => thread.posts.length).toBeGreaterThan(2)
  expect(chat.bar()?.textContent).toMatch(/Checking whether your decision arrived/)
  expect(chat.bar()?.textContent).not.toContain('Nothing has run')
})
