const pen = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!

/** True for a colour that would be another one in greyscale. */
function isTint(colour: string): boolean {
  pen.clearRect(0, 0, 1, 1)
  pen.fillStyle = colour
  pen.fillRect(0, 0, 1, 1)
  const [red = 0, green = 0, blue = 0, alpha = 0] = pen.getImageData(0, 0, 1, 1).data
  return alpha > 8 && Math.max(red, green, blue) - Math.min(red, green, blue) > 24
}

function isTinted(element: Element): boolean {
  const { color, backgroundColor, borderTopColor, borderTopStyle } = getComputedStyle(element)
  const hasText = [...element.childNodes].some(({ nodeType }) => nodeType === Node.TEXT_NODE)
  const isDrawn = hasText || element instanceof SVGSVGElement
  return (
    (isDrawn && isTint(color)) ||
    isTint(backgroundColor) ||
    (borderTopStyle !== 'none' && isTint(borderTopColor))
  )
}

const wordsOf = (element: Element | null): string =>
  element instanceof HTMLElement ? element.innerText.trim() : ''

/**
 * Each thing in these elements that only a colour tells: a tint without words in it or, for a drawing, beside it; a
 * changed line without its sign or word; a choice without its mark; a danger that nothing names.
 */
export function toldByColourAlone(roots: readonly Element[]): readonly string[] {
  const among = (selector: string): readonly Element[] =>
    roots.flatMap((root) => [...root.querySelectorAll(selector)])
  const seen = (element: Element): boolean => element.checkVisibility({ visibilityProperty: true })
  // The icon of a danger and a wrong field have their words elsewhere, which are looked at below.
  const isNamed = (one: Element): boolean =>
    one.closest('[data-tone="danger"] [data-part="icon"], [aria-invalid="true"]') !== null
  const besides = (one: Element): Element | null => (one.ariaHidden === 'true' ? one.parentElement : one)
  const tints = among('*').filter(
    (one) => seen(one) && !isNamed(one) && isTinted(one) && wordsOf(besides(one)) === '',
  )
  const lines = among('ins, del').filter((one) => {
    const isRow = one.matches('[data-part="row"], [data-part="diff_line"]')
    const sign = isRow ? one.querySelector('[data-part="sign"], [data-part="mark"]') : one.parentElement
    return wordsOf(sign) === '' || wordsOf(sign) === wordsOf(one)
  })
  // The mark of a choice has another form than that of those that were not chosen.
  const markOf = (one: Element): string =>
    one.querySelector('svg') ? 'drawing' : getComputedStyle(one, '::before').borderTopWidth
  const choices = among('[aria-checked="true"]').filter((one) =>
    among(`[role="${one.role}"][aria-checked="false"]`).some((other) => markOf(other) === markOf(one)),
  )
  const risks = among(
    '[data-part="risk"], [data-part="error"], [data-part="notice"], [data-part="preview_note"]',
  ).filter((one) => wordsOf(one) === '')
  const fields = among('[aria-invalid="true"]').filter((one) => {
    const ids = one.getAttribute('aria-describedby')?.split(' ') ?? []
    return !ids.some((id) => wordsOf(document.getElementById(id)) !== '')
  })
  const dangers = among('[data-tone="danger"]').filter((one) => !/delete|overwrite/.test(wordsOf(one)))
  return [...tints, ...lines, ...choices, ...risks, ...fields, ...dangers].map((one) => one.outerHTML)
}

/** True if the elements have any colour that greyscale would take away. */
export const hasTint = (roots: readonly Element[]): boolean =>
  roots.some((root) => [...root.querySelectorAll('*')].some(isTinted))
