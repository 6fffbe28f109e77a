import { defineMain } from '@storybook/react-vite/node'
import remarkGfm from 'remark-gfm'
import { pageLinks } from './pageLinks.ts'

// MDX by itself knows no tables.
const docs = { mdxPluginOptions: { mdxCompileOptions: { remarkPlugins: [remarkGfm, pageLinks] } } }

export default defineMain({
  framework: '@storybook/react-vite',
  stories: ['../stories/**/*.mdx', '../stories/**/*.stories.tsx'],
  addons: [
    { name: '@storybook/addon-docs', options: docs },
    '@storybook/addon-a11y',
    '@storybook/addon-vitest',
  ],
  staticDirs: [
    { from: '../node_modules/msw/lib/mockServiceWorker.js', to: '/mockServiceWorker.js' },
    // Pages name their pictures as files beside them, which a code host shows too.
    { from: '../stories/docs/pictures', to: '/pictures' },
    { from: '../stories/docs/measured.svg', to: '/measured.svg' },
    { from: '../stories/docs/measured.others.svg', to: '/measured.others.svg' },
  ],
  features: { sidebarOnboardingChecklist: false },
  core: { disableTelemetry: true, disableWhatsNewNotifications: true, enableCrashReports: false },
})
