import { fileURLToPath } from 'node:url'

const src = fileURLToPath(new URL('../../src/', import.meta.url))

/** The package by its own name: tests and stories see what a user sees. */
export const packageAlias = [
  { find: /^intervention-bar$/, replacement: `${src}index.ts` },
  { find: /^intervention-bar\/core$/, replacement: `${src}core.ts` },
  { find: /^intervention-bar\/mocks$/, replacement: `${src}mocks/index.ts` },
  { find: /^intervention-bar\/mocks\/msw$/, replacement: `${src}mocks/msw.ts` },
  { find: /^intervention-bar\/adapters\/(.+)$/, replacement: `${src}adapters/$1/index.ts` },
  { find: /^intervention-bar\/editor$/, replacement: `${src}editor/index.ts` },
  { find: /^intervention-bar\/devtools$/, replacement: `${src}devtools/index.ts` },
  { find: /^intervention-bar\/previews$/, replacement: `${src}previews/index.ts` },
  { find: /^intervention-bar\/server$/, replacement: `${src}server/index.ts` },
  { find: /^intervention-bar\/testing$/, replacement: `${src}testing/index.ts` },
  { find: /^intervention-bar\/locales\/(.+)$/, replacement: `${src}locales/$1.ts` },
  { find: /^intervention-bar\/styles\.css$/, replacement: `${src}styles/index.css` },
  // The item for `shadcn add` takes the button of its host.
  {
    find: /^@\/components\/ui\/button$/,
    replacement: fileURLToPath(new URL('../../stories/support/HostButton.tsx', import.meta.url)),
  },
]
