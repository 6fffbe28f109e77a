import { createRoot } from 'react-dom/client'
import { answer, approve, Side } from '#side'

/** Moments of a page, in its own milliseconds. */
const marks = { mounted: 0, shown: 0, pressed: 0, requested: 0, painted: 0, seen: 0 }
declare global {
  var bench: { readonly marks: typeof marks; readonly approve: string; mount(): void }
}
const root = document.getElementById('root')!

globalThis.fetch = async (input, init) => {
  if (marks.pressed && init?.method === 'POST') marks.requested ||= performance.now()
  return answer(String(input), init?.method ?? 'GET')
}

/** A message that is posted before a frame is drawn arrives after it. */
function markPaint(mark: 'painted' | 'seen'): void {
  requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel()
    port1.addEventListener('message', () => (marks[mark] ||= performance.now()))
    port1.start()
    port2.postMessage(null)
  })
}

new MutationObserver(() => {
  if (document.querySelector(approve)) marks.shown ||= performance.now()
  if (marks.pressed) markPaint('seen')
}).observe(root, { subtree: true, childList: true, characterData: true, attributes: true })
addEventListener(
  'click',
  ({ timeStamp }) => {
    marks.pressed = timeStamp
    markPaint('painted')
  },
  { capture: true },
)

globalThis.bench = {
  marks,
  approve,
  mount: () => {
    marks.mounted = performance.now()
    createRoot(root).render(<Side />)
  },
}
