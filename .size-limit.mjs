import { join } from 'node:path'

const react = ['react', 'react-dom', 'react/jsx-runtime']

/** A page fetches these when a call needs them. */
const later = [
  '*/editor/AnswerForm.js',
  '*/editor/Editor.js',
  '*/arguments/ChangedArguments.js',
  '*/arguments/Rendered.js',
  '*/card/Menu.js',
  '*/editing/EditedArguments.js',
  '*/editing/Editing.js',
  '*/card/RememberItems.js',
  '*/checkSchemas.js',
  '*/previews/Preview.js',
  '*/list/List.js',
  '*/list/seeCard.js',
  '*/keys/ShortcutList.js',
]

/** size-limit leaves out every peer dependency; a page fetches TanStack Query all the same, so it is counted here. */
const countAllButReact = (config) => ({ ...config, external: [...react, ...later] })

const countWhatIsLoadedFirst = (config) => ({ ...config, external: [...(config.external ?? []), ...later] })

const loadedByTheBar =
  /^react(\/jsx-runtime)?$|\/(model\/(jsonMeaning|jsonTokens|visibleText|editDraft)|components\/editing\/CodeText)\.js$/

/** What a preview finds in a page that has shown a list of arguments. */
const loadedByTheList =
  /^react(\/jsx-runtime)?$|\/(components|hooks|client|gateway|model)\/[\w/]+\.js$|\/locales\/(en|decisionWords|decisionWordsOf|barWordsOf|formats|language)\.js$/

/** It comes on top of a page that has React and the bar: nothing of what they brought counts again. */
const countOnTopOf = (loaded) => (config) => ({
  ...config,
  external: Object.keys(previews).map((name) => `./${name}.js`),
  plugins: [
    ...(config.plugins ?? []),
    {
      name: 'on-top-of-the-bar',
      setup(build) {
        build.onResolve({ filter: /./ }, ({ path, resolveDir }) => {
          const whole = path.startsWith('.') ? join(resolveDir, path) : path
          return loaded.test(whole) ? { path: whole, namespace: 'loaded' } : undefined
        })
        build.onLoad({ filter: /./, namespace: 'loaded' }, async ({ path }) => ({
          contents: `export let ${Object.keys(await import(path))
            .filter((name) => /^(?!default$)[\w$]+$/.test(name))
            .join()}`,
        }))
      },
    },
  ],
})

const adapters = {
  'in-page': '11 kB',
  'ai-sdk': '8.6 kB',
  'ag-ui': '16.3 kB',
  langgraph: '11.8 kB',
  lobehub: '13.3 kB',
  'openai-agents': '9.7 kB',
}

const previews = {
  Preview: '5 kB',
  AttachmentPreview: '2 kB',
  BrowserPreview: '2.5 kB',
  CalendarPreview: '2 kB',
  CommandPreview: '6.9 kB',
  DiffPreview: '7.5 kB',
  FilePreview: '2.5 kB',
  HttpPreview: '3 kB',
  MessagePreview: '2 kB',
  PaymentPreview: '2 kB',
  PlanPreview: '2 kB',
  SqlPreview: '5.6 kB',
}

const checks = [
  {
    name: 'the README sample with createHttpGateway and TanStack Query, over bare React',
    path: ['dist/index.js', 'dist/core.js'],
    import: {
      'dist/index.js': '{ GatewayProvider, InterventionBar }',
      'dist/core.js': '{ createHttpGateway }',
    },
    modifyEsbuildConfig: countAllButReact,
    limit: '81.3 kB',
  },
  {
    name: 'everything of ".", React and Query external',
    path: 'dist/index.js',
    import: '*',
    limit: '81.5 kB',
  },
  {
    name: '{ ApproveButton, GatewayProvider }, React and Query external',
    path: 'dist/index.js',
    import: '{ ApproveButton, GatewayProvider }',
    limit: '45.8 kB',
  },
  {
    name: '{ GatewayProvider, useInterventions, useApprove, useReject }, React and Query external',
    path: 'dist/index.js',
    import: '{ GatewayProvider, useInterventions, useApprove, useReject }',
    limit: '24.4 kB',
  },
  ...Object.entries(adapters).map(([name, limit]) => ({
    name: `adapters/${name}, all of it`,
    path: `dist/adapters/${name}/index.js`,
    import: '*',
    limit,
  })),
  {
    name: 'the form, when it is opened, with its validator',
    path: 'dist/editor/Editor.js',
    import: '{ Editor }',
    modifyEsbuildConfig: countOnTopOf(loadedByTheBar),
    limit: '15.7 kB',
  },
  ...Object.entries(previews).map(([name, limit]) => ({
    name: `previews: ${name}, when a call needs it`,
    path: `dist/previews/${name}.js`,
    import: `{ ${name} }`,
    modifyEsbuildConfig: countOnTopOf(loadedByTheList),
    limit,
  })),
  {
    name: 'devtools, all of it, React and Query external',
    path: 'dist/devtools/index.js',
    import: '*',
    limit: '30 kB',
  },
  {
    name: 'server, all of it',
    path: 'dist/server/index.js',
    import: '*',
    // It checks every edit itself.
    modifyEsbuildConfig: (config) => config,
    limit: '31 kB',
  },
]

const languages = 'de fr es pt-BR it nl pl ru tr ar he ja ko zh-CN zh-TW'.split(' ').map((code) => ({
  name: `locales/${code}, all of it`,
  path: `dist/locales/${code}.js`,
  import: '*',
  limit: '13.6 kB',
}))

const sheets = [
  { name: 'styles.css', path: 'dist/styles.css', limit: '8.8 kB' },
  { name: 'structure.css', path: 'dist/structure.css', limit: '1.8 kB' },
]

export default [
  ...[...checks, ...languages].map((check) => ({
    gzip: true,
    modifyEsbuildConfig: countWhatIsLoadedFirst,
    ...check,
  })),
  ...sheets.map((sheet) => ({ gzip: true, ...sheet })),
]
