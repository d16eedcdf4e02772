/**
 * Builds the console into `dist`, each file beside its gzip and brotli twin. A stamp of everything that goes in says
 * whether there is anything to do: a second start of the product must not build again.
 */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const here = fileURLToPath(new URL(".", import.meta.url));
const repository = join(here, "../..");
const dist = join(here, "dist");
const stampName = ".stamp";

/** What the bundle is made of, relative to the repository. */
const ingredients = [
  "apps/console/src",
  "apps/console/public",
  "apps/console/index.html",
  "apps/console/vite.config.ts",
  "apps/console/build.ts",
  "apps/console/package.json",
  "packages/contract/src",
  "packages/charts/src",
  "packages/analysis/src/format",
  "package-lock.json",
];

export interface Built {
  /** The folder to serve. */
  readonly folder: string;
  /** `kept`: what was there is of the same sources. */
  readonly outcome: "built" | "kept";
}

/** Builds the console unless `dist` is of the same sources; when it returns, `dist` is complete.
 *  @throws Error with the bundler's words if the sources do not build */
export async function buildConsole(): Promise<Built> {
  const stamp = stampOfSources();
  const kept = join(dist, stampName);
  if (existsSync(kept) && readFileSync(kept, "utf8") === stamp) return { folder: dist, outcome: "kept" };
  // Beside it and then in its place: who serves the old one meanwhile never finds half of a new one.
  const next = join(here, `dist-${process.pid}`);
  try {
    const { build } = await import("vite");
    await build({ configFile: join(here, "vite.config.ts"), logLevel: "error", build: { outDir: next } });
    for (const file of filesUnder(next)) writeCompressed(file);
    writeFileSync(join(next, stampName), stamp);
    rmSync(dist, { recursive: true, force: true });
    renameSync(next, dist);
  } finally {
    rmSync(next, { recursive: true, force: true });
  }
  return { folder: dist, outcome: "built" };
}

function stampOfSources(): string {
  const hash = createHash("sha256");
  for (const ingredient of ingredients) {
    const place = join(repository, ingredient);
    for (const file of filesUnder(place)) {
      if (/\.test\.tsx?$/.test(file)) continue;
      hash
        .update(`${relative(repository, file)}\0`)
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

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { folder, outcome } = await buildConsole();
  process.stdout.write(`${outcome === "built" ? "built" : "up to date"}: ${relative(process.cwd(), folder)}\n`);
}
