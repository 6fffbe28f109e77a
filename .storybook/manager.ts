import { addons } from 'storybook/manager-api'

// The controls are beside the chat: below it they would cover the bar.
addons.setConfig({ panelPosition: 'right', rightPanelWidth: 320 })
