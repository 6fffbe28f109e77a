import {
  type Change,
  changedSettings,
  everyMode,
  firstSettings,
  type KeptSettings,
  shownSettings,
} from '../backend/settings.ts'
import type { SettingsBody } from '../backend/requests.ts'
import { GatewayError } from '../gateway/GatewayError.ts'
import type { ConversationId, RequestId } from '../model/ids.ts'
import type { ApprovalMode, ApprovalSettings, SettingsAnswer } from '../model/settings.ts'
import { mayDecide, type RouteViewer } from './authorize.ts'
import type { RouteRecord } from './routeRecord.ts'
import type { RouteRecords } from './routeRecords.ts'

export interface RouteSettings {
  shown(record: RouteRecord, viewer: RouteViewer): ApprovalSettings
  change(
    id: ConversationId,
    request: SettingsBody & { readonly requestId: RequestId },
    viewer: RouteViewer,
  ): Promise<SettingsAnswer>
}

export function keptIn({ settings = firstSettings }: RouteRecord): KeptSettings {
  return settings
}

export function createRouteSettings(
  records: RouteRecords,
  modes: readonly ApprovalMode[] = everyMode,
): RouteSettings {
  const unknown = modes.find((mode) => !everyMode.includes(mode))
  if (unknown !== undefined)
    throw new TypeError(`"${unknown}" is no mode. Modes are ${everyMode.join(', ')}.`)
  const show = (kept: KeptSettings, viewer: RouteViewer): ApprovalSettings =>
    shownSettings(kept, { modes, mayChange: mayDecide(viewer) })

  return {
    shown: (record, viewer) => show(keptIn(record), viewer),
    change: async (id, request, viewer) => {
      if ('mode' in request.change && !modes.includes(request.change.mode)) {
        const fields = [{ path: '/change/mode', message: 'Not offered.' }]
        throw new GatewayError({ code: 'invalid', applied: 'no', fields })
      }
      let made: Change | undefined
      await records.change(id, (record) => {
        made = changedSettings(keptIn(record), request, Date.now())
        return made.kept === keptIn(record) ? record : { ...record, settings: made.kept }
      })
      const { outcome, kept } = made!
      return { outcome, settings: show(kept, viewer) }
    },
  }
}
