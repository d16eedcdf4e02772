/** A value as indented JSON, piece by piece: results of many groups are longer than a text may be. The pieces together are
 *  what `JSON.stringify(value, null, 2)` gives. */

/** Levels that are taken apart; what lies deeper is small. */
const levels = 5;
const indent = "  ";

/** @throws Error naming a number that is none: JSON would write null, which a reader takes for "none" */
export function* jsonChunks(value: unknown): Generator<string> {
  yield* piece(value, "", "");
  yield "\n";
}

function* piece(value: unknown, margin: string, name: string): Generator<string> {
  const entries = entriesOf(value);
  if (entries === null || entries.length === 0 || margin.length >= levels * indent.length) {
    yield whole(value, name).replaceAll("\n", `\n${margin}`);
    return;
  }
  const isList = Array.isArray(value);
  let between = isList ? "[" : "{";
  for (const [key, inner] of entries) {
    yield `${between}\n${margin}${indent}${isList ? "" : `${JSON.stringify(key)}: `}`;
    yield* piece(inner, margin + indent, key);
    between = ",";
  }
  yield `\n${margin}${isList ? "]" : "}"}`;
}

/** What has no JSON is left out of an object, as JSON.stringify does. */
function entriesOf(value: unknown): readonly (readonly [string, unknown])[] | null {
  if (typeof value !== "object" || value === null) return null;
  return Array.isArray(value)
    ? value.map((inner, i) => [String(i), inner] as const)
    : Object.entries(value).filter(([, inner]) => inner !== undefined);
}

function whole(value: unknown, at: string): string {
  return JSON.stringify(
    value,
    (name, inner: unknown) => {
      if (typeof inner === "number" && !Number.isFinite(inner))
        throw new Error(`results: ${name === "" ? at : name} is ${inner}`);
      return inner;
    },
    2,
  );
}
