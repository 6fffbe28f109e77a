import type { NoteOf } from './Facts.tsx'
import { isOutside } from './place.ts'

// The name of a program, wherever it is installed. It may stand at the end, where another program gives it its arguments.
const program = (names: string): RegExp =>
  new RegExp(String.raw`(?:^|[\s;&|("'${'`'}\\/])(?:${names})(?=[\s;&|)"'${'`'}]|$)`, 'i')

const deletes = [
  program(String.raw`rm|rmdir|rd|del|erase|shred|unlink|truncate|mkfs[.\w]*|dd|remove-item`),
  /\s-delete\b/,
  /\bgit\s+(?:clean\b|reset\s+--hard|checkout\s+--(?:\s|$)|branch\s+-D|push\b.*\s(?:--force|-f\b|--delete|\+\w))/,
]
const administrator = program('sudo|doas|su|runas|pkexec|run0')
const downloads = /\b(?:curl|wget|fetch|iwr|irm|Invoke-WebRequest|Invoke-RestMethod)\b/i
const interpreter = String.raw`(?:(?:ba|z|k|da|c|tc|fi|pw|power)?sh(?:ell)?|python[\d.]*|node|deno|bun|perl|ruby|php|iex|eval|source|\$\{?SHELL\}?)`
const starter = String.raw`(?:(?:sudo|doas|env|xargs|nohup|exec|command)\s+(?:\S+\s+){0,4}?){0,2}(?:[^\s|]*\/)?`
const runs = [
  new RegExp(String.raw`\|\s*${starter}${interpreter}(?=[\s;&|)"'${'`'}]|$)`, 'i'),
  new RegExp(String.raw`(?:^|[\s;&|("'/])(?:${interpreter}|\.)\s[^\n]*?(?:<\(|\$\(|${'`'})`, 'i'),
]
const host = /\b(?:https?|ftp|ssh|git|sftp|rsync|wss?):\/\/(?:[^\s/@'"]*@)?([^\s/:'"?#)]+)/g
const sockets = /\/dev\/(?:tcp|udp)\/([^\s/'"]+)/g
const remote = /(?:^|[\s='"])[\w.-]+@([\w.-]+):/g
const overwrites =
  /(?:^|[^-=>&\d]|&)\d?>(?:\||&(?!\s*[\d-]))?(?![>&])\s*("[^"\n]+"|'[^'\n]+'|[^\s;&|<>()"']+)/g
const noFile = /^(?:\/dev\/(?:null|std|tcp|udp).*|\d+)$/
const paths = /(?:^|[\s='"(<>@])((?:\/|~|[a-z]:[\\/]|(?:[^\s;&|'"<>()=@]*\/)?\.\.(?![\w.]))[^\s;&|'"<>)]*)/gi
// An option of a program of Windows.
const option = /^\/\w{1,2}$/

// Notes on one step of a command. A step without notes may still do harm.
export function notesOfStep(step: string, directory: string | undefined): readonly NoteOf[] {
  const notes = piecesOf(step).flatMap((piece) => notesOfPiece(piece, directory))
  const told = new Set<string>()
  return notes.filter(({ note, about = '' }) => {
    const key = `${note} ${about}`
    return !told.has(key) && told.add(key)
  })
}

// Patterns take long for a long text, so it is read in pieces that overlap.
const longest = 4_000
const overlap = 400

function piecesOf(text: string): readonly string[] {
  const pieces: string[] = []
  for (let at = 0; at === 0 || at + overlap < text.length; at += longest - overlap)
    pieces.push(text.slice(at, at + longest))
  return pieces
}

function notesOfPiece(text: string, directory: string | undefined): readonly NoteOf[] {
  const notes: NoteOf[] = []
  if (administrator.test(text)) notes.push({ note: 'administrator' })
  if (deletes.some((one) => one.test(text))) notes.push({ note: 'deletes' })
  if (downloads.test(text) && runs.some((one) => one.test(text))) notes.push({ note: 'runs_download' })
  for (const about of [...found(text, host, sockets, remote), ...hostsOf(text)])
    notes.push({ note: 'reaches', about })
  for (const about of found(text, overwrites).map((one) => one.replaceAll(/^["']|["']$/g, '')))
    if (!noFile.test(about)) notes.push({ note: 'overwrites', about })
  const isAway = found(text, paths).some(
    (path) =>
      !path.startsWith('//') &&
      path !== '/dev/null' &&
      !(option.test(path) && /^[a-z]:/i.test(directory ?? '')) &&
      isOutside(path, directory) === true,
  )
  if (directory !== undefined && isAway) notes.push({ note: 'outside', about: directory })
  return notes
}

function found(text: string, ...patterns: readonly RegExp[]): readonly string[] {
  return patterns.flatMap((pattern) => Array.from(text.matchAll(pattern), (match) => match[1] ?? ''))
}

// These options of ssh have a value of their own.
const withValue = /^-[BbcDEeFIiJLlmOopQRSWw]$/

// The hosts that programs get without an address.
function hostsOf(text: string): readonly string[] {
  const [name, ...words] = text.trim().split(/\s+/).slice(0, 200)
  if (name === undefined || !/(?:^|\/)(?:ssh|scp|rsync|sftp)$/.test(name)) return []
  const targets = words.filter((word, at) => !word.startsWith('-') && !withValue.test(words[at - 1] ?? ''))
  const hosts = /(?:ssh|sftp)$/.test(name)
    ? targets.slice(0, 1)
    : targets.filter((one) => /^[^/:]{2,}:/.test(one))
  return hosts.flatMap((one) => /^(?:[^@/]*@)?([\w.-]+)/.exec(one)?.[1] ?? [])
}
