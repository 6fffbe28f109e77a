import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const folder = '.github/workflows'
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  readonly scripts: Readonly<Record<string, string>>
}

describe.each(readdirSync(folder))('the workflow %s', (name) => {
  const text = readFileSync(`${folder}/${name}`, 'utf8')

  it('names each action by its commit', () => {
    const used = [...text.matchAll(/uses: (.+)/g)].map(([, action]) => action)
    expect(used.length).toBeGreaterThan(0)
    for (const action of used) expect(action).toMatch(/^[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/)
  })

  it('may only read, holds no secret, and leaves no credentials behind', () => {
    expect(text).toMatch(/^permissions:\n {2}contents: read\n(?! )/m)
    expect(text).not.toMatch(/secrets\.|_TOKEN|contents: write/)
    expect(text.match(/persist-credentials: false/g)).toHaveLength(
      text.match(/actions\/checkout@/g)?.length ?? 0,
    )
  })

  it('runs commands that are there', () => {
    const asked = [...text.matchAll(/npm run ([\w:-]+)/g)].map(([, script]) => script!)
    expect(asked.filter((script) => !(script in scripts))).toEqual([])
  })
})

describe('the release', () => {
  const text = readFileSync(`${folder}/release.yml`, 'utf8')

  it('gives the identity that may publish to its one job, where no script of a dependency runs', () => {
    expect(text.match(/id-token: write/g)).toHaveLength(1)
    expect(text).toMatch(/^ {4}permissions:\n {6}contents: read\n {6}id-token: write\n/m)
    expect(text).toContain('npm ci --ignore-scripts')
    expect(text).toContain('package-manager-cache: false')
  })

  it('uses a Node whose npm can publish without a token', () => {
    expect(Number(text.match(/node-version: (\d+)/)?.[1])).toBeGreaterThanOrEqual(24)
  })
})
