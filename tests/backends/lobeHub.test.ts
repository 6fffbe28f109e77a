import { join } from 'node:path'
import type { Backend, Offers } from './support/Backend.ts'
import { describeConformance } from './support/conformance.ts'
import { startFileTool } from './support/fileTool.ts'
import { startLobeHubBackend } from './support/lobeHubBackend.ts'
import type { LobeHubSetup } from './support/lobeHubServer.ts'

const offers: Offers = {
  rejected: false,
  tells: true,
  edit: true,
  stop: true,
  partial: true,
  alike: true,
  voids: false,
  supersedes: false,
  twoAtOnce: 1,
  retries: true,
  lists: true,
  agents: true,
}

describeLobeHub('LobeHub protocol', 'claims', { ...offers, remember: 'always' })

// Nobody looks whether a call still waits, so that two people at once start the tool twice.
describeLobeHub('LobeHub of April', 'plain', {
  ...offers,
  edit: false,
  stop: false,
  inOrder: true,
  twoAtOnce: 2,
})

function describeLobeHub(name: string, era: LobeHubSetup['era'], offered: Offers): void {
  const start = async (root: string): Promise<Backend> => {
    const tool = await startFileTool(root)
    const { open, close } = await startLobeHubBackend(tool, { file: join(root, 'lobehub.json'), era })
    return {
      name,
      offers: offered,
      open: async (folder) => open(folder),
      close: async () => {
        await close()
        await tool.close()
      },
    }
  }
  describeConformance(name, start, offered)
}
