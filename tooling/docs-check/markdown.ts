/** What the checks need of a Markdown page; not a full reading of the format. */
export interface Page {
  /** Relative to the repository. */
  readonly path: string;
  readonly anchors: ReadonlySet<string>;
  readonly links: readonly Link[];
  readonly codeBlocks: readonly CodeBlock[];
}

interface Link {
  readonly target: string;
  readonly line: number;
}

export interface CodeBlock {
  /** The word after the fence, in small letters; "" when there is none. */
  readonly language: string;
  readonly text: string;
  /** The line of the fence; the block's own first line is the next one. */
  readonly line: number;
}

/** Reads a page's headings, links and fenced code. */
export function readPage(path: string, text: string): Page {
  const { prose, codeBlocks } = splitFences(text.split("\n"));
  return { path, anchors: anchorsIn(prose), links: linksIn(prose), codeBlocks };
}

/** Prose keeps its line numbers: a line of code stands in it as an empty one. */
function splitFences(lines: readonly string[]): { prose: string[]; codeBlocks: CodeBlock[] } {
  const prose: string[] = [];
  const codeBlocks: CodeBlock[] = [];
  let open: { marker: string; language: string; line: number; text: string[] } | undefined;
  for (const [index, line] of lines.entries()) {
    const fence = /^ {0,3}(`{3,}|~{3,})\s*([\w-]*)/.exec(line);
    prose.push(open === undefined && fence === null ? line : "");
    if (open === undefined) {
      if (fence !== null) {
        open = { marker: fence[1] ?? "", language: (fence[2] ?? "").toLowerCase(), line: index + 1, text: [] };
      }
    } else if (fence?.[1]?.startsWith(open.marker) && fence[2] === "") {
      codeBlocks.push({ language: open.language, text: open.text.join("\n"), line: open.line });
      open = undefined;
    } else open.text.push(line);
  }
  if (open !== undefined) codeBlocks.push({ language: open.language, text: open.text.join("\n"), line: open.line });
  return { prose, codeBlocks };
}

function anchorsIn(prose: readonly string[]): Set<string> {
  const anchors = new Set<string>();
  for (const line of prose) {
    const heading = /^ {0,3}#{1,6}\s+(.*?)\s*#*$/.exec(line)?.[1];
    if (heading !== undefined) addNumbered(anchors, slugOf(heading));
    for (const [, id] of line.matchAll(/<a\s+(?:id|name)="([^"]+)"/g)) if (id !== undefined) anchors.add(id);
  }
  return anchors;
}

/** The second heading of one name gets `-1`, the third `-2`. */
function addNumbered(anchors: Set<string>, slug: string): void {
  let name = slug;
  for (let number = 1; anchors.has(name); number++) name = `${slug}-${number}`;
  anchors.add(name);
}

/** The anchor that code hosts give a heading: small letters, no punctuation, hyphens for spaces. */
function slugOf(heading: string): string {
  const shown = heading.replace(/!?\[([^\]]*)\]\([^)]*\)/g, "$1").replace(/[`*]/g, "");
  return shown
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, "")
    .replaceAll(" ", "-");
}

function linksIn(prose: readonly string[]): Link[] {
  return prose.flatMap((line, index) => {
    const shown = line.replace(/`[^`]*`/g, "");
    const inline = [...shown.matchAll(/\]\(\s*<?([^)\s>]+)>?(?:\s+"[^"]*")?\s*\)/g)];
    const defined = [...shown.matchAll(/^ {0,3}\[[^\]]+\]:\s*<?([^\s>]+)>?/g)];
    const html = [...shown.matchAll(/<(?:a|img)\b[^>]*?\b(?:href|src)="([^"]+)"/g)];
    return [...inline, ...defined, ...html].map(([, target = ""]) => ({ target, line: index + 1 }));
  });
}
