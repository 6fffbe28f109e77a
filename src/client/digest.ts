/**
 * A short name for a text: equal for equal texts, and it does not say what they are. Not cryptographic: it tells a decision of
 * this browser from another one, and the server checks the real thing.
 */
export function digest(text: string): string {
  let one = 0x811c9dc5
  let other = 0x9e3779b9
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index)
    one = Math.imul(one ^ unit, 0x01000193)
    other = Math.imul(other ^ unit, 0x85ebca6b) ^ (other >>> 13)
  }
  return (one >>> 0).toString(36) + (other >>> 0).toString(36)
}
