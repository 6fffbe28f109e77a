import { addons } from 'storybook/manager-api'

// The controls are beside the chat: below it they would cover the bar.
addons.setConfig({ layout: { panelPosition: 'right', rightPanelWidth: 290, navSize: 230 } })
