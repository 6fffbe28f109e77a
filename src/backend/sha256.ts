const constants = new Uint32Array(64)
const initial = new Uint32Array(8)

function fraction(root: number): number {
  return (root - Math.floor(root)) * 2 ** 32
}

for (let candidate = 2, count = 0; count < 64; candidate += 1) {
  let isPrime = true
  for (let divisor = 2; divisor * divisor <= candidate; divisor += 1) isPrime &&= candidate % divisor !== 0
  if (!isPrime) continue
  if (count < 8) initial[count] = fraction(Math.sqrt(candidate))
  constants[count] = fraction(Math.cbrt(candidate))
  count += 1
}

/** SHA-256 of a text as hexadecimal. `crypto.subtle` answers later, and is missing on pages over plain HTTP. */
export function sha256(text: string): string {
  const bytes = new TextEncoder().encode(text)
  const padded = new Uint8Array(Math.ceil((bytes.length + 9) / 64) * 64)
  padded.set(bytes)
  padded[bytes.length] = 0x80
  const view = new DataView(padded.buffer)
  view.setUint32(padded.length - 8, Math.floor(bytes.length / 2 ** 29))
  view.setUint32(padded.length - 4, bytes.length << 3)
  const state = initial.slice()
  const words = new Int32Array(64)
  for (let offset = 0; offset < padded.length; offset += 64) addBlock(state, words, view, offset)
  return Array.from(state, (word) => word.toString(16).padStart(8, '0')).join('')
}

function addBlock(state: Uint32Array, words: Int32Array, view: DataView, offset: number): void {
  for (let index = 0; index < 16; index += 1) words[index] = view.getInt32(offset + index * 4)
  for (let index = 16; index < 64; index += 1) {
    const early = words[index - 15]!
    const late = words[index - 2]!
    const small = turned(early, 7) ^ turned(early, 18) ^ (early >>> 3)
    const large = turned(late, 17) ^ turned(late, 19) ^ (late >>> 10)
    words[index] = words[index - 16]! + small + words[index - 7]! + large
  }
  // SAFETY: a state is eight words.
  let [a, b, c, d, e, f, g, h] = [...state] as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ]
  for (let index = 0; index < 64; index += 1) {
    const sum = turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)
    const one = (h + sum + ((e & f) ^ (~e & g)) + constants[index]! + words[index]!) | 0
    const other = ((turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0
    h = g
    g = f
    f = e
    e = (d + one) | 0
    d = c
    c = b
    b = a
    a = (one + other) | 0
  }
  for (const [index, word] of [a, b, c, d, e, f, g, h].entries()) state[index] = state[index]! + word
}

function turned(word: number, by: number): number {
  return (word >>> by) | (word << (32 - by))
}
