'use client'
import { visibleText } from '../../model/visibleText.ts'
import { unmasked } from '../../model/maskedCall.ts'
import { useShownCall } from '../card/InterventionContext.ts'
import { Icon } from '../icons.tsx'
import { useMessages } from '../words.ts'
import { readableLeaf } from './json.ts'

// Says that values are hidden, and shows them to a person who asks. `isListed`: here, because nothing else shows them.
export function HiddenValues({ isListed }: { readonly isListed: boolean }): React.ReactElement | null {
  const { card, secrets, isHeldBack } = useShownCall()
  const words = useMessages()
  const { hidden, areShown, show } = secrets
  if (hidden.size === 0) return null
  const text = unmasked(card).argsText ?? ''
  return (
    <div data-part="hidden_values">
      <Icon of="hidden" />
      <p>{areShown ? words.hiddenShown : words.hiddenValues([...hidden.values()])}</p>
      {/* While approving waits for it, the button beside Approve does the same. */}
      {(areShown || !isHeldBack) && (
        <button type="button" data-part="reveal" onClick={({ detail }) => detail <= 1 && show(!areShown)}>
          {areShown ? words.hideAgain : words.revealHidden}
        </button>
      )}
      {isListed && areShown && (
        <ul>
          {[...hidden].map(([name, { start, end }]) => (
            <li key={name}>
              {name} <code>{visibleText(readableLeaf(text.slice(start, end)))}</code>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
