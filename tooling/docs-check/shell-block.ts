/** What a shell block in the docs is held against. */
export interface KnownCommands {
  /** The scripts of package.json. */
  readonly scripts: ReadonlySet<string>;
  /** The first words that `manyi` understands. */
  readonly manyi: ReadonlySet<string>;
}

/** npm's own short forms for scripts. */
const SHORT_FORMS = new Set(["start", "test"]);
/** Folders that every machine of its kind has; any other absolute path is somebody's own machine. */
const SHARED_FOLDERS = new Set(["bin", "dev", "etc", "opt", "proc", "srv", "usr", "var"]);

/** What a reader could not run as it stands.
 *  @param text lines of a shell block; a prompt `$ ` before a command is allowed
 *  @returns one readable line each */
export function faultsInShell(text: string, known: KnownCommands): string[] {
  const lines = text.replace(/\\\n\s*/g, " ").split("\n");
  return lines
    .map((line) => line.replace(/^\s*(\$ )?/, "").replace(/(^|\s)#.*$/, ""))
    .flatMap((line) => faultsIn(line, known));
}

function faultsIn(line: string, known: KnownCommands): string[] {
  const found: string[] = [];
  const script = /\bnpm (?:run(?:-script)?\s+(?:-s\s+|--silent\s+)?)([\w:-]+)/.exec(line)?.[1] ?? shortForm(line);
  if (script !== undefined && !known.scripts.has(script)) found.push(`names a script that does not exist: ${script}`);
  const command = /(?:\bnpm run (?:-s |--silent )?manyi\s+--|(?:^|&&|\|)\s*manyi)\s+([^\s|&]+)/.exec(line)?.[1];
  if (command !== undefined && !command.startsWith("-") && !known.manyi.has(command)) {
    found.push(`names a command that manyi does not have: ${command}`);
  }
  for (const [, path = "", folder = ""] of line.matchAll(/(?:^|[\s="'])(\/([\w.-]+)[^\s"']*)/g)) {
    if (!SHARED_FOLDERS.has(folder)) found.push(`names a path of one machine: ${path}`);
  }
  return found;
}

function shortForm(line: string): string | undefined {
  const word = /\bnpm (?:-s |--silent )?([a-z]+)/.exec(line)?.[1];
  return word !== undefined && SHORT_FORMS.has(word) ? word : undefined;
}
