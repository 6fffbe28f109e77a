import { join } from 'node:path'
import type { Backend, Offers } from './support/Backend.ts'
import { describeConformance } from './support/conformance.ts'
import { startFileTool } from './support/fileTool.ts'
import { startLobeHubBackend } from './support/lobeHubBackend.ts'

const name = 'LobeHub protocol'
const offers: Offers = {
  rejected: false,
  tells: true,
  edit: true,
  stop: true,
  partial: true,
  voids: false,
  supersedes: false,
  twoAtOnce: 1,
  retries: true,
}

describeConformance(
  name,
  async (root): Promise<Backend> => {
    const tool = await startFileTool(root)
    const { open, close } = await startLobeHubBackend(tool, {
      file: join(root, 'lobehub.json'),
      era: 'claims',
    })
    return {
      name,
      offers,
      open: async (folder) => open(folder),
      close: async () => {
        await close()
        await tool.close()
      },
    }
  },
  offers,
)
