const px = 32

interface Painted {
  readonly link: HTMLLinkElement
  // Null: the kit added the link.
  readonly href: string | null
  drawing?: string
}

let painted: readonly Painted[] = []
let shown = 0

// Draws a number over the icons of the page; 0 takes it away.
export function drawIcon(count: number): void {
  if (count === shown) return
  shown = count
  if (count === 0) return restore()
  // The host may have changed an icon, or added one.
  painted = iconsOfPage().map(
    (one) => painted.find(({ link, drawing }) => link === one.link && drawing === one.href) ?? one,
  )
  const href = painted.at(-1)?.href
  if (!href) return put(drawingOf(null, count))
  const image = new Image(px, px)
  // Without it, an icon of another origin would make the drawing unreadable.
  image.crossOrigin = 'anonymous'
  const draw = (of: HTMLImageElement | null): void => {
    if (shown === count) put(drawingOf(of, count))
  }
  image.addEventListener('load', () => draw(image))
  image.addEventListener('error', () => draw(null))
  image.src = href
}

// A page may have several icons, and the browser chooses one.
function iconsOfPage(): readonly Painted[] {
  const links = [...document.querySelectorAll<HTMLLinkElement>('link[rel~="icon"]')]
  if (links.length > 0) return links.map((link) => ({ link, href: link.getAttribute('href') ?? '' }))
  const link = Object.assign(document.createElement('link'), { rel: 'icon' })
  document.head.append(link)
  return [{ link, href: null }]
}

function put(drawing: string | null): void {
  if (drawing === null) return
  for (const one of painted) {
    one.drawing = drawing
    one.link.setAttribute('href', drawing)
  }
}

function restore(): void {
  for (const { link, href, drawing } of painted) {
    if (href === null) link.remove()
    // A host that has changed it meanwhile keeps its own.
    else if (link.getAttribute('href') === drawing) link.setAttribute('href', href)
  }
  painted = []
}

// The number alone, where an icon cannot be drawn, such as one without a size.
function drawingOf(image: HTMLImageElement | null, count: number): string | null {
  return withNumber(image, count) ?? (image && withNumber(null, count))
}

function withNumber(image: HTMLImageElement | null, count: number): string | null {
  const canvas = Object.assign(document.createElement('canvas'), { width: px, height: px })
  const pen = canvas.getContext('2d')
  if (!pen) return null
  try {
    if (image) pen.drawImage(image, 0, 0, px, px)
    pen.fillStyle = '#c22'
    pen.beginPath()
    pen.arc(px - 11, px - 11, 11, 0, 2 * Math.PI)
    pen.fill()
    pen.fillStyle = '#fff'
    pen.font = 'bold 16px sans-serif'
    pen.textAlign = 'center'
    pen.textBaseline = 'middle'
    pen.fillText(count > 9 ? '9+' : String(count), px - 11, px - 10, 18)
    return canvas.toDataURL('image/png')
  } catch {
    return null
  }
}
