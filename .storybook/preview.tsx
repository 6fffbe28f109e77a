import addonA11y from '@storybook/addon-a11y'
import addonDocs from '@storybook/addon-docs'
import { definePreview } from '@storybook/react-vite'
import { setupWorker } from 'msw/browser'
import addonMsw from 'msw-storybook-addon'
import { configure } from 'storybook/test'
import { themes } from 'storybook/theming'
import { LanguageContext, languages } from '../stories/support/languages.ts'
import '../src/styles/index.css'
import './preview.css'

// A busy machine is no failure: what never comes is found out all the same.
configure({ asyncUtilTimeout: 30_000 })

const system = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'

export default definePreview({
  addons: [
    addonDocs(),
    addonA11y(),
    addonMsw(async () => {
      const worker = setupWorker()
      await worker.start({ quiet: true, onUnhandledRequest: 'bypass' })
      return worker
    }),
  ],
  parameters: {
    a11y: { test: 'error', options: { rules: { 'target-size': { enabled: true } } } },
    options: {
      storySort: {
        order: [
          'Docs',
          [
            'Start',
            'Show the bar',
            'Connect a backend',
            [
              'Which one',
              'AI SDK',
              'LangGraph',
              'AG-UI and CopilotKit',
              'OpenAI Agents',
              'LobeHub',
              'MCP elicitation',
              'An agent in the page',
              'Your own, with the server route',
              'Your own, from the protocol',
              'Your own client',
            ],
            'Make it yours',
            ['Colours and themes', 'Your own card', 'Renderers', 'Your own words', 'Hooks'],
            'Edit, answer, hide values',
            'Remember and modes',
            'Several at once',
            'Test your chat',
            'Devtools',
            'Keyboard',
            'Call people back',
            'Languages',
            'When a press counts',
            'Several tabs, reloads, bad networks',
            'Your QueryClient',
            'The first HTML',
            'Security',
            'Protocol',
            'Errors',
            'Compared with others',
            '*',
            'For maintainers',
          ],
          'Reference',
          ['Every part and hook'],
          'Chat',
          'Gallery',
          'Any state',
          'Phones',
          'Bar',
          'Arguments',
          'Parts',
          '*',
          'Chats',
        ],
      },
    },
    controls: { expanded: false },
    docs: { theme: themes[system] },
  },
  globalTypes: {
    theme: {
      description: 'Colours',
      toolbar: { title: 'Theme', icon: 'contrast', items: ['light', 'dark'], dynamicTitle: true },
    },
    language: {
      description: 'Language of the bar',
      toolbar: {
        title: 'Language',
        icon: 'globe',
        items: ['en', ...Object.keys(languages)],
        dynamicTitle: true,
      },
    },
    direction: {
      description: 'Writing direction',
      toolbar: { title: 'Direction', icon: 'transfer', items: ['ltr', 'rtl'], dynamicTitle: true },
    },
  },
  initialGlobals: {
    theme: String(import.meta.env['STORYBOOK_THEME'] ?? system),
    direction: 'ltr',
    language: 'en',
  },
  decorators: [
    (Story, { globals }) => {
      document.documentElement.style.colorScheme = String(globals['theme'])
      const language = languages[String(globals['language'])]
      document.documentElement.dir =
        globals['direction'] === 'rtl' ? 'rtl' : (language?.direction ?? String(globals['direction']))
      document.documentElement.lang = String(globals['language'])
      return (
        <LanguageContext.Provider value={language}>
          <Story />
        </LanguageContext.Provider>
      )
    },
  ],
})
