import type { ComponentType } from 'react'
import type { AttachmentPreviewProps } from './AttachmentPreview.tsx'
import type { BrowserPreviewProps } from './BrowserPreview.tsx'
import type { CalendarPreviewProps } from './CalendarPreview.tsx'
import type { CommandPreviewProps } from './CommandPreview.tsx'
import type { DiffPreviewProps } from './DiffPreview.tsx'
import type { FilePreviewProps } from './FilePreview.tsx'
import type { HttpPreviewProps } from './HttpPreview.tsx'
import type { MessagePreviewProps } from './MessagePreview.tsx'
import type { PaymentPreviewProps } from './PaymentPreview.tsx'
import type { PlanPreviewProps } from './PlanPreview.tsx'
import type { SqlPreviewProps } from './SqlPreview.tsx'

// The previews, in the order in which a call is tried.
export interface PreviewProps {
  readonly diff: DiffPreviewProps
  readonly patch: DiffPreviewProps
  readonly attachment: AttachmentPreviewProps
  readonly file: FilePreviewProps
  readonly sql: SqlPreviewProps
  readonly command: CommandPreviewProps
  readonly browser: BrowserPreviewProps
  readonly http: HttpPreviewProps
  readonly calendar: CalendarPreviewProps
  readonly payment: PaymentPreviewProps
  readonly message: MessagePreviewProps
  readonly plan: PlanPreviewProps
}

// Each is fetched when a call needs it.
export const loaders: {
  readonly [Kind in keyof PreviewProps]: () => Promise<ComponentType<PreviewProps[Kind]>>
} = {
  attachment: () => import('./AttachmentPreview.tsx').then((all) => all.AttachmentPreview),
  browser: () => import('./BrowserPreview.tsx').then((all) => all.BrowserPreview),
  calendar: () => import('./CalendarPreview.tsx').then((all) => all.CalendarPreview),
  command: () => import('./CommandPreview.tsx').then((all) => all.CommandPreview),
  diff: () => import('./DiffPreview.tsx').then((all) => all.DiffPreview),
  file: () => import('./FilePreview.tsx').then((all) => all.FilePreview),
  http: () => import('./HttpPreview.tsx').then((all) => all.HttpPreview),
  message: () => import('./MessagePreview.tsx').then((all) => all.MessagePreview),
  patch: () => import('./DiffPreview.tsx').then((all) => all.DiffPreview),
  payment: () => import('./PaymentPreview.tsx').then((all) => all.PaymentPreview),
  plan: () => import('./PlanPreview.tsx').then((all) => all.PlanPreview),
  sql: () => import('./SqlPreview.tsx').then((all) => all.SqlPreview),
}
