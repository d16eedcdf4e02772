import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { provideBinaries } from "./binaries.ts";

/** Nobody's number: a user that owns nothing here. */
const someone = { uid: 64_123, gid: 64_123 };

/** A package as the registry gives it: its links between libraries are only a list. */
function packageAt(version: string) {
  const root = mkdtempSync(join(tmpdir(), "manyi-binaries-"));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  chmodSync(root, 0o755);
  const folder = join(root, "closed", "package");
  for (const part of ["bin", "lib"]) mkdirSync(join(folder, "native", part), { recursive: true });
  writeFileSync(join(folder, "package.json"), JSON.stringify({ version }));
  writeFileSync(join(folder, "native/lib/libpq.so.5.18"), "library");
  const links = [{ source: "native/lib/libpq.so.5.18", target: "native/lib/libpq.so.5" }];
  writeFileSync(join(folder, "native/pg-symlinks.json"), JSON.stringify(links));
  return { root, folder, copies: join(root, "copies") };
}

const libraryOf = (postgres: string) => readFileSync(join(dirname(postgres), "..", "lib", "libpq.so.5"), "utf8");

describe("the binaries", () => {
  it("are used where they lie, with their links made", () => {
    const { folder, copies } = packageAt("18.4.0");
    const { postgres } = provideBinaries(someone, copies, folder);
    expect(postgres.startsWith(folder)).toBe(true);
    expect(libraryOf(postgres)).toBe("library");
  });

  it("are copied where the database's user cannot enter their folder, one version at a time", () => {
    const { root, folder, copies } = packageAt("18.4.0");
    chmodSync(join(root, "closed"), 0o700);
    const { postgres } = provideBinaries(someone, copies, folder);
    expect(postgres.startsWith(copies)).toBe(true);
    expect(libraryOf(postgres)).toBe("library");
    expect(provideBinaries(someone, copies, folder).postgres).toBe(postgres);
    writeFileSync(join(folder, "package.json"), JSON.stringify({ version: "18.5.0" }));
    provideBinaries(someone, copies, folder);
    expect(readdirSync(copies)).toEqual(["postgresql-18.5.0"]);
  });
});
