import {
  type Conversation,
  createHttpGateway,
  type FollowSignal,
  type GatewayError,
  type GatewayEvent,
} from 'intervention-bar/core'
import * as main from 'intervention-bar'
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseResume } from '../../src/backend/requests.ts'
import { type DevelopmentCode, developmentError } from '../../src/model/developerErrors.ts'
import { blocksOf, docPages } from '../support/docBlocks.ts'

// The examples of the page "Protocol", as a server would send them: the kit's own client has to take every one.
const blocks = blocksOf('stories/docs/Protocol.mdx')
const [read = '', resume = '', accepted = '', settings = ''] = blocks
  .filter(({ language }) => language === 'json')
  .map(({ text }) => text.replaceAll(/ \/\/ .*$/gm, ''))
const pages = docPages.filter((page) => page.endsWith('.mdx'))
const stream = blocks.find(({ language }) => language === 'text')?.text ?? ''

const lasting = (): { readonly signal: AbortSignal } => ({ signal: new AbortController().signal })
const answers = (body: string, init: ResponseInit = {}): { sent: Request[]; fetch: typeof fetch } => {
  const sent: Request[] = []
  return {
    sent,
    fetch: async (...asked) => {
      sent.push(new Request(...asked))
      // Once: then a stream has ended for good.
      return sent.length > 1 ? new Response(null, { status: 204 }) : new Response(body, init)
    },
  }
}
const baseUrl = 'http://localhost/agent'

describe('the page "Protocol"', () => {
  it('has a read with every state and no key that the kit drops', async () => {
    const { fetch } = answers(read)
    const conversation = await createHttpGateway({ baseUrl, fetch }).readConversation('demo', lasting())
    expect(conversation).toEqual(JSON.parse(read))
    expect(new Set(conversation.operations.map(({ status }) => status))).toEqual(
      new Set([
        'running',
        'waiting_for_async_tool',
        'waiting_for_human',
        'done',
        'interrupted',
        'error',
      ] satisfies (typeof conversation.operations)[number]['status'][]),
    )
    expect(new Set(conversation.interventions.map(({ status }) => status))).toEqual(
      new Set([
        'pending',
        'approved',
        'rejected',
        'rejected_continue',
        'answered',
        'expired',
        'withdrawn',
      ] satisfies (typeof conversation.interventions)[number]['status'][]),
    )
  })

  it('marks exactly the optional keys as optional', async () => {
    const refused = await Promise.all(
      leavesOf(JSON.parse(read)).map(async ({ path, without }) => {
        const { fetch } = answers(JSON.stringify(without))
        return createHttpGateway({ baseUrl, fetch })
          .readConversation('demo', lasting())
          .then(
            ({ unreadable }) => `${path} ${unreadable ? 'has to be there' : 'may be left out'}`,
            () => `${path} has to be there`,
          )
      }),
    )
    // Of each kind of object the key is named once.
    const optional = refused.filter((one) => one.endsWith('out')).map((one) => one.split(' ')[0]!)
    const keys = new Set(optional.map((path) => path.replaceAll(/\/\d+/g, '')))
    expect([...keys].toSorted()).toEqual(
      [
        '/epoch',
        '/now',
        '/viewer',
        '/viewer/why',
        '/operations/resumes',
        ...['title', 'server', 'inputSchema', 'inputSchema/type', 'annotations'].map(
          (key) => `/interventions/tool/${key}`,
        ),
        ...['readOnlyHint', 'destructiveHint', 'idempotentHint', 'openWorldHint'].map(
          (key) => `/interventions/tool/annotations/${key}`,
        ),
        '/interventions/approvalNote',
        ...['type', 'properties', 'properties/day', 'properties/day/enum'].map(
          (key) => `/interventions/question/schema/${key}`,
        ),
        ...['', '/server', '/agent'].map((key) => `/interventions/question/from${key}`),
        '/interventions/why',
        '/interventions/why/by',
        '/interventions/expiresAt',
        ...['requestId', 'by', 'by/name', 'argsText', 'answerText', 'reason', 'note', 'remember'].map(
          (key) => `/interventions/resolution/${key}`,
        ),
        '/interventions/resolution/automatic',
        '/interventions/resolution/automatic/name',
        '/interventions/resolution/execution',
        '/interventions/resolution/execution/message',
      ].toSorted(),
    )
  })

  it('has a stream without an unknown event or a gap', async () => {
    const { fetch } = answers(`${stream}\n`, { headers: { 'content-type': 'text/event-stream' } })
    const gateway = createHttpGateway({ baseUrl, fetch })
    const heard: (GatewayEvent | FollowSignal)[] = []
    for await (const one of gateway.followConversation!('demo', { after: '42', ...lasting() })) {
      heard.push(one)
    }
    const events = heard.filter((one) => 'cursor' in one)
    expect(heard.filter(({ type }) => type === 'gap' || type === 'unknown')).toEqual([])
    expect(events).toHaveLength(9)
    const ends = events.flatMap((one) => (one.type === 'agent_runtime_end' ? [one.data.reason] : []))
    expect(ends.toSorted()).toEqual(['done', 'error', 'interrupted', 'waiting_for_human'])
  })

  it('has a resume that the kit sends and a server accepts, and its answer', async () => {
    const body = parseResume(JSON.parse(resume))
    const { fetch, sent } = answers(accepted, { status: 202 })
    const { requestId, ...taken } = JSON.parse(accepted)
    const request = { conversationId: 'demo', requestId, ...body }
    const answer = await createHttpGateway({ baseUrl, fetch }).resume(request, lasting())
    expect(answer).toEqual({ outcome: 'accepted', ...taken })
    expect(await sent[0]!.json()).toEqual(JSON.parse(resume))
    expect(sent[0]!.headers.get('idempotency-key')).toBe(requestId)
  })

  it('names each call once, and decides in its resume what waits in its read', () => {
    const { interventions } = JSON.parse(read) as Conversation
    const ids = interventions.map(({ toolCallId }) => toolCallId)
    expect(ids).toEqual([...new Set(ids)])
    const waiting = interventions.filter(({ status }) => status === 'pending')
    const { operationId, decisions } = parseResume(JSON.parse(resume))
    expect(decisions.map(({ toolCallId }) => [operationId, toolCallId])).toEqual(
      waiting.map((one) => [one.operationId, one.toolCallId]),
    )
  })

  it('has errors that the kit reads as it says', async () => {
    const heard = await Promise.all(
      blocks.flatMap(({ language, text }) => {
        const [head = '', body = ''] = text.split('\n\n')
        const [, status] = /^HTTP\/1.1 (\d+)/.exec(head) ?? []
        if (language !== 'http' || status === undefined) return []
        const { fetch } = answers(body, { status: Number(status) })
        const request = { conversationId: 'demo', requestId: 'r', ...parseResume(JSON.parse(resume)) }
        return createHttpGateway({ baseUrl, fetch })
          .resume(request, lasting())
          .then(
            (answer) => ('reason' in answer ? answer.reason : answer.outcome),
            (thrown: GatewayError) =>
              [thrown.code, ...(thrown.fields ?? []).map(({ path }) => path)].join(' '),
          )
      }),
    )
    expect(heard).toEqual([
      'already_resolved',
      'withdrawn',
      'changed',
      'invalid /decisions/0/argsText',
      'not_found',
    ])
  })

  it('has settings that the kit reads whole', async () => {
    const { fetch } = answers(settings)
    const told = await createHttpGateway({ baseUrl, fetch }).settings!.read('demo', lasting())
    expect(told).toEqual(JSON.parse(settings))
  })

  it.each([
    ['not_found', 404],
    ['unauthenticated', 401],
    ['forbidden', 403],
  ])('a read throws %s after a %i', async (code, status) => {
    const { fetch } = answers(JSON.stringify({ code }), { status })
    const asked = createHttpGateway({ baseUrl, fetch }).readConversation('demo', lasting())
    await expect(asked).rejects.toMatchObject({ code, applied: 'no' })
  })
})

describe('the pages', () => {
  it('name every property that the stylesheet follows, and no other', () => {
    const tokens = readFileSync('src/styles/tokens.css', 'utf8')
    const followed = new Set(tokens.match(/(?<=var\(\s*)--ib-[a-z-]+/g))
    const page = readFileSync('stories/docs/Appearance.mdx', 'utf8')
    const named = page.match(/(?<=^\| `)--ib-[a-z-]+/gm) ?? []
    expect(named.toSorted()).toEqual([...followed].toSorted())
  })

  it('list every hook', () => {
    const hooks = Object.keys(main).filter((name) => name.startsWith('use'))
    const named = readFileSync('stories/docs/Hooks.mdx', 'utf8').match(/(?<=^\| `)use[A-Za-z]+/gm) ?? []
    expect(named.toSorted()).toEqual(hooks.toSorted())
  })

  it.each([
    ['AiSdk', 'tests/backends/chats/ai-sdk/App.tsx'],
    ['AiSdk', 'tests/backends/chats/assistant-ui/App.tsx'],
    ['AgUi', 'tests/backends/chats/copilotkit/App.tsx'],
    ['OwnCard', 'stories/registry/intervention-bar.tsx'],
    ['ServerRoute', 'stories/examples/next-ai-sdk/lib/agent.ts'],
    ['ServerRoute', 'stories/examples/next-ai-sdk/lib/runs.ts'],
    ['ServerRoute', 'stories/examples/next-ai-sdk/app/routeTransport.ts'],
    ['ServerRoute', 'stories/examples/next-ai-sdk/app/api/chat/[id]/stream/route.ts'],
  ])('%s shows %s as it runs', (page, file) => {
    const samples = blocksOf(`stories/docs/${page}.mdx`).map(({ text }) => text)
    expect(samples).toContain(readFileSync(file, 'utf8'))
  })

  it('read as Markdown: nothing is imported but the blocks of Storybook and a live story', () => {
    const imports = pages.flatMap((page) => outsideOfBlocks(page).match(/^import .*$/gm) ?? [])
    expect(
      imports.filter(
        (line) => !/ from '(@storybook\/addon-docs\/blocks|\.\.\/\w+\.stories\.tsx)'$/.test(line),
      ),
    ).toEqual([])
  })

  it('link only to pages, headings and pictures that are there', () => {
    const dead = pages.flatMap((page) =>
      linksOf(page)
        .filter((link) => !leads(page, link))
        .map((link) => `${page}: ${link}`),
    )
    expect(dead).toEqual([])
  })
})

it('the page "Errors" gives text, cause and solution of each code, and of no other', () => {
  const code = readFileSync('src/model/developerErrors.ts', 'utf8')
  const codes = [...code.matchAll(/^ {2}(IB\d{3}):/gm)].map(([, one]) => one as DevelopmentCode)
  const sections = readFileSync('stories/docs/Errors.mdx', 'utf8').split(/^## /m).slice(1)
  expect(sections.map((one) => one.slice(0, 5))).toEqual(codes.toSorted())
  for (const section of sections) {
    expect(section).toContain(developmentError(section.slice(0, 5) as DevelopmentCode).message)
    expect(section).toMatch(/\*\*Cause\.\*\* [\s\S]+\*\*Solution\.\*\* /)
  }
})

it('every link of the README is a file of the package', () => {
  const said = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], { encoding: 'utf8' })
  const [packed] = JSON.parse(said) as [{ files: { path: string }[] }]
  const files = new Set(packed.files.map(({ path }) => path))
  const links = readFileSync('README.md', 'utf8').match(/(?<=\]\()(?!https?:)[^)]+/g) ?? []
  expect(links.length).toBeGreaterThan(0)
  expect(links.filter((link) => !files.has(link))).toEqual([])
})

it('every file that CONTRIBUTING names is there', () => {
  const named = readFileSync('CONTRIBUTING.md', 'utf8').match(/(?<=`)[\w./]+\/[\w./]+\.\w+(?=`)/g) ?? []
  expect(named.length).toBeGreaterThan(20)
  expect(named.filter((file) => !existsSync(file) && !existsSync(`src/${file}`))).toEqual([])
})

function outsideOfBlocks(page: string): string {
  return readFileSync(page, 'utf8').replaceAll(/^```[\s\S]*?^```$/gm, '')
}

function linksOf(page: string): readonly string[] {
  return outsideOfBlocks(page).match(/(?<=\]\(|\bsrc(?:Set)?=")(?!https?:)[^)"]+/g) ?? []
}

function leads(page: string, link: string): boolean {
  const [path = '', place] = link.split('#')
  const file = path === '' ? page : join(dirname(page), path)
  if (!existsSync(file)) return false
  const headings = outsideOfBlocks(file).match(/(?<=^#{2,4} ).*$/gm) ?? []
  return place === undefined || headings.map(anchorOf).includes(place)
}

function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[^\w -]/g, '')
    .replaceAll(' ', '-')
}

/** The whole without each of its keys in turn, however deep. */
function leavesOf(
  whole: unknown,
  at: readonly string[] = [],
): readonly { readonly path: string; readonly without: unknown }[] {
  const here = at.reduce<unknown>((value, key) => Reflect.get(Object(value), key), whole)
  if (typeof here !== 'object' || here === null) return []
  return Object.keys(here).flatMap((key) => {
    const path = [...at, key]
    const without = structuredClone(whole)
    Reflect.deleteProperty(
      Object(at.reduce<unknown>((value, one) => Reflect.get(Object(value), one), without)),
      key,
    )
    const own = Array.isArray(here) ? [] : [{ path: `/${path.join('/')}`, without }]
    return [...own, ...leavesOf(whole, path)]
  })
}
