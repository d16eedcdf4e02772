/**
 * Builds something for the browser into a folder, each file beside its gzip and brotli twin. A stamp of everything that goes in says
 * whether there is anything to do: a second start of the product must not build again.
 */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { pathToFileURL } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { repositoryRoot } from "../repository/root.ts";

const stampName = ".stamp";

export interface StampedBuild {
  /** The folder that is made, whole. */
  readonly folder: string;
  /** What it is made of: files and folders, relative to the repository. Tests among them do not count. */
  readonly ingredients: readonly string[];
  /** Makes it.
   *  @param into an empty or absent folder beside the one that is wanted */
  readonly make: (into: string) => Promise<void>;
}

export interface Built {
  readonly folder: string;
  /** `kept`: what was there is of the same sources. */
  readonly outcome: "built" | "kept";
}

/** Builds unless the folder is of the same sources; when it returns, the folder is complete.
 *  @throws Error with the bundler's words if the sources do not build */
export async function buildStamped({ folder, ingredients, make }: StampedBuild): Promise<Built> {
  const stamp = stampOf(ingredients);
  const kept = join(folder, stampName);
  if (existsSync(kept) && readFileSync(kept, "utf8") === stamp) return { folder, outcome: "kept" };
  // Beside it and then in its place: who serves the old one meanwhile never finds half of a new one.
  const next = `${folder}-${process.pid}`;
  try {
    await make(next);
    for (const file of filesUnder(next)) writeCompressed(file);
    writeFileSync(join(next, stampName), stamp);
    rmSync(folder, { recursive: true, force: true });
    renameSync(next, folder);
  } finally {
    rmSync(next, { recursive: true, force: true });
  }
  return { folder, outcome: "built" };
}

/** Builds where the module is the program that was started, and says what came of it.
 *  @param moduleUrl `import.meta.url` of the module */
export async function buildIfStarted(moduleUrl: string, build: () => Promise<Built>): Promise<void> {
  if (process.argv[1] === undefined || moduleUrl !== pathToFileURL(process.argv[1]).href) return;
  const { folder, outcome } = await build();
  process.stdout.write(`${outcome === "built" ? "built" : "up to date"}: ${relative(process.cwd(), folder)}\n`);
}

function stampOf(ingredients: readonly string[]): string {
  const hash = createHash("sha256");
  for (const ingredient of ingredients) {
    const place = join(repositoryRoot, ingredient);
    for (const file of filesUnder(place)) {
      if (/\.test\.tsx?$/.test(file)) continue;
      hash
        .update(`${relative(repositoryRoot, file)}\0`)
        .update(readFileSync(file))
        .update("\0");
    }
  }
  return hash.digest("hex");
}

function filesUnder(place: string): readonly string[] {
  if (!existsSync(place)) return [];
  try {
    const entries = readdirSync(place, { withFileTypes: true, recursive: true });
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort();
  } catch (cause) {
    if (cause instanceof Error && "code" in cause && cause.code === "ENOTDIR") return [place];
    throw cause;
  }
}

function writeCompressed(file: string): void {
  if (!/\.(js|css|html|svg)$/.test(file)) return;
  const content = readFileSync(file);
  writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }));
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length };
  writeFileSync(`${file}.br`, brotliCompressSync(content, { params }));
}
