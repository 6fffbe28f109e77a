import { addons } from 'storybook/manager-api'

// Without roots the documents stand first, as they are sorted. The controls are beside the chat: below it they would cover the bar.
addons.setConfig({
  sidebar: { showRoots: false },
  layout: { panelPosition: 'right', rightPanelWidth: 290, navSize: 230 },
})
