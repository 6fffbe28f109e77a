// This file is long because it knows the names of arguments that agents and tools use, in one table.
import type { Tool } from '../model/intervention.ts'
import type { ParsedValue } from '../model/parsedJson.ts'
import { isWhole } from './place.ts'
import type { PreviewProps } from './previews.ts'
import { createReader, isObject, type Reader } from './reader.ts'

// A preview that a call is certain to need, and the arguments that it draws.
export type Guess = { readonly used: ReadonlySet<string> } & {
  [Kind in keyof PreviewProps]: { readonly kind: Kind; readonly props: PreviewProps[Kind] }
}[keyof PreviewProps]

type Made<Kind extends keyof PreviewProps> = PreviewProps[Kind] | null

// `name`: the name of the tool, its words apart. Each answers null unless the names and values fit.
const guesses: {
  readonly [Kind in keyof PreviewProps]: (name: string, read: Reader) => Made<Kind>
} = {
  diff: (_name, read) => {
    const path = read.text('path', 'file', 'filepath', 'filename', 'targetfile')
    const one = path === undefined ? null : editOf(read)
    const list = one ? undefined : read.list('edits', 'replacements')
    const edits = one ? [one] : list?.map((value) => (isObject(value) ? wholeEditOf(value) : null))
    if (path === undefined || !edits?.every((edit) => edit !== null) || edits.length === 0) return null
    return { ...placeOf(read, path), path, edits }
  },
  patch: (_name, read) => {
    const patch = read.text('patch', 'diff', 'input')
    if (patch === undefined || !patches.test(patch)) return null
    const path = read.text('path', 'file', 'filepath', 'filename', 'targetfile')
    return { ...placeOf(read, path ?? ''), path, patch }
  },
  attachment: (name, read) => {
    const data = read.text('data', 'base64', 'content', 'bytes', 'image', 'file')
    const type = read.text('mimetype', 'mediatype', 'contenttype')
    const isData = data !== undefined && /^data:[^,]*,/i.test(data)
    if (
      !isData &&
      (type === undefined || data === undefined || !/attach|upload|image|file|photo|picture/.test(name))
    )
      return null
    // A text may look like Base64.
    if (!isData && (/^text\/|json|xml|script/i.test(type ?? '') || !/^[\w+/=\r\n-]*$/.test(data ?? '')))
      return null
    return { name: read.fact('filename', 'name', 'path'), type, data }
  },
  file: (name, read) => {
    const content = read.text('content', 'contents', 'filetext', 'filecontent', 'text')
    const path = read.text('path', 'filepath', 'filename', 'file', 'targetfile')
    if (content === undefined || path === undefined || !/writ|creat|save|file|\bput|note|document/.test(name))
      return null
    return { ...placeOf(read, path), path, content }
  },
  sql: (name, read) => {
    const sql =
      read.text('sql') ??
      (/sql|quer|database|\bdb\b|postgres|sqlite|migrat/.test(name)
        ? read.text('query', 'statement')
        : undefined)
    if (sql === undefined || !statements.test(sql)) return null
    return { sql, database: read.fact('database', 'db', 'databasename') }
  },
  command: (name, read) => {
    const command = read.text('command', 'cmd', 'commandline', 'script')
    if (
      command === undefined ||
      !/\b(?:bash|z?sh|shell|command|cmd|terminal|exec\w*|run|script|powershell|console)\b/.test(name)
    )
      return null
    return { command, directory: read.fact('cwd', 'workdir', 'workingdirectory', 'directory') }
  },
  browser: (name, read) => {
    if (!/\b(?:browser|navigat\w*|goto|visit|open (?:url|page|tab))\b/.test(name)) return null
    const url = read.fact('url', 'uri', 'href')
    const action = read.text('action')
    const target = read.text('selector', 'element', 'target')
    if (url === undefined && (action === undefined || target === undefined)) return null
    return { url, action, target, text: read.text('text', 'value') }
  },
  http: (name, read) => {
    const url = read.text('url', 'uri', 'endpoint')
    if (
      url === undefined ||
      !/^https?:\/\//i.test(url) ||
      !/\b(?:https?|fetch|request|api|webhook|curl|rest|call|post|get|put)\b/.test(name)
    )
      return null
    const body = read.source('body', 'data', 'json', 'payload')
    return { url, method: read.fact('method', 'httpmethod'), headers: read.pairs('headers'), body }
  },
  calendar: (name, read) => {
    if (!/calendar|event|meeting|schedul|appointment|invite/.test(name)) return null
    const start =
      read.text('start', 'starttime', 'startdate', 'startsat', 'startdatetime', 'from') ??
      read.inner('start', 'dateTime')
    if (start === undefined || !/^\d{4}-\d\d-\d\d/.test(start)) return null
    return {
      start,
      title: read.text('title', 'summary', 'subject', 'name'),
      end:
        read.fact('end', 'endtime', 'enddate', 'endsat', 'enddatetime', 'until') ??
        read.inner('end', 'dateTime'),
      timeZone: read.text('timezone', 'tz'),
      place: read.text('location', 'place', 'where'),
      guests: read.texts('attendees', 'guests', 'participants', 'invitees'),
    }
  },
  payment: (name, read) => {
    const amount = read.text('amount', 'total', 'sum')
    const currency = read.text('currency', 'currencycode')
    if (
      amount === undefined ||
      // Anything else beside the amount could be read as a part of it.
      !/^(?:\p{L}{1,12}|\p{L}{0,3}\p{Sc})$/u.test(currency ?? 'EUR') ||
      !/^-?[\d.,]+(?:e[+-]?\d+)?$/i.test(amount) ||
      !/\bpay|transfer|refund|purchas|\bwire|donat|charg|invoice/.test(name)
    )
      return null
    return {
      amount,
      currency,
      payee: read.fact('payee', 'recipient', 'to', 'beneficiary', 'merchant', 'payeename'),
      account: read.text('account', 'iban', 'accountnumber', 'toaccount'),
    }
  },
  message: (name, read) => {
    const to = read.texts('to', 'recipient', 'recipients', 'channel')
    const subject = read.text('subject')
    const body = read.text('body', 'text', 'message', 'content', 'html')
    if (
      to === undefined ||
      to.length === 0 ||
      (subject ?? body) === undefined ||
      !/mail|messag|\bsms\b|slack|reply|\bchat\b/.test(name)
    )
      return null
    return {
      to,
      subject,
      body,
      cc: read.texts('cc'),
      bcc: read.texts('bcc'),
      from: read.text('from', 'sender'),
      replyTo: read.text('replyto'),
      attachments: read.texts('attachments', 'files'),
    }
  },
  plan: (name, read) => {
    if (!/plan|todo|task|step/.test(name)) return null
    const text = read.text('plan')
    if (text !== undefined)
      return { steps: text.split(/\n(?=\s*(?:\d+[.)]|[-*+])\s)/).map((one) => ({ text: one })) }
    const steps = read
      .list('steps', 'todos', 'tasks', 'plan')
      ?.map((value) => (typeof value === 'string' ? { text: value } : isObject(value) ? stepOf(value) : null))
    return steps?.every((step) => step !== null) && steps.length > 0 ? { steps } : null
  },
}

const patches = /^(?:diff --git |--- \S.*\n\+\+\+ |Index: |@@ -\d|\*\*\* Begin Patch)/m
const statements =
  /^(?:\s|--[^\n]*\n|\/\*(?:(?!\*\/)[\s\S])*\*\/)*(?:\(\s*)?(?:select|insert|update|delete|create|alter|drop|truncate|with|begin|start|grant|revoke|merge|replace|call|explain|analyze|vacuum|set|show|use|commit|pragma)\b/i

// These previews show something that is made: a tool that looks for it, or takes it away, needs the list.
const made: ReadonlySet<string> = new Set(['attachment', 'file', 'calendar', 'payment', 'message'])
const makesNone =
  /\b(?:read|get|list(?= )|find|search|query|count|compare|delete|remove|cancel|archive|move|rename)\b/

// They are listed too: words about a file do not tell them.
function placeOf(
  { told }: Reader,
  path: string,
): {
  readonly workspace: string | undefined
  readonly exists: boolean | undefined
} {
  const directory = told('cwd', 'workdir', 'workingdirectory')
  const workspace = told('workspace', 'workspaceroot', 'workspacepath', 'projectroot') ?? directory
  const exists = told('exists', 'fileexists')
  // A path within another folder than the workspace could lead anywhere.
  const isKnown = directory === undefined || directory === workspace || isWhole(path)
  return {
    workspace: typeof workspace === 'string' && isKnown ? workspace : undefined,
    exists: typeof exists === 'boolean' ? exists : undefined,
  }
}

function editOf(
  read: Reader,
): { readonly before: string; readonly after: string; readonly isEverywhere: boolean | undefined } | null {
  const before = read.text('oldstring', 'oldstr', 'oldtext')
  const after = read.text('newstring', 'newstr', 'newtext')
  if (before === undefined || after === undefined) return null
  return { before, after, isEverywhere: read.flag('replaceall') }
}

// Null: it contains something that would not be drawn.
function wholeEditOf(value: { readonly [name: string]: ParsedValue }): ReturnType<typeof editOf> {
  const read = createReader(value)
  const edit = editOf(read)
  return edit && read.used.size === Object.keys(value).length ? edit : null
}

function stepOf(value: {
  readonly [name: string]: ParsedValue
}): { readonly text: string; readonly status: string | undefined } | null {
  const read = createReader(value)
  const text = read.text('content', 'step', 'title', 'description', 'text', 'task')
  const step = { text: text ?? '', status: read.text('status', 'state') }
  return text !== undefined && read.used.size === Object.keys(value).length ? step : null
}

// `sourceOf`: the exact text of an argument.
export function guessPreview(
  tool: Tool,
  args: ParsedValue,
  sourceOf: (name: string) => string | undefined,
): Guess | null {
  if (!isObject(args)) return null
  const name = tool.name
    .replaceAll(/([a-z\d])([A-Z])/g, '$1 $2')
    .replaceAll(/[\W_]+/g, ' ')
    .toLowerCase()
  for (const kind of Object.keys(guesses) as readonly (keyof PreviewProps)[]) {
    if (made.has(kind) && makesNone.test(name)) continue
    const read = createReader(args, sourceOf)
    const props = guesses[kind](name, read)
    // SAFETY: the guess of this kind made its props.
    if (props && read.isSure()) return { kind, props, used: read.used } as Guess
  }
  return null
}
