// Makes sure that there is a Chromium to test in: finds one, or installs one, or says what is missing.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium } from 'playwright'
import { findChromium } from './chromium.mjs'

/** @param {string} command @param {readonly string[]} args */
function run(command, args) {
  process.stdout.write(`> ${command} ${args.join(' ')}\n`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  return spawnSync(command, args, { stdio: 'inherit', env }).status === 0
}

const isHere = () => findChromium() !== undefined || existsSync(chromium.executablePath())
const isRootOnDebian = process.getuid?.() === 0 && existsSync('/etc/debian_version')

if (!isHere()) {
  process.stdout.write('The tests in the browser need Chromium, and there is none here. Installing it:\n')
  const installed = isRootOnDebian
    ? run('apt-get', ['update']) && run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'])
    : run(process.execPath, ['node_modules/playwright/cli.js', 'install', 'chromium'])
  if (!installed || !isHere()) {
    process.stderr.write(
      'Chromium could not be installed. Install it yourself, or name one: CHROMIUM_PATH=/path/to/chromium npm test\n',
    )
    process.exit(1)
  }
}
