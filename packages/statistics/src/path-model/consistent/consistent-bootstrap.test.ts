import { describe, expect, it } from "vitest";
import { smallModel, smallSample } from "../../../test-support/small-path-model.ts";
import { estimated } from "../../../test-support/variants.ts";
import { momentsOf } from "../../moments/moments.ts";
import { randomFromSeed } from "../../random/xoshiro.ts";
import { estimatePathModel } from "../estimate.ts";
import { bootstrapConsistentPaths } from "./consistent-bootstrap.ts";
import { consistentModel } from "./consistent-model.ts";

const sample = smallSample(250, randomFromSeed(11));
const options = { resamples: 300, seed: 4, confidence: 0.95 } as const;

describe("the bootstrap of consistent paths", () => {
  it("stands around the sample's own, the same for the same seed, and narrower with less confidence", () => {
    const found = estimated(bootstrapConsistentPaths(sample, smallModel, "path", options));
    const { paths } = estimated(consistentModel(estimated(estimatePathModel(momentsOf(sample), smallModel, "path"))));
    const place = (name: string) => smallModel.constructs.findIndex((construct) => construct.name === name);
    for (const [i, { from, to }] of smallModel.paths.entries()) {
      const value = paths.values[place(from) * paths.columns + place(to)];
      expect(found.paths[i].lower).toBeLessThan(value);
      expect(found.paths[i].upper).toBeGreaterThan(value);
    }
    expect(bootstrapConsistentPaths(sample, smallModel, "path", options)).toEqual(found);
    const less = estimated(bootstrapConsistentPaths(sample, smallModel, "path", { ...options, confidence: 0.5 }));
    expect(less.paths[0].lower).toBeGreaterThan(found.paths[0].lower);
  });

  it("says where resamples have no solution, and refuses what is no option", () => {
    const still = { ...sample, columns: sample.columns.map((column) => column.map(() => 3)) };
    expect(bootstrapConsistentPaths(still, smallModel, "path", options)).toMatchObject({ kind: "too-many-failed" });
    expect(() => bootstrapConsistentPaths(sample, smallModel, "path", { ...options, resamples: 1 })).toThrow(
      RangeError,
    );
    expect(() => bootstrapConsistentPaths(sample, smallModel, "path", { ...options, confidence: 1 })).toThrow(
      RangeError,
    );
  });
});
