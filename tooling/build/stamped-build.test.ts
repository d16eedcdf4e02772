import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { repositoryRoot } from "../repository/root.ts";
import { buildStamped } from "./stamped-build.ts";

describe("buildStamped", () => {
  let place: string;
  beforeEach(() => {
    mkdirSync(join(repositoryRoot, "out"), { recursive: true });
    place = mkdtempSync(join(repositoryRoot, "out/stamped-"));
    writeFileSync(join(place, "source.ts"), "1");
  });
  afterEach(() => rmSync(place, { recursive: true, force: true }));

  const build = (content: string) =>
    buildStamped({
      folder: join(place, "dist"),
      ingredients: [relative(repositoryRoot, join(place, "source.ts"))],
      make: async (into) => {
        mkdirSync(into);
        writeFileSync(join(into, "a.js"), content);
        if (content === "broken") throw new Error("the sources do not build");
      },
    });
  const built = () => readFileSync(join(place, "dist/a.js"), "utf8");

  it("builds once, and again when a source has changed", async () => {
    expect((await build("first")).outcome).toBe("built");
    expect((await build("second")).outcome).toBe("kept");
    expect(built()).toBe("first");
    writeFileSync(join(place, "source.ts"), "2");
    expect((await build("third")).outcome).toBe("built");
    expect(built()).toBe("third");
  });

  it("puts compressed twins beside each file", async () => {
    await build("x".repeat(1_000));
    expect(gunzipSync(readFileSync(join(place, "dist/a.js.gz"))).toString()).toBe(built());
    expect(brotliDecompressSync(readFileSync(join(place, "dist/a.js.br"))).toString()).toBe(built());
  });

  it("leaves what was there where the sources do not build, and nothing half-made", async () => {
    await build("first");
    writeFileSync(join(place, "source.ts"), "2");
    await expect(build("broken")).rejects.toThrow("do not build");
    expect(built()).toBe("first");
    expect(readdirSync(place).sort()).toEqual(["dist", "source.ts"]);
    expect(existsSync(join(place, "dist/.stamp"))).toBe(true);
  });
});
