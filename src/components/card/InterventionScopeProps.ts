import type { PressOrigin } from '../../hooks/useDecisionMutation.ts'
import type { ConversationId, ToolCallId } from '../../model/ids.ts'

/** Which call the parts below are about. */
export interface InterventionScopeProps extends Pick<PressOrigin, 'onDecide' | 'onResumed'> {
  readonly conversationId: ConversationId
  /** @default the first that waits */
  readonly toolCallId?: ToolCallId | undefined
  /** How long a call must have been in view before a press counts, in milliseconds; 250 at least. @default 500 */
  readonly arming?: number | undefined
  /** Lets presses count on a page that another site shows in a frame of its own. @default false */
  readonly frameAllowed?: boolean | undefined
  /**
   * Counts only presses that the browser says a person made. It keeps a script's `click()` out, and with it some
   * assistive tools; a script of the same page could still call the gateway. @default false
   */
  readonly trustedOnly?: boolean | undefined
}
