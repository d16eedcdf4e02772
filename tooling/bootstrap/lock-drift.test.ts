import { describe, expect, it } from "vitest";
import { driftFromManifests, driftOfInstalled } from "./lock-drift.mjs";

describe("drift", () => {
  const manifest = (folder: string, content: object) => ({ folder, content, text: "" });
  const lock = {
    packages: { "": {}, "packages/a": { dependencies: { x: "1.0.0" } }, "node_modules/x": { version: "1.0.0" } },
  };

  it("is seen when a package asks for more, less or something else than the lock file recorded", () => {
    expect(driftFromManifests([manifest("packages/a", { dependencies: { x: "1.0.0" } })], lock)).toEqual([]);
    expect(driftFromManifests([manifest("packages/a", { dependencies: { x: "2.0.0" } })], lock)).toEqual([
      "packages/a: x",
    ]);
    expect(driftFromManifests([manifest("packages/a", {})], lock)).toEqual(["packages/a: x"]);
    expect(driftFromManifests([manifest("packages/b", {})], lock)).toEqual(["packages/b is not in the lock file"]);
  });

  it("is seen in what was installed, but not in an optional package for another platform", () => {
    expect(driftOfInstalled({ packages: { "node_modules/y": { optional: true } } }, lock)).toEqual([]);
    expect(driftOfInstalled({ packages: { "node_modules/y": {} } }, lock)).toEqual([
      "node_modules/y is not in the lock file",
    ]);
  });
});
