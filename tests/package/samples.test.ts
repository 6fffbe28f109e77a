import { transform } from 'esbuild'
import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { blocksOf, docPages } from '../support/docBlocks.ts'

const samples = docPages
  .flatMap(blocksOf)
  .filter(({ language }) => language === 'ts' || language === 'tsx')
  .map((block) => ({ ...block, name: `${block.file}:${block.line}` }))

/** Declares the app around the samples, and packages that are not installed here. */
const around = `
declare module '@ai-sdk/react' {
  export const useChat: (options: object) => Omit<import('intervention-bar/adapters/ai-sdk').AiSdkChat, 'messages'> & {
    id: string
    messages: { id: string; role: string; parts: any[] }[]
    setMessages(messages: any[]): void
    sendMessage(message?: { text: string }): Promise<void>
    resumeStream(): Promise<void>
  }
}
declare module 'ai' {
  export type UIMessage = any
  export const convertToModelMessages: (messages: any) => Promise<any>
  export const lastAssistantMessageIsCompleteWithApprovalResponses: (options: any) => boolean
  export type UIMessageChunk = any
  export const streamText: (options: object) => any
  export const generateId: () => string
  export const isStepCount: (count: number) => object
  export const tool: (options: any) => object
  export interface ChatTransport<Message> {
    reconnectToStream(options: any): Promise<ReadableStream | null>
    sendMessages(options: { chatId: string; messages: Message[]; abortSignal: AbortSignal | undefined }): Promise<ReadableStream>
  }
  export const createUIMessageStreamResponse: (options: { stream: ReadableStream }) => Response
  export class DefaultChatTransport<Message = any> {
    constructor(options: object)
    sendMessages(options: any): Promise<ReadableStream>
    reconnectToStream(options: any): Promise<ReadableStream | null>
  }
}
declare module '@/components/intervention-bar' {
  export const InterventionBar: (props: { conversationId: string }) => React.ReactElement
}
declare module '@assistant-ui/react' {
  export const AssistantRuntimeProvider: any
  export const ComposerPrimitive: any
  export const MessagePrimitive: any
  export const ThreadPrimitive: any
}
declare module '@assistant-ui/react-ai-sdk' { export const useAISDKRuntime: (chat: object) => object }
declare module '@ag-ui/client' { export const HttpAgent: new (options: { url: string }) => object }
declare module '@copilotkit/runtime/v2' {
  export const CopilotRuntime: new (options: object) => object
  export const InMemoryAgentRunner: new () => object
  export const createCopilotRuntimeHandler: (options: object) => (request: Request) => Promise<Response>
}
declare module '@modelcontextprotocol/sdk/client/index.js' {
  export class Client {
    constructor(info: object, options: object)
    setRequestHandler(schema: object, handler: (request: any) => Promise<object>): void
    setNotificationHandler(schema: object, handler: (notice: { params: { elicitationId: string } }) => void): void
    callTool(call: object): Promise<object>
  }
}
declare module '@modelcontextprotocol/client' {
  export class Client {
    constructor(info: object, options: object)
    callTool(call: object, options: { allowInputRequired: boolean }): Promise<object>
  }
}
declare module '@modelcontextprotocol/sdk/types.js' {
  export const ElicitationCompleteNotificationSchema: object
  export class UrlElicitationRequiredError extends Error {
    readonly elicitations: readonly { readonly elicitationId: string; readonly message: string; readonly mode: 'url'; readonly url: string }[]
  }
  export const ElicitRequestSchema: object
  export type ElicitResult = import('intervention-bar/server').McpElicitResult
}
declare module '@copilotkit/react-core/v2' {
  export const useFrontendTool: (tool: {
    name: string
    description: string
    parameters: object
    type: 'human-in-the-loop'
    handler: (args: Record<string, unknown>, context: { toolCall: { id: string; function: { name: string; arguments: string } }; agent?: object; signal?: AbortSignal }) => Promise<unknown>
  }) => void
  export const useAgent: () => { isReady: boolean; agent: import('intervention-bar/adapters/ag-ui').AgUiAgent & { threadId: string } }
  export const CopilotKit: any
  export const CopilotChat: any
  export const CopilotChatView: (props: {
    className?: string
    children(parts: { scrollView: React.ReactNode; input: React.ReactNode }): React.ReactElement
  }) => React.ReactElement
  export interface CopilotChatViewProps { readonly className?: string }
  export const useDefaultRenderTool: () => void
}
declare module '@openai/agents' { export const run: any; export const RunState: any }
declare module 'jest-environment-jsdom' { export class TestEnvironment { setup(): Promise<void>; global: any } }
declare module '@playwright/test' { export type { Page } from 'playwright' }
declare const cy: { get(selector: string, options: { timeout: number }): { click(): void } }
declare module '@/lib/agent' {
  export const agent: import('intervention-bar/server').RouteAgent
  export const pool: import('intervention-bar/server').PostgresClient
  export const userOf: (request: Request) => Promise<{ id: string } | null>
}
declare module '*/runs' {
  export const logOf: (id: string) => { messages: any[] }
  export const publish: (id: string, stream: any) => Promise<void>
  export const wordsOf: (id: string, run: number) => Promise<ReadableStream | null>
}
declare module '*/scriptedModel' { export const scriptedModel: object }
declare module '*/routeTransport' { export const routeTransport: (next: number) => object }
declare module 'hono' {
  export class Hono { all(path: string, answer: (context: { req: { raw: Request } }) => Promise<Response>): void }
}
declare module '@hono/node-server' { export const getRequestListener: (fetch: (request: Request) => Promise<Response>) => (request: any, answer: any) => Promise<void> }
declare module 'fastify' { export default function Fastify(options: object): any }
declare module 'express' {
  const express: { (): { all(path: string, listener: object): void; use(part: object): void; listen(port: number): void }; json(): object }
  export default express
}
declare module 'zod' { export const z: any }
declare module '*/Chat' { export const Chat: (props: { id: string }) => React.ReactElement }
declare const Messages: () => React.ReactElement
declare const Composer: () => React.ReactElement
declare const Button: (props: React.ComponentProps<'button'> & { variant?: 'outline' }) => React.ReactElement
declare const id: string
declare const toolCallId: string
declare const operationId: string
declare const accessToken: string
declare const connectionString: string
declare const requestId: string
declare const revision: string
declare const answer: import('intervention-bar/core').ResumeAnswer
declare const heard: import('intervention-bar/core').GatewayEvent
declare const interrupt: object
declare const useState: typeof import('react').useState
declare const request: import('intervention-bar/core').ResumeRequest
declare const settings: import('intervention-bar/core').ApprovalSettings
declare const state: import('intervention-bar/core').ConversationState
declare const route: import('intervention-bar/server').ResumeRoute
declare const threadId: string
declare const toolCallIds: [string]
declare const claims: import('intervention-bar/server').Claims
declare const store: import('intervention-bar/server').Store
declare const container: HTMLElement
declare const mock: import('intervention-bar/mocks').MockGateway
declare const apply: any, client: any, convertToModelMessages: any, ElicitRequestSchema: any, lastAssistantMessageIsCompleteWithApprovalResponses: any
declare const navigate: any, Pool: any, publish: any, revive: any, run: any, RunState: any, server: any, sessionOf: any, setupServer: any
declare const call: any, decisions: any, elicitationId: string, ElicitationCompleteNotificationSchema: any, requestState: string
declare const askInBar: any, signal: AbortSignal, useFrontendTool: any, z: any
declare const showFailure: any, token: any, streamText: any, useAgent: any, useChat: any, useMutation: any, useQuery: any, user: any
declare const gateway: import('intervention-bar/core').GatewayClient
declare const agent: any
declare const startBackend: () => Promise<any>
declare const myGateway: (url: string) => import('intervention-bar/core').GatewayClient
declare const authorization: string
declare const conversationId: string
declare const mayUse: (request: Request, conversationId: string) => Promise<{ id: string } | undefined>
declare const messages: any[]
declare const model: { reply(text: string | undefined, results: readonly object[]): Promise<any> }
declare const pool: import('intervention-bar/server').PostgresClient
declare const tools: { [name: string]: any }
`

describe('the samples of the README and the pages', () => {
  it.each(samples)('$name parses', async ({ text }) => {
    await expect(transform(text, { loader: 'tsx', jsx: 'automatic' })).resolves.toBeTruthy()
  })

  it('begin with "use client" in the README', () => {
    expect(samples[0]).toMatchObject({ file: 'README.md', text: expect.stringMatching(/^'use client'\n/) })
  })

  it('type-check against the package', async () => {
    mkdirSync('.cache', { recursive: true })
    const folder = mkdtempSync('.cache/samples-')
    const names = new Map<string, string>()
    for (const [index, { name, text }] of samples.entries()) {
      names.set(`sample${index}.tsx`, name)
      writeFileSync(join(folder, `sample${index}.tsx`), text)
    }
    writeFileSync(join(folder, 'around.d.ts'), around)
    const config = {
      extends: '../../tsconfig.json',
      include: ['.'],
      exclude: [],
      // Packages that are not installed here are `any`.
      compilerOptions: { checkJs: false, noImplicitAny: false },
    }
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config))
    const tsc = ['node_modules/typescript/bin/tsc', '--noEmit', '--pretty', 'false', '-p', folder]
    const said = await promisify(execFile)(process.execPath, tsc)
      .then(
        () => '',
        (failed: { stdout: string }) => failed.stdout,
      )
      .finally(() => rmSync(folder, { recursive: true }))
    expect(said.replaceAll(/\S*\b(sample\d+\.tsx)/g, (_all, file: string) => names.get(file) ?? file)).toBe(
      '',
    )
  })
})
