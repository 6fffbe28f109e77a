'use client'
import type { SettingsWords } from '../../locales/settingsWords.ts'
import type { ApprovalSettings } from '../../model/settings.ts'
import { shortText } from '../../model/visibleText.ts'

/** The tools that run without asking, each with a way to remove it. */
export function AllowList({
  settings,
  words,
  isLocked,
  remove,
  id,
}: {
  readonly settings: ApprovalSettings
  readonly words: SettingsWords
  readonly isLocked: boolean
  readonly remove: (key: string, index: number) => void
  readonly id: string
}): React.ReactElement | null {
  const { allowList, mode, modes, mayChange } = settings
  if (!modes.includes('allow_list') && allowList.length === 0) return null
  return (
    <div data-part="allow_list">
      <h4 id={`${id}list`}>{words.list}</h4>
      {allowList.length === 0 && <p>{words.empty}</p>}
      {allowList.length > 0 && mode !== 'allow_list' && <p>{words.unused}</p>}
      {allowList.length > 0 && (
        <ul aria-labelledby={`${id}list`}>
          {allowList.map(({ key, tool, server, addedAt }, index) => {
            const name = words.tool(shortText(tool), server === undefined ? undefined : shortText(server))
            return (
              <li key={key} data-part="allowed">
                <span id={`${id}allowed${index}`}>
                  {name}
                  {addedAt !== undefined && <small> {words.added(addedAt)}</small>}
                </span>
                {mayChange && (
                  <button
                    type="button"
                    id={`${id}remove${index}`}
                    data-part="remove_allowed"
                    aria-labelledby={`${id}remove${index} ${id}allowed${index}`}
                    aria-disabled={isLocked ? true : undefined}
                    onClick={() => !isLocked && remove(key, index)}
                  >
                    {words.remove}
                  </button>
                )}
              </li>
            )
          })}
        </ul>
      )}
    </div>
  )
}
