import type { NoteOf } from './Facts.tsx'
import { isOutside } from './place.ts'

const deletes =
  /(?:^|[\s;&|("'`])(?:rm|rmdir|shred|unlink|truncate|mkfs[.\w]*|dd)\s|\s-delete\b|\bgit\s+(?:clean|reset\s+--hard|checkout\s+--|push\s.*--force|push\s.*\s-f\b|branch\s+-D)/
const administrator = /(?:^|[\s;&|("'`])(?:sudo|doas|su|runas)\s/
const downloads = /\b(?:curl|wget|fetch|iwr|Invoke-WebRequest)\b/
const runs =
  /\|\s*(?:sudo\s+)?(?:\w*sh|python\d*|node|perl|ruby|iex)\b|(?:\w*sh\s+-\w*c|e(?:val))\b.*(?:\$\(|`)/
const host = /\b(?:https?|ftp|ssh|git|sftp|rsync|wss?):\/\/(?:[^\s/@'"]*@)?([^\s/:'"?#)]+)/g
const remote = /\b(?:ssh|scp|rsync|sftp)\s(?:.*\s)?(?:[\w.-]+@)([\w.-]+)/g
const overwrites = /(?:^|[^->&\d])\d?>(?![>&])\|?\s*(?!\/dev\/null)([^\s;&|<>]+)/g
const paths = /(?:^|[\s='"(<>])((?:\/|~|\.\.(?:\/|$))[^\s;&|'"<>)]*)/g

// Notes on one step of a command. A step without notes may still do harm.
export function notesOfStep(step: string, directory: string | undefined): readonly NoteOf[] {
  const text = step.slice(0, 20_000)
  const notes: NoteOf[] = []
  if (administrator.test(text)) notes.push({ note: 'administrator' })
  if (deletes.test(text)) notes.push({ note: 'deletes' })
  if (downloads.test(text) && runs.test(text)) notes.push({ note: 'runs_download' })
  for (const about of found(text, host, remote)) notes.push({ note: 'reaches', about })
  for (const about of found(text, overwrites)) notes.push({ note: 'overwrites', about })
  const isAway = found(text, paths).some(
    (path) => isOutside(path, directory) === true && path !== '/dev/null',
  )
  if (directory !== undefined && isAway) notes.push({ note: 'outside', about: directory })
  return notes
}

function found(text: string, ...patterns: readonly RegExp[]): readonly string[] {
  return [
    ...new Set(patterns.flatMap((pattern) => Array.from(text.matchAll(pattern), (match) => match[1] ?? ''))),
  ]
}
