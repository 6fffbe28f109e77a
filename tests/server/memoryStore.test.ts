import { createMemoryStore } from 'intervention-bar/server'
import { describeStore } from '../support/storeContract.ts'

const store = createMemoryStore()
describeStore('memory', () => ({ store, other: store }))
