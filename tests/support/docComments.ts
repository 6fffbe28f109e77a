import { readdirSync, readFileSync } from 'node:fs'
import { relative as relativePath, resolve } from 'node:path'
import ts from 'typescript-5'

/** The files whose exports a user can import. */
const entry =
  /\/src\/(index|core|mocks\/index|mocks\/msw|server\/index|adapters\/[^/]+\/index|locales\/en|(editor|previews|devtools)\/index)\.ts$/

interface DocComments {
  /** Public exports and fields without a docblock, as `file:line name`. */
  readonly undocumented: readonly string[]
  /** Docblocks on anything else, as `file:line`. */
  readonly onInternals: readonly string[]
  /** Comments that begin with a relative or interrogative word, as `file:line text`. */
  readonly relative: readonly string[]
  readonly lines: number
}

/** Reads every comment of `src`, and tells those of the public surface from the others. */
export function readDocComments(): DocComments {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => resolve('src', name))
  const { config } = ts.readConfigFile('tsconfig.json', (path) => readFileSync(path, 'utf8'))
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, '.')
  const program = ts.createProgram(files, options)
  const checker = program.getTypeChecker()
  const sources = files.map((file) => program.getSourceFile(file)!)
  const isOurs = (node: ts.Node): boolean => sources.includes(node.getSourceFile())

  const publicNodes = new Set<ts.Node>()
  for (const source of sources) {
    if (entry.test(source.fileName)) addExports(checker.getSymbolAtLocation(source))
  }

  function addExports(module: ts.Symbol | undefined): void {
    for (const exported of module ? checker.getExportsOfModule(module) : []) {
      const symbol = exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported
      if (symbol.flags & ts.SymbolFlags.ValueModule) {
        addExports(symbol)
      } else {
        symbol.declarations?.filter(isOurs).forEach(addDeclaration)
      }
    }
  }

  function addDeclaration(declaration: ts.Node): void {
    if (publicNodes.has(declaration)) return
    publicNodes.add(declaration)
    if (ts.isInterfaceDeclaration(declaration) || ts.isTypeAliasDeclaration(declaration)) {
      addFieldsOf(checker.getTypeAtLocation(declaration))
      ts.forEachChild(declaration, addLiterals)
    } else if (ts.isClassDeclaration(declaration)) {
      declaration.members.filter(isPublicMember).forEach((member) => publicNodes.add(member))
    } else if (ts.isFunctionLike(declaration)) {
      declaration.parameters.forEach(addLiterals)
      if (declaration.type) addLiterals(declaration.type)
    } else if (ts.isVariableDeclaration(declaration)) {
      if (declaration.type) addLiterals(declaration.type)
    }
  }

  /** The fields that a type has, also those that it takes from types that are not exported. */
  function addFieldsOf(type: ts.Type): void {
    if (type.isUnion()) {
      type.types.forEach(addFieldsOf)
    } else if (type.flags & ts.TypeFlags.Object || type.isIntersection()) {
      for (const field of checker.getPropertiesOfType(type)) {
        field.declarations?.filter(isOurs).forEach((declaration) => publicNodes.add(declaration))
      }
    }
  }

  /** The fields of the type literals that are written inside of a public declaration. */
  function addLiterals(node: ts.Node): void {
    if (ts.isTypeLiteralNode(node)) node.members.forEach((member) => publicNodes.add(member))
    if (!ts.isBlock(node)) ts.forEachChild(node, addLiterals)
  }

  const publicBlocks = new Set<string>()
  const isInPublicType = (source: ts.SourceFile, position: number): boolean =>
    [...publicNodes].some(
      (node) =>
        (ts.isTypeAliasDeclaration(node) || ts.isInterfaceDeclaration(node)) &&
        node.getSourceFile() === source &&
        node.getStart() < position &&
        position < node.end,
    )
  const undocumented: string[] = []
  for (const node of publicNodes) {
    const blocks = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc)
    for (const block of blocks) publicBlocks.add(placeOf(node.getSourceFile(), block.pos))
    if (blocks.length === 0 && lacksWords(node)) {
      undocumented.push(`${placeOf(node.getSourceFile(), node.getStart())} ${nameOf(node)}`)
    }
  }

  const onInternals: string[] = []
  const relative: string[] = []
  let lines = 0
  for (const source of sources) {
    lines += source.text.trimEnd().split('\n').length
    for (const comment of commentsOf(source)) {
      const place = placeOf(source, comment.pos)
      const isPublic = publicBlocks.has(place) || isInPublicType(source, comment.pos)
      if (comment.text.startsWith('/**') && !isPublic) onInternals.push(place)
      const [words] = /(?<=^[/*\s]*)[^/*\s].*/.exec(comment.text) ?? ['']
      if (/^(What|Who|Whoever|How|Where|Whether)\b/.test(words)) relative.push(`${place} ${words}`)
    }
  }
  return { undocumented, onInternals, relative, lines }
}

function isPublicMember(member: ts.ClassElement): boolean {
  const isHidden =
    ts.getCombinedModifierFlags(member) & (ts.ModifierFlags.Private | ts.ModifierFlags.Protected)
  return !isHidden && !(member.name && ts.isPrivateIdentifier(member.name))
}

/**
 * True for a field that has no docblock and needs one. A field needs none when it bears the name of its type
 * (`pause: Pause`), takes the type of a documented field (`code: Failure['code']`), is the literal that tells the
 * members of a union apart (`status: 'done'`), belongs to "The part of" a foreign interface, or is named in the docblock
 * of its owner.
 */
function lacksWords(node: ts.Node): boolean {
  if (ts.isConstructorDeclaration(node) || ts.isIndexSignatureDeclaration(node)) return false
  const { name, type } = node as ts.Node & { readonly name?: ts.Node; readonly type?: ts.TypeNode }
  if (!name || ts.isComputedPropertyName(name)) return false
  const word = name.getText()
  const named = word[0]!.toUpperCase() + word.slice(1)
  const written = type?.getText().replaceAll(/^NonNullable<|^readonly |\[\]$|>$| \| undefined$/g, '') ?? ''
  if (written === named || `${written}s` === named || written.endsWith(`['${word}']`)) return false
  const isLiteral = /^'\w+'( \| '\w+')*$/.test(written)
  if (isLiteral && /^(type|status|outcome|decision|reason)$/.test(word)) return false
  return !wordsAround(node).some(
    (words) => words.includes(`\`${word}\``) || /^\/\*\*\s*\*?\s*The part of /.test(words),
  )
}

/** The docblocks of what a field stands in, from the inside out; also that of the member of a union. */
function wordsAround(node: ts.Node): readonly string[] {
  const words: string[] = []
  for (let at = node.parent; !ts.isSourceFile(at); at = at.parent) {
    words.push(...ts.getJSDocCommentsAndTags(at).map((block) => block.getText()))
    const before = at.getSourceFile().text.slice(0, at.getStart())
    const [above] = ts.isUnionTypeNode(at.parent)
      ? (/\/\*\*(?:(?!\*\/)[^])*\*\/\s*\|\s*$/.exec(before) ?? [])
      : []
    if (above !== undefined) words.push(above)
  }
  return words
}

/** Every comment once; lines of `//` that follow each other are one. */
function commentsOf(source: ts.SourceFile): readonly { readonly pos: number; readonly text: string }[] {
  const found = new Map<number, ts.CommentRange>()
  const visit = (node: ts.Node): void => {
    if (node.kind === ts.SyntaxKind.JsxText) return
    for (const range of [
      ...(ts.getLeadingCommentRanges(source.text, node.getFullStart()) ?? []),
      ...(ts.getTrailingCommentRanges(source.text, node.getEnd()) ?? []),
    ]) {
      found.set(range.pos, range)
    }
    node.getChildren(source).forEach(visit)
  }
  visit(source)
  const comments: { pos: number; end: number; text: string }[] = []
  for (const { pos, end } of [...found.values()].toSorted((one, other) => one.pos - other.pos)) {
    const last = comments.at(-1)
    const text = source.text.slice(pos, end)
    const goesOn = last && text.startsWith('//') && /^\n[ \t]*$/.test(source.text.slice(last.end, pos))
    if (goesOn && last.text.startsWith('//')) last.end = end
    else comments.push({ pos, end, text })
  }
  return comments
}

function placeOf(source: ts.SourceFile, position: number): string {
  const { line } = source.getLineAndCharacterOfPosition(position)
  return `${relativePath('.', source.fileName)}:${line + 1}`
}

function nameOf(node: ts.Node): string {
  return ts.isVariableStatement(node)
    ? node.declarationList.declarations.map(({ name }) => name.getText()).join(', ')
    : (ts.getNameOfDeclaration(node as ts.Declaration)?.getText() ?? ts.SyntaxKind[node.kind])
}
