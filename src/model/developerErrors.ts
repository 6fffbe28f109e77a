/** Replaced by bundlers. */
declare const process: { readonly env: { readonly NODE_ENV?: string } }

const messages = {
  IB001:
    'There is no gateway. Hooks and parts of the kit need a <GatewayProvider gateway={…}> above them: wrap your chat in one. If there is one, your bundler has put two copies of the kit on the page: check "npm ls intervention-bar".',
  IB002:
    'The "gateway" given to <GatewayProvider> is no GatewayClient: it needs an "id", "readConversation" and "resume". Did you pass the options instead of createHttpGateway(options)?',
  IB003:
    'A part was used outside of an <Intervention.Root>. Put it inside one. Only ApproveButton, RejectButton and RejectContinueButton can stand alone, with a conversationId of their own.',
  IB004:
    'The stylesheet is missing, so the bar is drawn without any style. Add import "intervention-bar/styles.css"; or set --ib-styles: none on :root if you style it yourself.',
  IB005:
    'The gateway is a new object at each render. Create it once, outside of the component or in a useMemo: of the same id the first one is kept, and with another id everything begins anew.',
  IB006:
    'There are two copies of intervention-bar on this page. They do not share their locks, so that one call could be decided twice. Make your bundler use one: check "npm ls intervention-bar".',
  IB007: 'The gateway said something that is not the contract (see the pages "Port" and "Protocol").',
  IB008:
    'A rejection of this call needs words, and there is no <Intervention.Reason> beside the button to write them in. Nothing was sent.',
  IB009:
    'The conversationId is empty or no text, so nothing can be read. Draw the bar when the conversation exists, and call hooks in a component that is mounted then.',
  IB010:
    'The conversation has no call with this toolCallId, so nothing is shown or sent. Is it the id of the tool call, and not of a message, an operation or an approval?',
  IB011: "createHttpGateway needs a baseUrl: createHttpGateway({ baseUrl: '/api/agent' }).",
  IB012:
    'The "initialConversation" is no read of a conversation, so it was left out and the page reads for itself. Give it what readConversation of your gateway resolved to on your server: the object, and not its text.',
  IB013: 'A prop has a value of the wrong kind.',
} as const

export type DevelopmentCode = keyof typeof messages

export function developmentError(code: DevelopmentCode): Error {
  return new Error(textOf(code))
}

export function isDevelopmentError(thrown: unknown): boolean {
  return thrown instanceof Error && thrown.message.startsWith(prefix)
}

const prefix = '[intervention-bar] IB'

const warned = new Set<string>()

/** Warns once per page, and only in development. `about`: once for each value. */
export function warnOnce(code: DevelopmentCode, about = ''): void {
  if (process.env.NODE_ENV === 'production' || warned.has(code + about)) return
  warned.add(code + about)
  console.warn(`${textOf(code)}${about && ` ${about}`}`)
}

export function warnOfProtocol({ code, message }: { readonly code: string; readonly message: string }): void {
  if (code === 'protocol') warnOnce('IB007', message)
}

/** Warns of a call that the conversation does not have. `has`: the ids of those that it has; undefined: it was not read yet. */
export function warnOfUnknown(conversationId: string, toolCallId: string, has: string | undefined): void {
  if (process.env.NODE_ENV === 'production') return
  const unread =
    'was not read yet. A hook that decides reads nothing: mount a bar, a part or useInterventions beside it'
  const told = has === undefined ? unread : has ? `has ${has}` : 'has none'
  warnOnce('IB010', `"${toolCallId}" was asked for, and "${conversationId}" ${told}.`)
}

const kinds = {
  messages: ['object', "messages={de}, after import { de } from 'intervention-bar/locales/de'"],
  renderers: ['list', 'renderers={[{ match: "send_mail", component: MailCard }]}'],
  secretKeys: ['list', 'secretKeys={["token"]}'],
  onDecide: ['function', 'onDecide={(decisions, { cancel }) => …}'],
  onResumed: ['function', 'onResumed={({ requestId }) => …}'],
  onSettled: ['function', 'onSettled={(settled) => …}'],
  confirm: ['function', 'confirm={(tool) => true}'],
  mayOpen: ['function', 'mayOpen={(url) => true}'],
  render: ['function', 'render={<MyButton />} or render={(props) => <MyButton {...props} />}'],
} as const

/** Warns of props that an untyped host gave as something else. */
export function warnOfKinds(props: { readonly [prop in keyof typeof kinds]?: unknown }): void {
  if (process.env.NODE_ENV === 'production') return
  for (const prop of Object.keys(props) as (keyof typeof kinds)[]) {
    const [kind, sample] = kinds[prop]
    const given = props[prop]
    const is = Array.isArray(given) ? 'list' : typeof given
    const isElement = prop === 'render' && is === 'object'
    if (given !== undefined && given !== null && is !== kind && !isElement)
      warnOnce('IB013', `"${prop}" is of the type ${is}. Write ${sample}.`)
  }
}

/** Warns of a shortcut with the keys of the `first`, or else of one that would keep people from working controls. */
export function warnOfKeys(name: string, first: string | undefined): void {
  if (process.env.NODE_ENV === 'production') return
  const why = first ? `the same keys for ${first} and for ${name}` : `a key for ${name} that works controls`
  warnOnce('IB013', `"shortcuts" has ${why}: ${name} has none now.`)
}

const copy = {}

export function warnOfCopies(): void {
  const page = globalThis as { [copies]?: object }
  page[copies] ??= copy
  if (page[copies] !== copy) warnOnce('IB006')
}

const copies = Symbol.for('intervention-bar')

function textOf(code: DevelopmentCode): string {
  const text =
    process.env.NODE_ENV === 'production' ? 'see the page "Errors" of the documentation.' : messages[code]
  return `[intervention-bar] ${code}: ${text}`
}
