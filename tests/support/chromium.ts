import { existsSync } from 'node:fs'

/** What a browser needs to run as root and to talk to nobody. */
export const chromiumFlags: readonly string[] = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

const places: readonly string[] = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** The Chromium of this machine: `CHROMIUM_PATH` first, then the usual places. Undefined: playwright's own, if any. */
export function findChromium(): string | undefined {
  const asked = process.env['CHROMIUM_PATH']
  if (asked) return asked
  return places.find((place) => existsSync(place))
}
