import * as main from 'intervention-bar'
import * as aiSdk from 'intervention-bar/adapters/ai-sdk'
import * as agUi from 'intervention-bar/adapters/ag-ui'
import * as langGraph from 'intervention-bar/adapters/langgraph'
import * as lobeHub from 'intervention-bar/adapters/lobehub'
import * as core from 'intervention-bar/core'
import * as devtools from 'intervention-bar/devtools'
import * as editor from 'intervention-bar/editor'
import * as inPage from 'intervention-bar/adapters/in-page'
import * as mocks from 'intervention-bar/mocks'
import * as previews from 'intervention-bar/previews'
import * as openAiAgents from 'intervention-bar/adapters/openai-agents'
import * as server from 'intervention-bar/server'
import * as testing from 'intervention-bar/testing'
import * as msw from 'intervention-bar/mocks/msw'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

/** Change this list together with the documentation. */
const surface = {
  '.': {
    module: main,
    names: [
      'ApprovalModeSelect',
      'ApproveButton',
      'GatewayError',
      'GatewayProvider',
      'Intervention',
      'InterventionBar',
      'InterventionHistory',
      'RejectButton',
      'RejectContinueButton',
      'WaitingBadge',
      'useAnswer',
      'useApprovalSettings',
      'useApprove',
      'useAttention',
      'useBusy',
      'useConversation',
      'useInterventions',
      'useReject',
      'useRejectContinue',
      'useResume',
      'useStop',
      'useWaiting',
    ],
  },
  './core': {
    module: core,
    names: [
      'GatewayError',
      'SealedState',
      'begin',
      'captureRetired',
      'changeSettingsOptions',
      'conversationOptions',
      'createHttpGateway',
      'isBusy',
      'merge',
      'pendingOf',
      'prune',
      'reduce',
      'resumeOptions',
      'retire',
      'settingsOptions',
      'step',
      'stopOptions',
    ],
  },
  './mocks': {
    module: mocks,
    names: [
      'agentThatAsks',
      'agentThatOpens',
      'ask',
      'askTogether',
      'calls',
      'createMemoryGateway',
      'createMockGateway',
      'decide',
      'questions',
      'say',
      'scenarios',
      'wallClock',
      'work',
    ],
  },
  './adapters/in-page': { module: inPage, names: ['createInPageGateway'] },
  './adapters/ai-sdk': { module: aiSdk, names: ['createAiSdkGateway'] },
  './adapters/ag-ui': {
    module: agUi,
    names: [
      'agUi',
      'agUiOverHttp',
      'askPerson',
      'createAgUiAgentGateway',
      'createAgUiGateway',
      'langGraphBridge',
      'strands',
      'tanStackAi',
    ],
  },
  './adapters/langgraph': {
    module: langGraph,
    names: ['agentInbox', 'createLangGraphGateway', 'exactValueOf', 'sourceOfField'],
  },
  './adapters/lobehub': { module: lobeHub, names: ['createLobeHubGateway', 'lobeHubOverHttp'] },
  './adapters/openai-agents': { module: openAiAgents, names: ['createOpenAiAgentsGateway'] },
  './editor': {
    module: editor,
    names: ['Editor', 'editorWords', 'resultOfEdit', 'startAnswer', 'startEdit'],
  },
  './devtools': { module: devtools, names: ['InterventionDevtools'] },
  './previews': {
    module: previews,
    names: [
      'AttachmentPreview',
      'BrowserPreview',
      'CalendarPreview',
      'CommandPreview',
      'DiffPreview',
      'FilePreview',
      'HttpPreview',
      'MessagePreview',
      'PaymentPreview',
      'PlanPreview',
      'SqlPreview',
      'previewWords',
    ],
  },
  './server': {
    module: server,
    names: [
      'aiSdk',
      'alreadyResolved',
      'createClaims',
      'createMcpCompletions',
      'createMemoryStore',
      'createPostgresStore',
      'createRedisStore',
      'createResumeRoute',
      'openAiAgents',
      'questionOfMcp',
      'questionsOfMcp',
      'responsesForMcp',
      'resultForMcp',
    ],
  },
  './testing': { module: testing, names: ['describeGateway'] },
  './mocks/msw': { module: msw, names: ['createHandlers'] },
} as const

describe('the public surface', () => {
  it.each(Object.entries(surface))('%s', (_path, { module, names }) => {
    expect(Object.keys(module).toSorted()).toEqual(names)
  })

  it('has a subpath for each entry, and no other code', () => {
    const { exports } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      exports: Record<string, unknown>
    }
    const code = Object.keys(exports).filter((path) => !/\.css$|\.json$|^\.\/locales\//.test(path))
    expect(code.toSorted()).toEqual(Object.keys(surface).toSorted())
  })

  it('has decisions that no default of a host can change', () => {
    const { mutationFn, mutationKey, ...fixed } = core.resumeOptions
    expect(mutationFn).toBeTypeOf('function')
    expect(mutationKey).toEqual(['intervention-bar', 'resume'])
    expect(fixed).toEqual({ networkMode: 'always', retry: false, throwOnError: false })
  })
})
