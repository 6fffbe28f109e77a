import {
  ApprovalModeSelect,
  GatewayProvider,
  InterventionBar,
  type InterventionBarProps,
  useApprove,
  useInterventions,
} from 'intervention-bar'
import {
  agentThatAsks,
  type CallDraft,
  createMemoryGateway,
  createMockGateway,
  type MockGateway,
} from 'intervention-bar/mocks'
import 'intervention-bar/styles.css'
import { createRoot, type Root } from 'react-dom/client'

/** The methods with which a test acts on the page and reads it. */
export interface Stage {
  /** A fresh chat in which so many calls wait. `hasModes`: below it are the approval settings. */
  open(
    cards: number,
    bar?: Partial<InterventionBarProps>,
    call?: Partial<CallDraft>,
    hasModes?: boolean,
  ): void
  readonly mock: MockGateway
  /** Decisions the gateway has received. */
  sent(): number
  /** Changes of the approval settings the gateway has received. */
  changed(): number
  /** Remembers the moment, and changes the page. */
  change(how: () => void): void
  /** Milliseconds from the last change to the last click. */
  lag(): number
  /** The longest time without a click since the last change, in milliseconds. */
  gap(): number
  /** Keeps the page from doing anything for so many milliseconds, from the next task on. */
  block(ms: number): void
  /** Draws something over an element, or at a place of its own. */
  cover(over: string, style: Readonly<Record<string, string>>): HTMLElement
  /** Draws a box that a selector generates over an element. */
  style(over: string, selector: string, declarations: string, isPlaced?: boolean): void
  /** Grows the page above the bar by so many pixels, once or every so many milliseconds, at most so many times. */
  grow(every: number, by: number, times?: number): void
  /** Calls back right after the page has grown. */
  afterGrowth(then: () => void): void
}

declare global {
  var stage: Stage
}

let root: Root | undefined
let mock: MockGateway
let changedAt = 0
let clicks: number[] = []
document.addEventListener('click', (event) => void clicks.push(event.timeStamp), { capture: true })

/** A plain button that decides, as most chats have. Shown with ?plain, to prove that the attacks work. */
function PlainBar() {
  const call = useInterventions('demo').pending[0]
  const { mutate } = useApprove('demo')
  if (!call) return null
  return (
    <div data-part="intervention">
      <p data-part="title">{call.tool?.name}</p>
      <div data-part="arguments">
        <dd>{call.argsText}</dd>
      </div>
      <button data-part="approve" data-armed="" onClick={() => mutate({ toolCallId: call.toolCallId })}>
        Approve
      </button>
    </div>
  )
}
const isPlain = new URLSearchParams(location.search).has('plain')

let growth: ReturnType<typeof setInterval> | undefined
let height = 0
let onGrowth: (() => void) | undefined

globalThis.stage = {
  get mock() {
    return mock
  },
  open(cards, bar = {}, call = {}, hasModes = false) {
    root?.unmount()
    clearInterval(growth)
    height = 0
    document.adoptedStyleSheets = []
    scrollTo(0, 0)
    document.querySelectorAll('[data-cover]').forEach((one) => one.remove())
    const command = { tool: 'run_command', args: { command: 'rm -r /srv/archive' }, ...call }
    mock = createMockGateway({ agent: agentThatAsks(...Array.from({ length: cards }, () => command)) })
    root = createRoot(document.getElementById('root')!)
    root.render(
      <GatewayProvider gateway={createMemoryGateway(mock)}>
        <div id="above" />
        {isPlain ? <PlainBar /> : <InterventionBar conversationId="demo" {...bar} />}
        <textarea aria-label="Message" />
        {hasModes && <ApprovalModeSelect conversationId="demo" />}
      </GatewayProvider>,
    )
    mock.say('demo', 'go')
  },
  sent: () => mock.requests.filter((one) => one.route === 'resume').length,
  changed: () => mock.requests.filter((one) => one.route === 'change').length,
  change(how) {
    changedAt = performance.now()
    clicks = []
    how()
  },
  lag: () => (clicks.at(-1) ?? changedAt) - changedAt,
  gap: () => Math.max(...clicks.map((at, index) => at - (clicks[index - 1] ?? changedAt))),
  block: (ms) =>
    void setTimeout(() => {
      const end = performance.now() + ms
      while (performance.now() < end);
    }),
  style(over, selector, declarations, isPlaced = true) {
    const { left, top } = document.querySelector(over)!.getBoundingClientRect()
    const place = isPlaced
      ? `content:"";position:fixed;left:${left}px;top:${top}px;width:190px;height:30px;z-index:9;pointer-events:none;`
      : ''
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(`${selector}{${place}${declarations}}`)
    document.adoptedStyleSheets = [sheet]
  },
  grow(every, by, times = Infinity) {
    const above = document.getElementById('above')!
    // A page that shrinks has to be long before.
    if (by < 0 && every > 0) height = 400
    const change = (): void => {
      height += by
      above.style.height = `${height}px`
      onGrowth?.()
    }
    if (every <= 0) return change()
    above.style.height = `${height}px`
    let left = times
    growth = setInterval(() => {
      if (left > 0) change()
      left -= 1
      // It goes on without an end.
      if (height > 400) height = 0
      if (height < 0) height = 400
    }, every)
  },
  afterGrowth(then) {
    onGrowth = () => {
      onGrowth = undefined
      then()
    }
  },
  cover(over, style) {
    const { left, top } = document.querySelector(over)!.getBoundingClientRect()
    const cover = document.createElement('div')
    cover.dataset['cover'] = ''
    Object.assign(cover.style, {
      position: 'fixed',
      left: `${left}px`,
      top: `${top}px`,
      zIndex: '9',
      ...style,
    })
    document.body.append(cover)
    return cover
  },
}
