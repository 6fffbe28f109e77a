/** A UUID version 4. From `getRandomValues`, because `randomUUID` is missing on plain HTTP. */
export function createRequestId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  // The version is 4, the variant one of 8 to b.
  return hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})/, '$1-$2-4$3-a$4-')
}
