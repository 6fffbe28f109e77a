import { describeConformance } from './support/conformance.ts'
import { name, offers, startLangGraph } from './support/langGraphBackend.ts'

describeConformance(name, startLangGraph, offers)
