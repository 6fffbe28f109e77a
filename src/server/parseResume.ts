import * as v from 'valibot'
import { GatewayError } from '../gateway/GatewayError.ts'
import type { ResumeRequest } from '../model/resume.ts'

const text = v.exactOptional(v.string())
const made = { toolCallId: v.string(), revision: v.string() }
const decision = v.variant('decision', [
  v.object({
    ...made,
    decision: v.literal('approved'),
    argsText: text,
    remember: v.exactOptional(v.picklist(['operation', 'session', 'always'])),
  }),
  v.object({ ...made, decision: v.picklist(['rejected', 'rejected_continue']), reason: text }),
])
const body: v.GenericSchema<unknown, Pick<ResumeRequest, 'operationId' | 'decisions'>> = v.object({
  operationId: v.string(),
  decisions: v.tupleWithRest([decision], decision),
})

/** The body of `POST …/resume`. Throws `invalid` with the field that is wrong; more fields than these are dropped. */
export function parseResume(input: unknown): Pick<ResumeRequest, 'operationId' | 'decisions'> {
  const result = v.safeParse(body, input, { abortEarly: true })
  if (!result.success) {
    const [{ path = [], message }] = result.issues
    const at = path.map((item) => `/${String(item.key)}`).join('')
    throw new GatewayError({ code: 'invalid', applied: 'no', fields: [{ path: at, message }] })
  }
  const calls = result.output.decisions.map((one) => one.toolCallId)
  if (new Set(calls).size < calls.length) {
    const fields = [{ path: '/decisions', message: 'One decision per call.' }]
    throw new GatewayError({ code: 'invalid', applied: 'no', fields })
  }
  return result.output
}
