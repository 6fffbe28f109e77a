import {
  changedSettings,
  everyMode,
  firstSettings,
  type KeptSettings,
  shownSettings,
  withRemembered,
} from '../backend/settings.ts'
import type { ApprovalSettings, SettingsAnswer, SettingsRequest } from '../model/settings.ts'
import type { EventLog } from './eventLog.ts'
import type { MockClock } from './world.ts'

/** The approval settings of one mocked conversation. */
export interface MockSettings {
  kept(): KeptSettings
  read(mayChange: boolean): ApprovalSettings
  change(request: Omit<SettingsRequest, 'conversationId'>): SettingsAnswer
  remember(
    ...remembered: Parameters<typeof withRemembered> extends [unknown, ...infer Rest] ? Rest : never
  ): void
}

export function createMockSettings(log: EventLog, clock: MockClock): MockSettings {
  let kept = firstSettings
  const read = (mayChange: boolean): ApprovalSettings => shownSettings(kept, { modes: everyMode, mayChange })

  function keep(next: KeptSettings): void {
    if (next === kept) return
    kept = next
    const { version } = next
    log.append({ type: 'approval_settings_changed', operationId: '', data: { version } })
  }

  return {
    kept: () => kept,
    read,
    remember: (...remembered) => keep(withRemembered(kept, ...remembered)),
    change: (request) => {
      const { outcome, kept: next } = changedSettings(kept, request, clock.now())
      keep(next)
      return { outcome, settings: read(true) }
    },
  }
}
