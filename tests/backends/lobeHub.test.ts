import type { Backend, Offers } from './support/Backend.ts'
import { describeConformance } from './support/conformance.ts'
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
    const { open, close } = await startLobeHubBackend(root, 'claims')
    return { name, offers, open: async (folder) => open(folder), close }
  },
  offers,
)
