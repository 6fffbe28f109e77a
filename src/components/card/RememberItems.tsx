'use client'
import type { RememberScope } from '../../model/decision.ts'
import { shortText } from '../../model/visibleText.ts'
import { rememberWords, type RememberWords } from '../../locales/rememberWords.ts'
import { Icon } from '../icons.tsx'
import { definePart, type PartComponent, type PropsOf } from '../part.tsx'
import { useMessages } from '../words.ts'
import { useIntervention } from './InterventionContext.ts'
import { MenuBox, type MenuBoxProps } from './MenuBox.tsx'

export type RememberItemsProps = Pick<MenuBoxProps, 'button' | 'close'>

/** The scopes that the call offers, after the one that is always there. */
export function RememberItems({ button, close }: RememberItemsProps): React.ReactElement {
  const { card, remember, setDraft, id } = useIntervention()
  const { howLong } = useMessages()
  const words = useRememberWords()
  const tool = useToolOfRule()
  const { revision } = card

  function choose(scope: RememberScope | null): void {
    close(false)
    setDraft({ remember: scope && { scope, revision }, choice: null })
  }

  return (
    <MenuBox id={`${id}scopes`} label={howLong} {...{ button, close }}>
      {[null, ...card.remember].map((scope) => (
        <button
          key={scope}
          type="button"
          role="menuitemradio"
          aria-checked={scope === remember}
          data-scope={scope ?? 'once'}
          tabIndex={-1}
          onClick={() => choose(scope)}
        >
          <span>
            {scope ? words.scope[scope](tool) : words.once}
            <small>{scope ? `${words.anyArguments} ${words.undo[scope]}` : words.onceHint}</small>
          </span>
        </button>
      ))}
    </MenuBox>
  )
}

export interface GrantLineProps {
  readonly box: React.ComponentPropsWithRef<typeof Line>
}

export function GrantLine({ box }: GrantLineProps): React.ReactElement {
  return <Line {...box} />
}

const Line: PartComponent<PropsOf<'div'>, 'div'> = /* @__PURE__ */ definePart('div', 'grant', () => {
  const { remember, lock, setDraft, id } = useIntervention()
  const words = useRememberWords()
  const tool = useToolOfRule()
  if (!remember) return null
  return {
    id: `${id}grant`,
    children: (
      <>
        <Icon of="info" />
        <p>
          {words.grant[remember](tool)} {words.undo[remember]}
        </p>
        <button
          type="button"
          data-part="grant_once"
          aria-disabled={lock ? true : undefined}
          onClick={({ currentTarget }) => {
            if (lock) return
            const card = currentTarget.closest('[data-part="intervention"]')
            setDraft({ remember: null, choice: null })
            setTimeout(() =>
              card?.querySelector<HTMLElement>('[data-part="remember"]')?.focus({ preventScroll: true }),
            )
          }}
        >
          {words.changeToOnce}
        </button>
      </>
    ),
  }
})

function useRememberWords(): RememberWords {
  const { remember } = useMessages()
  return remember ? { ...rememberWords, ...remember } : rememberWords
}

// The rule is about the name and not about the title, which a tool may choose as it likes.
function useToolOfRule(): string {
  const { card } = useIntervention()
  const { name, server } = card.tool ?? { name: '' }
  return useRememberWords().tool(shortText(name), server === undefined ? undefined : shortText(server))
}
