import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** Packs the kit into a folder and unpacks it there: the path of what `npm install intervention-bar` gives to a host. */
export function packKit(folder: string): string {
  if (!existsSync('dist/index.js')) throw new Error('There is no dist to pack. Run "npm run build" first.')
  const packed = execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], {
    encoding: 'utf8',
  })
  const [{ filename }] = JSON.parse(packed) as [{ filename: string }]
  execFileSync('tar', ['-xzf', join(folder, filename), '-C', folder])
  return join(folder, 'package')
}
