import '@testing-library/jest-dom/vitest'
import { cleanup, configure } from '@testing-library/react'
import { afterEach } from 'vitest'

// A busy machine is no failure: what never comes is found out all the same.
configure({ asyncUtilTimeout: 30_000 })
afterEach(cleanup)
