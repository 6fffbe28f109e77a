/** The arguments of every mail that was sent. */
export const sent = []

/** The call that the agent asks for. Your model decides this. */
export const callFor = (text) => ({
  tool: { name: 'send_mail', title: 'Send an email' },
  argsText: JSON.stringify({ to: 'ana@example.com', text }),
  decisions: ['approved', 'rejected_continue', 'rejected'],
  reason: 'optional',
  editable: false,
  remember: [],
})

/** Runs an approved call, once. */
export const run = (argsText) => sent.push(argsText)
