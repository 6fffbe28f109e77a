/** The arguments one by one, as name and text, when they are a JSON object; else null: the raw text is all there is. */
export function argumentFields(argsText: string): readonly (readonly [name: string, text: string])[] | null {
  try {
    const parsed: unknown = JSON.parse(argsText)
    if (typeof parsed !== 'object' || !parsed || Array.isArray(parsed)) return null
    return Object.entries(parsed).map(([name, value]) => [
      name,
      typeof value === 'string' ? value : JSON.stringify(value, null, 2),
    ])
  } catch {
    return null
  }
}
