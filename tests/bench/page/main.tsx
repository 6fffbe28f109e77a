import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { GatewayProvider, InterventionBar } from 'intervention-bar'
import { createHttpGateway } from 'intervention-bar/core'
import 'intervention-bar/styles.css'
import { createRoot } from 'react-dom/client'
import { answerInPage } from './agentInPage.ts'
import { Chat } from './Chat.tsx'
import { HandWritten } from './HandWritten.tsx'

/** Moments of a page, in its own milliseconds. */
export interface Marks {
  mounted: number
  shown: number
  pointerDown: number
  pressed: number
  handled: number
  requested: number
  answered: number
  changed: number
  painted: number
  seen: number
  next: number
}

declare global {
  var bench: { readonly marks: Marks; mount(): void }
}

// The address says which page this is: ?side=kit|hand|none&calls=1|1000|stream
const options = new URLSearchParams(location.search)
const side = options.get('side')
const calls = options.get('calls')
const root = document.getElementById('root')!
const marks: Marks = {
  mounted: 0,
  shown: 0,
  pointerDown: 0,
  pressed: 0,
  handled: 0,
  requested: 0,
  answered: 0,
  changed: 0,
  painted: 0,
  seen: 0,
  next: 0,
}
if (calls !== 'stream') {
  answerInPage(Number(calls), {
    onRequest: () => (marks.requested = performance.now()),
    onAnswer: () => (marks.answered = performance.now()),
  })
}

const bar =
  side === 'kit' ? (
    <GatewayProvider gateway={createHttpGateway({ baseUrl: '/agent' })}>
      <InterventionBar conversationId="demo" />
    </GatewayProvider>
  ) : side === 'hand' ? (
    <QueryClientProvider client={new QueryClient()}>
      <HandWritten />
    </QueryClientProvider>
  ) : null

/** A message that is posted before a frame is drawn arrives after it. */
function markPaint(mark: 'painted' | 'seen'): void {
  requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel()
    port1.addEventListener('message', () => (marks[mark] = performance.now()))
    port1.start()
    port2.postMessage(null)
  })
}

new MutationObserver(() => {
  const now = performance.now()
  if (document.querySelector('[data-part="approve"], [data-part="approved"]')) marks.shown ||= now
  if (marks.pressed && !marks.changed) {
    marks.changed = now
    markPaint('seen')
  }
  if (marks.pressed && !root.textContent?.includes('Invoice 1.')) marks.next ||= now
}).observe(root, { subtree: true, childList: true, characterData: true, attributes: true })
addEventListener('pointerdown', () => (marks.pointerDown = performance.now()), { capture: true })
addEventListener(
  'click',
  ({ timeStamp }) => {
    marks.pressed = timeStamp
    marks.handled = performance.now()
    markPaint('painted')
  },
  { capture: true },
)

globalThis.bench = {
  marks,
  mount: () => {
    marks.mounted = performance.now()
    createRoot(root).render(
      calls === 'stream' ? (
        <>
          <Chat />
          {bar}
        </>
      ) : (
        bar
      ),
    )
  },
}
