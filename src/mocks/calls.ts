import type { CallDraft } from './agent.ts'

/** Calls as real agents make them. */
export const calls: Readonly<
  Record<'sendMail' | 'editFile' | 'runCommand' | 'queryDatabase' | 'pay', CallDraft>
> = {
  sendMail: {
    tool: { name: 'send_mail', title: 'Send an email', server: 'mail', annotations: { openWorldHint: true } },
    args: {
      to: 'ana@example.com',
      subject: 'Moving the review to Thursday',
      body: 'Hi Ana,\n\ncan we move the review to Thursday at 10:00? The figures arrive on Wednesday.\n\nThank you',
    },
    why: 'You asked me to tell Ana about the new date.',
  },
  editFile: {
    tool: { name: 'edit_file', title: 'Edit a file', server: 'workspace' },
    args: {
      path: 'src/prices.ts',
      find: 'const vat = 0.19',
      replace: 'const vat = 0.21',
    },
    why: 'The rate changed in January.',
  },
  runCommand: {
    tool: { name: 'run_command', title: 'Run a command', annotations: { destructiveHint: true } },
    args: { command: 'rm -rf build && npm run build', cwd: '/srv/shop' },
    why: 'A clean build gets rid of the stale chunk.',
  },
  queryDatabase: {
    tool: { name: 'query', title: 'Query the database', server: 'postgres' },
    args: {
      sql: "UPDATE orders\nSET status = 'shipped'\nWHERE shipped_at IS NOT NULL\n  AND status = 'paid'",
    },
    why: '212 orders are shipped but still marked as paid.',
  },
  pay: {
    tool: { name: 'pay_invoice', title: 'Pay an invoice', annotations: { destructiveHint: true } },
    args: {
      payee: 'Print Shop Ltd.',
      iban: 'DE02 1203 0000 0000 2020 51',
      amount: '1,284.50',
      currency: 'EUR',
    },
    why: 'The invoice is due today.',
    reason: 'required',
  },
}
