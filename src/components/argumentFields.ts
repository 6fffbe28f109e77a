/** One argument, as text for the eye. */
export interface ArgumentField {
  readonly name: string
  readonly text: string
}

/** The arguments one by one when they are a JSON object, else null: then the raw text is all there is. */
export function argumentFields(argsText: string): readonly ArgumentField[] | null {
  try {
    const parsed: unknown = JSON.parse(argsText)
    if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) return null
    return Object.entries(parsed).map(([name, value]) => ({
      name,
      text: typeof value === 'string' ? value : JSON.stringify(value, null, 2),
    }))
  } catch {
    return null
  }
}
