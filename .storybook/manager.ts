import { addons } from 'storybook/manager-api'
import { themes } from 'storybook/theming'

// Without roots the documents stand first, as they are sorted. The controls are beside the chat: below it they would cover the bar.
addons.setConfig({
  theme: themes[matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'],
  sidebar: { showRoots: false },
  layout: { panelPosition: 'right', rightPanelWidth: 290, navSize: 230 },
})
