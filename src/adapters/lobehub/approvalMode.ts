import { type Fields, fieldsOf, itemsOf, textOf } from '../../backend/json.ts'
import type { Topic } from './topic.ts'

/** `headless` is missing: a run that has asked was never headless. */
const modes = /^(auto-run|allow-list|manual)$/

/**
 * The approval mode that a run goes on with. A server that is told none runs every later tool without asking. LobeHub keeps
 * it with the person: a topic rarely has its own.
 */
export async function approvalModeOf(topic: Topic, stored: Fields, run: Fields | undefined): Promise<Fields> {
  const given = run?.['userInterventionConfig']
  if (given) {
    const { approvalMode, allowList, ...more } = fieldsOf(given)
    // An absent mode would be none, and so would one that is no text.
    return { ...more, approvalMode: textOf(approvalMode) ?? 'manual', allowList: itemsOf(allowList) }
  }
  const { metadata } = stored
  return (
    modeIn(fieldsOf(metadata)['userInterventionConfig']) ??
    modeIn(metadata) ??
    modeIn(stored['userInterventionConfig']) ??
    modeIn(stored) ??
    (await modeOfPerson(topic)) ?? { approvalMode: 'manual', allowList: [] }
  )
}

async function modeOfPerson({ call }: Topic): Promise<Fields | undefined> {
  // A mode that cannot be read is `manual`, which asks more often than it has to.
  const state = await call('user.getUserState', {}).catch(() => undefined)
  return modeIn(fieldsOf(fieldsOf(fieldsOf(state)['settings'])['tool'])['humanIntervention'])
}

function modeIn(value: unknown): Fields | undefined {
  const { approvalMode, allowList } = fieldsOf(value)
  if (typeof approvalMode !== 'string' || !modes.test(approvalMode)) return undefined
  return { approvalMode, allowList: itemsOf(allowList).filter((key) => typeof key === 'string') }
}
