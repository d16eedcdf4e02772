import ts from "typescript";

export interface FunctionSize {
  readonly name: string;
  /** 1 for the first line of the file. */
  readonly line: number;
  readonly lines: number;
  readonly isComponent: boolean;
}

/** Blocks that a test file is made of; their length is the length of what they hold. */
const TEST_BLOCKS = new Set(["describe", "it", "test", "beforeAll", "beforeEach", "afterAll", "afterEach"]);

/** The functions of a file that have a body in braces, nested ones included. Their documentation is not counted.
 *  @param path decides the syntax (.ts, .tsx, .mjs) */
export function functionsIn(path: string, text: string): FunctionSize[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const found: FunctionSize[] = [];
  const visit = (node: ts.Node): void => {
    if (isFunctionWithBody(node) && !isTestBlock(node)) found.push(measure(node, file));
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

function isFunctionWithBody(node: ts.Node): node is ts.FunctionLikeDeclaration {
  return ts.isFunctionLike(node) && "body" in node && node.body !== undefined && ts.isBlock(node.body);
}

function isTestBlock(node: ts.FunctionLikeDeclaration): boolean {
  if (!ts.isCallExpression(node.parent)) return false;
  let callee: ts.Expression = node.parent.expression;
  // `it.each(table)(…)` and `describe.skipIf(…)(…)` begin with the same word.
  while (ts.isCallExpression(callee) || ts.isPropertyAccessExpression(callee)) callee = callee.expression;
  return ts.isIdentifier(callee) && TEST_BLOCKS.has(callee.text);
}

function measure(node: ts.FunctionLikeDeclaration, file: ts.SourceFile): FunctionSize {
  const first = file.getLineAndCharacterOfPosition(node.getStart(file, false)).line;
  const last = file.getLineAndCharacterOfPosition(node.getEnd()).line;
  const name = nameOf(node, file);
  const isComponent = file.fileName.endsWith(".tsx") && /^[A-Z]/.test(name);
  return { name, line: first + 1, lines: last - first + 1, isComponent };
}

function nameOf(node: ts.FunctionLikeDeclaration, file: ts.SourceFile): string {
  if (node.name !== undefined) return node.name.getText(file);
  if (ts.isConstructorDeclaration(node)) return "constructor";
  if (ts.isVariableDeclaration(node.parent) || ts.isPropertyAssignment(node.parent))
    return node.parent.name.getText(file);
  return "(anonymous)";
}
