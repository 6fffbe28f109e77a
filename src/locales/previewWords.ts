import { withCommas } from './formats.ts'

/** The texts of the previews, in one language. */
export interface PreviewWords {
  /** The names of what a preview shows. */
  readonly labels: Readonly<
    Record<
      | 'account'
      | 'action'
      | 'address'
      | 'amount'
      | 'attachments'
      | 'bcc'
      | 'body'
      | 'cc'
      | 'database'
      | 'directory'
      | 'ends'
      | 'file'
      | 'from'
      | 'guests'
      | 'headers'
      | 'method'
      | 'payee'
      | 'place'
      | 'replyTo'
      | 'size'
      | 'starts'
      | 'subject'
      | 'target'
      | 'text'
      | 'title'
      | 'to'
      | 'type',
      string
    >
  >
  /** Stands for something that the call does not say. */
  readonly notTold: string
  /** Introduces the arguments that a preview does not draw. */
  readonly alsoSent: string
  /** The number of lines that a change adds and removes. */
  readonly counts: (added: number, removed: number) => string
  /** The label of the button that shows lines that do not change. */
  readonly unchanged: (lines: number) => string
  /** The number of lines of a file. */
  readonly lines: (count: number) => string
  /** Every place of the text is replaced. */
  readonly everywhere: string
  /** One place of the text is replaced. */
  readonly once: string
  /** The number of bytes. */
  readonly bytes: (count: number) => string
  /** A moment, in milliseconds, in the zone of the person. */
  readonly localTime: (at: number) => string
  /** A day, in milliseconds at its beginning in UTC. */
  readonly day: (at: number) => string
  /** A warning, or that something is unknown, beside what it is about. `about`: a host, a path or a name. */
  readonly notes: Readonly<
    Record<
      | 'administrator'
      | 'creates'
      | 'currency_unknown'
      | 'deletes'
      | 'deletes_data'
      | 'deletes_file'
      | 'every_row'
      | 'exists'
      | 'exists_unknown'
      | 'file_unknown'
      | 'foreign_host'
      | 'login'
      | 'no_host'
      | 'no_zone'
      | 'not_encrypted'
      | 'outside'
      | 'overwrites'
      | 'private_host'
      | 'reaches'
      | 'runs_download'
      | 'workspace_unknown',
      (about: string) => string
    >
  >
}

/** English. */
export const previewWords: PreviewWords = {
  labels: {
    account: 'Account',
    action: 'Action',
    address: 'Address',
    amount: 'Amount',
    attachments: 'Attached',
    bcc: 'Bcc',
    body: 'Body',
    cc: 'Cc',
    database: 'Database',
    directory: 'Runs in',
    ends: 'Ends',
    file: 'File',
    from: 'From',
    guests: 'Guests',
    headers: 'Headers',
    method: 'Method',
    payee: 'Pays to',
    place: 'Place',
    replyTo: 'Reply to',
    size: 'Size',
    starts: 'Starts',
    subject: 'Subject',
    target: 'Target',
    text: 'Text',
    title: 'Title',
    to: 'To',
    type: 'Type',
  },
  notTold: 'not told',
  alsoSent: 'Also sent',
  counts: (added, removed) => `${lines(added)} added, ${withCommas(removed)} removed`,
  unchanged: (count) => `${lines(count)} unchanged`,
  lines,
  everywhere: 'Replaces every place where this text is found',
  once: 'Replaces one place where this text is found',
  bytes: (count) => `${withCommas(count)} byte${count === 1 ? '' : 's'}`,
  localTime: (at) =>
    `${new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeStyle: 'short' }).format(at)}, your time`,
  day: (at) => new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeZone: 'UTC' }).format(at),
  notes: {
    administrator: () => 'Runs as administrator',
    creates: () => 'Creates a new file',
    currency_unknown: () => "Doesn't say the currency",
    deletes: () => 'May delete files',
    deletes_data: () => 'Deletes data',
    deletes_file: () => 'Deletes the file',
    every_row: () => 'No condition: every row',
    exists: () => 'Overwrites a file that exists',
    exists_unknown: () => "Doesn't say if the file exists",
    file_unknown: () => "Doesn't say if the file exists or is in your workspace",
    foreign_host: (host) => `Outside ${host}`,
    login: () => 'A login is part of the address',
    no_host: () => "Doesn't name a website",
    no_zone: () => "Doesn't say the time zone",
    not_encrypted: () => 'Not encrypted',
    outside: (folder) => `Outside ${folder}`,
    overwrites: (file) => `Overwrites ${file}`,
    private_host: () => 'In a private network',
    reaches: (host) => `Reaches ${host}`,
    runs_download: () => 'Runs what it downloads',
    workspace_unknown: () => "Doesn't say if this is in your workspace",
  },
}

function lines(count: number): string {
  return `${withCommas(count)} line${count === 1 ? '' : 's'}`
}
