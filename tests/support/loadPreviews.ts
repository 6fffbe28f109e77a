// A development server takes long for modules that it has not served before: a preview that comes late moves the buttons
// under a press. A built page gets them in one request each.
import '../../src/previews/Preview.tsx'
import { loaders } from '../../src/previews/previews.ts'

await Promise.all(Object.values(loaders).map((load) => load()))
