'use client'
// Longer than 250 lines: the modes, the second step of a looser one and the list make one change at a time.
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { useApprovalSettings } from '../../hooks/useApprovalSettings.ts'
import { useGatewayContext } from '../../hooks/GatewayContext.ts'
import { settingsWords, type SettingsWords } from '../../locales/settingsWords.ts'
import type { Failure } from '../../model/decision.ts'
import type { ConversationId } from '../../model/ids.ts'
import type { ApprovalMode, ApprovalSettings, SettingsChange } from '../../model/settings.ts'
import { visibleText } from '../../model/visibleText.ts'
import { Icon } from '../icons.tsx'
import { useKeptFocus } from '../card/useKeptFocus.ts'
import { definePart, type PartComponent, type PropsOf } from '../part.tsx'
import { useDecisionWords, useLanguage, useMessages } from '../words.ts'
import { AllowList } from './AllowList.tsx'
import { type SettingsGuardOptions, useSettingsGuard } from './useSettingsGuard.tsx'

/** Props of `ApprovalModeSelect`. */
export interface ApprovalModeSelectProps extends PropsOf<'section'> {
  readonly conversationId: ConversationId
  /** The time in view before a press of the second step counts, in milliseconds; 250 at least. @default 500 */
  readonly arming?: number
  /** Lets presses count even if another site shows the page in a frame. @default false */
  readonly frameAllowed?: boolean
  /** Counts only presses that the browser marks as made by a person. @default false */
  readonly trustedOnly?: boolean
}

const strictness: readonly ApprovalMode[] = ['ask', 'allow_list', 'auto_run']
const confirmMs = 30_000

/**
 * Shows which calls run without asking, and changes it. A mode that asks less often takes a second step. Renders a
 * `<section>`, or nothing if the backend has no such settings.
 *
 * @example
 * <ApprovalModeSelect conversationId={id} />
 */
export const ApprovalModeSelect: PartComponent<ApprovalModeSelectProps, 'section'> =
  /* @__PURE__ */ definePart(
    'section',
    'approval_settings',
    ({ conversationId, arming, frameAllowed, trustedOnly }: ApprovalModeSelectProps) => {
      const view = useApprovalSettings(conversationId)
      const { announcer } = useGatewayContext()
      const { say } = announcer
      const language = useLanguage()
      const words = useSettingsWords()
      const [asked, setAsked] = useState<{ readonly mode: ApprovalMode; readonly version: string } | null>(
        null,
      )
      const [notice, setNotice] = useState<{
        readonly tone: 'stale' | 'failed'
        readonly text: string
      } | null>(null)
      const id = useId()
      const removed = useRef(-1)
      const watch = useKeptFocus((section) => {
        const entries = section?.querySelectorAll<HTMLElement>('[data-part="remove_allowed"]') ?? []
        const next = entries[Math.min(removed.current, entries.length - 1)]
        removed.current = -1
        return next ?? section?.querySelector<HTMLElement>('input:checked')
      })
      const isAbsent = ['unsupported', 'not_found'].includes(view?.failure?.code ?? '')
      if (!view || (!view.settings && (!view.failure || isAbsent))) return null
      const { settings, isChanging, change: send, reread } = view
      // A change elsewhere ends the second step.
      const next = asked?.version === settings?.version ? asked?.mode : undefined

      async function change(made: SettingsChange): Promise<void> {
        if (isChanging) return
        setNotice(null)
        // SAFETY: it rejects with failures only.
        const answer = await send(made).catch((thrown: unknown) => thrown as Failure)
        setAsked(null)
        if ('code' in answer) tell('failed', words.failed(answer))
        else if (answer.outcome === 'stale') tell('stale', words.stale)
        else say(words.changed)
      }
      function tell(tone: 'stale' | 'failed', text: string): void {
        setNotice({ tone, text })
        say(text)
      }
      function choose(mode: ApprovalMode): void {
        if (!settings || isChanging) return
        setNotice(null)
        const isLooser = strictness.indexOf(mode) > strictness.indexOf(settings.mode)
        if (isLooser) return setAsked({ mode, version: settings.version })
        setAsked(null)
        if (mode !== settings.mode) void change({ mode })
      }

      return {
        ...language,
        'aria-labelledby': `${id}heading`,
        'data-styled': '',
        watch,
        state: { busy: isChanging },
        children: (
          <>
            <header>
              <h3 id={`${id}heading`}>{words.heading}</h3>
              {settings && (
                <p data-part="settings_scope">
                  {words.scope[settings.scope]} {!settings.mayChange && words.viewOnly}
                </p>
              )}
            </header>
            {settings ? (
              <Modes {...{ settings, words, next, choose, id }} isLocked={isChanging} />
            ) : (
              <p data-part="notice" role="status">
                {words.unread}{' '}
                <button type="button" data-part="reread" onClick={reread}>
                  {words.reread}
                </button>
              </p>
            )}
            {next && (
              <Step
                key={next}
                {...{ mode: next, words, isChanging, arming, frameAllowed, trustedOnly }}
                shown={`${settings?.version} ${next}`}
                exception={settings?.exceptions?.[next]}
                confirm={() => void change({ mode: next })}
                cancel={() => setAsked(null)}
              />
            )}
            {notice && (
              <p data-part="notice" data-status={notice.tone} role="status">
                {notice.text}
              </p>
            )}
            {settings && (
              <AllowList
                {...{ settings, words, id }}
                isLocked={isChanging}
                remove={(key, index) => {
                  removed.current = index
                  void change({ remove: key })
                }}
              />
            )}
          </>
        ),
        fixed: {
          conversationId: undefined,
          arming: undefined,
          frameAllowed: undefined,
          trustedOnly: undefined,
        },
      }
    },
  )

function useSettingsWords(): SettingsWords {
  const { settings } = useMessages()
  return settings ? { ...settingsWords, ...settings } : settingsWords
}

function Modes({
  settings,
  words,
  next,
  choose,
  isLocked,
  id,
}: {
  readonly settings: ApprovalSettings
  readonly words: SettingsWords
  readonly next: ApprovalMode | undefined
  readonly choose: (mode: ApprovalMode) => void
  readonly isLocked: boolean
  readonly id: string
}): React.ReactElement {
  const { assistant } = useDecisionWords()
  const { mode, modes, exceptions, mayChange } = settings
  const shown = strictness.filter((one) => one === mode || (mayChange && modes.includes(one)))
  return (
    <div role="radiogroup" aria-labelledby={`${id}heading`} data-part="modes">
      {shown.map((one) => (
        <label key={one} data-part="mode" data-mode-name={one}>
          <input
            type="radio"
            name={`${id}mode`}
            value={one}
            checked={one === (next ?? mode)}
            aria-disabled={isLocked || !mayChange ? true : undefined}
            aria-describedby={`${id}${one}`}
            onChange={() => mayChange && choose(one)}
          />
          <span>
            {words.mode[one]}
            <small id={`${id}${one}`}>
              {words.hint[one](assistant)}
              {exceptions?.[one] && ` ${visibleText(exceptions[one])}`}
            </small>
          </span>
        </label>
      ))}
    </div>
  )
}

function Step({
  mode,
  words,
  shown,
  exception,
  isChanging,
  confirm,
  cancel,
  ...guarded
}: SettingsGuardOptions & {
  readonly mode: ApprovalMode
  readonly words: SettingsWords
  readonly shown: string
  readonly exception: string | undefined
  readonly isChanging: boolean
  readonly confirm: () => void
  readonly cancel: () => void
}): React.ReactElement {
  const { assistant } = useDecisionWords()
  const { isArmed, watch, accepts, answer } = useSettingsGuard(shown, guarded)
  const close = useRef(cancel)
  const id = useId()
  useEffect(() => {
    close.current = cancel
  })
  useEffect(() => {
    const onHide = (): void => {
      if (document.hidden) close.current()
    }
    const timer = setTimeout(() => close.current(), confirmMs)
    document.addEventListener('visibilitychange', onHide)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', onHide)
    }
  }, [])
  function leave(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || isChanging) return
    event.preventDefault()
    event.stopPropagation()
    cancel()
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape leaves every button in it.
    <div data-part="mode_step" role="group" aria-labelledby={id} onKeyDown={leave}>
      <Icon of="warning" />
      <p id={id}>
        {words.confirm[mode](assistant)} {exception && `${visibleText(exception)} `}
        {words.waitsOn}
      </p>
      <button
        type="button"
        ref={watch}
        data-part="confirm_mode"
        data-armed={isArmed && !isChanging ? '' : undefined}
        aria-disabled={isChanging ? true : undefined}
        onClick={(event) => accepts(event) && !isChanging && confirm()}
      >
        {words.change[mode]}
      </button>
      {answer}
      <button type="button" data-part="cancel_mode" onClick={() => !isChanging && cancel()}>
        {words.cancel}
      </button>
    </div>
  )
}
