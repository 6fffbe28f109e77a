import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const binary = fileURLToPath(
  new URL('../node_modules/opencode-linux-x64-baseline/bin/opencode', import.meta.url),
)

/** The opencode that is installed here. Undefined: it does not run, and that was said. */
export function findOpencode(): string | undefined {
  try {
    execFileSync(binary, ['--version'], { stdio: 'ignore' })
    return binary
  } catch {
    process.stderr.write(
      '\nSKIPPED: opencode does not run here. Its pinned package is for Linux on x64 with glibc.\n',
    )
    return undefined
  }
}
