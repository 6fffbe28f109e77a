import { version } from 'react'
import { version as domVersion } from 'react-dom'

// A suite that quietly ran on another React would prove nothing.
if (!version.startsWith('18.') || !domVersion.startsWith('18.')) {
  throw new Error(`This suite is for React 18, and runs on ${version} and ${domVersion}.`)
}
