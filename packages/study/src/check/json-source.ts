/** study.json as text and as value, so that a fault in the value can be shown at its line and column. */
import {
  findNodeAtLocation,
  getNodeValue,
  type JSONPath,
  type Node,
  type ParseError,
  parseTree,
  printParseErrorCode,
} from "jsonc-parser";
import { type Issue, issue, type JsonProblem, type Place } from "../issue/issue.ts";

/** A definition needs a handful of levels; more is an attack on recursion, not a study. */
const deepestNesting = 60;

export interface JsonSource {
  readonly file: string;
  readonly value: unknown;
  /** Where the value at a path stands; the nearest enclosing value where the path itself is absent. */
  readonly placeOf: (path: JSONPath) => Place;
}

/** Reads JSON text.
 *  @returns the source, or the issues that keep it from being read */
export function readJsonSource(file: string, text: string): JsonSource | readonly Issue[] {
  const lineStarts = startsOfLines(text);
  const placeAt = (offset: number): Place => placeOfOffset(file, lineStarts, offset);
  const tooDeep = firstTooDeep(text);
  if (tooDeep !== null) return [issue("nested-too-deep", placeAt(tooDeep), { limit: deepestNesting })];
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: false, disallowComments: true });
  if (errors.length > 0 || root === undefined) {
    const first = errors[0];
    const problem = first === undefined ? "value" : (problems[printParseErrorCode(first.error)] ?? "unexpected");
    return [issue("json-syntax", placeAt(first?.offset ?? 0), { problem })];
  }
  const twice = propertiesTwice(root).map((node) =>
    issue("json-property-twice", placeAt(node.offset), { property: String(node.value) }),
  );
  if (twice.length > 0) return twice;
  return {
    file,
    value: getNodeValue(root),
    placeOf: (path) => placeAt(nearestNode(root, path).offset),
  };
}

/** By the names that jsonc-parser prints. */
const problems: Readonly<Record<string, JsonProblem>> = {
  InvalidSymbol: "unexpected",
  InvalidNumberFormat: "value",
  PropertyNameExpected: "unexpected",
  ValueExpected: "value",
  ColonExpected: "colon",
  CommaExpected: "comma",
  CloseBraceExpected: "bracket",
  CloseBracketExpected: "bracket",
  EndOfFileExpected: "end",
  InvalidCommentToken: "comment",
  UnexpectedEndOfComment: "comment",
  UnexpectedEndOfString: "quote",
  InvalidUnicode: "character",
  InvalidEscapeCharacter: "character",
  InvalidCharacter: "character",
};

function firstTooDeep(text: string): number | null {
  let depth = 0;
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (quoted) {
      if (c === "\\") i++;
      else if (c === '"') quoted = false;
    } else if (c === '"') quoted = true;
    else if (c === "{" || c === "[") {
      if (++depth > deepestNesting) return i;
    } else if (c === "}" || c === "]") depth--;
  }
  return null;
}

function propertiesTwice(node: Node): readonly Node[] {
  const children = node.children ?? [];
  const own: Node[] = [];
  if (node.type === "object") {
    const seen = new Set<string>();
    for (const property of children) {
      const name = property.children?.[0];
      if (name === undefined) continue;
      if (seen.has(String(name.value))) own.push(name);
      seen.add(String(name.value));
    }
  }
  return [...own, ...children.flatMap(propertiesTwice)];
}

function nearestNode(root: Node, path: JSONPath): Node {
  for (let length = path.length; length > 0; length--) {
    const node = findNodeAtLocation(root, path.slice(0, length));
    if (node !== undefined) return node;
  }
  return root;
}

function startsOfLines(text: string): readonly number[] {
  const starts = [0];
  for (let i = text.indexOf("\n"); i !== -1; i = text.indexOf("\n", i + 1)) starts.push(i + 1);
  return starts;
}

function placeOfOffset(file: string, lineStarts: readonly number[], offset: number): Place {
  let low = 0;
  let high = lineStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (lineStarts[middle] <= offset) low = middle;
    else high = middle - 1;
  }
  return { file, line: low + 1, column: offset - lineStarts[low] + 1 };
}
