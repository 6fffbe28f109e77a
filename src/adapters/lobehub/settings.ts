import { type Fields, fieldsOf, itemsOf } from '../../backend/json.ts'
import { sha256 } from '../../backend/sha256.ts'
import type { CallOptions, SettingsClient } from '../../gateway/GatewayClient.ts'
import type {
  AllowedTool,
  ApprovalMode,
  ApprovalSettings,
  SettingsAnswer,
  SettingsChange,
  SettingsRequest,
} from '../../model/settings.ts'
import type { LobeHubOptions } from './options.ts'
import { unsupported } from './topic.ts'

const words: Readonly<Record<ApprovalMode, string>> = {
  ask: 'manual',
  allow_list: 'allow-list',
  auto_run: 'auto-run',
}
const stillAsked = 'Tools that always ask, and calls on the security blacklist, are still asked for.'
const exceptions = {
  ask: 'Tools that never ask run all the same.',
  allow_list: stillAsked,
  auto_run: stillAsked,
}

/**
 * The settings that LobeHub keeps with the person, as its own pages read and write them. It keeps no version, so theirs is a
 * digest, and a change reads them once more before it writes, and again after it. A change that another page has overwritten
 * is `stale`.
 */
export function lobeHubSettings({ call }: Pick<LobeHubOptions, 'call'>): SettingsClient {
  async function toolSettings({ signal }: CallOptions): Promise<Fields> {
    const state = fieldsOf(await call('user.getUserState', {}, { signal }))
    if (!('settings' in state)) throw unsupported('user.getUserState')
    return fieldsOf(fieldsOf(state['settings'])['tool'])
  }

  return {
    read: async (_conversationId, options) => settingsOf(await toolSettings(options)),
    change: async (
      { version, change, requestId }: SettingsRequest,
      options: CallOptions,
    ): Promise<SettingsAnswer> => {
      const tool = await toolSettings(options)
      const now = settingsOf(tool)
      // Sent again, it finds its own change.
      if (isMade(now, change)) return { outcome: 'changed', settings: now }
      if (now.version !== version) return { outcome: 'stale', settings: now }
      // The server replaces all settings of tools.
      const humanIntervention = { ...fieldsOf(tool['humanIntervention']), ...written(tool, change) }
      const next = { ...tool, humanIntervention }
      await call('user.updateSettings', { tool: next }, { signal: options.signal, requestId })
      // It compares nothing when it writes, so another page may have been last.
      const after = settingsOf(await toolSettings(options).catch(() => next))
      return { outcome: isMade(after, change) ? 'changed' : 'stale', settings: after }
    },
  }
}

function settingsOf(tool: Fields): ApprovalSettings {
  const { approvalMode, allowList } = fieldsOf(tool['humanIntervention'])
  const keys = [...new Set(itemsOf(allowList).filter((key) => typeof key === 'string'))]
  const mode = modes.find((one) => words[one] === approvalMode) ?? 'ask'
  return {
    version: sha256(JSON.stringify([mode, keys])),
    mode,
    modes,
    exceptions,
    scope: 'user',
    mayChange: true,
    allowList: keys.map(entryOf),
  }
}

const modes: readonly ApprovalMode[] = ['ask', 'allow_list', 'auto_run']

function entryOf(key: string): AllowedTool {
  const at = key.indexOf('/')
  return at < 0 ? { key, tool: key } : { key, tool: key.slice(at + 1), server: key.slice(0, at) }
}

function isMade({ mode, allowList }: ApprovalSettings, change: SettingsChange): boolean {
  if ('mode' in change) return mode === change.mode
  if ('add' in change) return allowList.some(({ key }) => key === change.add)
  return !allowList.some(({ key }) => key === change.remove)
}

// An entry that is no key is LobeHub's business, and stays.
function written(tool: Fields, change: SettingsChange): Fields {
  if ('mode' in change) return { approvalMode: words[change.mode] }
  const keys = itemsOf(fieldsOf(tool['humanIntervention'])['allowList'])
  return { allowList: 'add' in change ? [...keys, change.add] : keys.filter((key) => key !== change.remove) }
}
