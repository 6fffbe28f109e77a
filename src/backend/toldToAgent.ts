/** For the agent, of a call that nobody could decide. */
export const unreadableReason = 'The call could not be read, so nobody was asked, and it has not run.'

/** For the agent, of an approved call whose result nobody has. */
export const mayHaveRun =
  'The person approved this call, and then the run broke off. It may have run: find out before you call it again.'
