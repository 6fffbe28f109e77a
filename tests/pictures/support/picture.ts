import pixelmatch from 'pixelmatch'
import UPNG from 'upng-js'

/** Pixels as red, green, blue and alpha. */
export interface Pixels {
  readonly width: number
  readonly height: number
  readonly data: Uint8Array
}

/** Reads a PNG. */
export function readPng(file: Uint8Array): Pixels {
  const image = UPNG.decode(bufferOf(file))
  return { width: image.width, height: image.height, data: new Uint8Array(UPNG.toRGBA8(image)[0]!) }
}

/** Writes a PNG with a palette of at most 256 colours: a third of the size, and no eye sees the difference. */
export function writePng({ width, height, data }: Pixels): Uint8Array {
  return new Uint8Array(UPNG.encode([bufferOf(data)], width, height, 256))
}

/** The pixels that differ, and a picture in which they are red. */
export function compare(
  before: Pixels,
  after: Pixels,
): { readonly changed: number; readonly difference: Pixels } {
  const { width, height } = after
  const data = new Uint8Array(width * height * 4)
  const changed = pixelmatch(before.data, after.data, data, width, height, { threshold: 0.12 })
  return { changed, difference: { width, height, data } }
}

function bufferOf({ buffer, byteOffset, byteLength }: Uint8Array): ArrayBuffer {
  return (buffer as ArrayBuffer).slice(byteOffset, byteOffset + byteLength)
}
