import type { FileSize } from "./measure.ts";

const FILE_LINES = 400;
const FUNCTION_LINES = 60;
/** Markup makes a component long without making it hard to read. */
const COMPONENT_LINES = 90;

/** What is larger than the limits allow, and exceptions that nothing needs.
 *  @param exceptions path or `path#function` → reason
 *  @returns one readable line each */
export function findOversize(files: readonly FileSize[], exceptions: Readonly<Record<string, string>>): string[] {
  const oversize = new Map(files.flatMap(oversizeOf));
  const unlisted = [...oversize].filter(([name]) => exceptions[name] === undefined).map(([, text]) => text);
  const unneeded = Object.keys(exceptions).filter((name) => !oversize.has(name));
  return [...unlisted, ...unneeded.map((name) => `${name} is within the limits: remove its exception`)];
}

function oversizeOf({ path, lines, functions }: FileSize): [string, string][] {
  const found: [string, string][] = [];
  if (lines > FILE_LINES) found.push([path, `${path} has ${lines} lines; a file may have ${FILE_LINES}`]);
  for (const { name, line, lines: length, isComponent } of functions) {
    const limit = isComponent ? COMPONENT_LINES : FUNCTION_LINES;
    if (length > limit)
      found.push([`${path}#${name}`, `${path}:${line} ${name} has ${length} lines; it may have ${limit}`]);
  }
  return found;
}
