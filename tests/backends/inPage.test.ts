import { createInPageGateway, type InPageGateway } from 'intervention-bar/adapters/in-page'
import type { Backend, Offers } from './support/Backend.ts'
import { describeConformance } from './support/conformance.ts'
import { startFileTool, type WriteArgs } from './support/fileTool.ts'
import { callsFor, createCallIds } from './support/script.ts'

const offers: Offers = {
  rejected: true,
  tells: true,
  edit: true,
  stop: true,
  partial: true,
  voids: false,
  supersedes: true,
  twoAtOnce: 1,
  retries: true,
  answers: true,
  agents: true,
}
const nextId = createCallIds()

describeConformance(
  'in-page',
  async (root): Promise<Backend> => {
    const tool = await startFileTool(root)
    let rooms = 0
    return {
      name: 'in-page',
      offers,
      close: tool.close,
      open: async (folder) => {
        rooms += 1
        const kept = new Map<string, string>()
        let requests = 0
        let turns = 0
        let told = ''
        let fails = false
        const storage = {
          getItem: (key: string) => kept.get(key) ?? null,
          setItem: (key: string, value: string) => {
            if (fails) {
              fails = false
              throw new Error('QuotaExceededError')
            }
            kept.set(key, value)
          },
        }
        const connect = (): InPageGateway => {
          const gateway = createInPageGateway({
            storage,
            turn: async ({ text = '', results, answers, rejected, ask }) => {
              turns += 1
              told = JSON.stringify({ text, results, answers, rejected })
              const [, message] = /^ask (.+)$/.exec(text) ?? []
              if (message !== undefined) ask([{ question: { kind: 'text', message } }])
              const agent = { name: 'researcher', relation: 'sub_agent', path: [] } as const
              const [first, ...rest] = callsFor(text, folder).map((args) => ({
                toolCallId: nextId(),
                tool: 'write_file',
                argsText: JSON.stringify(args),
                editable: true,
                ...(text.startsWith('delegate') && { agent }),
              }))
              if (first) ask([first, ...rest])
            },
            runTool: ({ argsText }) => tool.write(JSON.parse(argsText) as WriteArgs),
          })
          return {
            ...gateway,
            resume: (request, options) => {
              requests += 1
              return gateway.resume(request, options)
            },
          }
        }
        const pages = [connect()]
        let opened = 0
        return {
          conversationId: `in-page-${rooms}`,
          client: async () => {
            const page = pages[opened] ?? connect()
            opened += 1
            return page
          },
          say: async (text) => void pages[0]!.start(`in-page-${rooms}`, text),
          requests: () => requests,
          turns: () => turns,
          told: () => told,
          failNext: () => {
            fails = true
          },
          restart: async () => void pages.splice(0),
        }
      },
    }
  },
  offers,
)
