import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { unfitNumbers } from "../../../test-support/finite.ts";
import { tested } from "../../../test-support/variants.ts";
import { bootstrapPathModel } from "../bootstrap/bootstrap-path-model.ts";
import type { PathModel } from "../path-model.ts";
import type { PathSample } from "../path-sample.ts";
import { measurementInvariance } from "./measurement-invariance.ts";
import { comparedBootstraps } from "./parametric-comparison.ts";
import { permutationTest } from "./permutation-test.ts";

const model: PathModel = {
  constructs: [
    { name: "X", items: ["x1", "x2"], mode: "A" },
    { name: "Y", items: ["y1", "y2"], mode: "A" },
  ],
  paths: [{ from: "X", to: "Y" }],
};
const variables = model.constructs.flatMap(({ items }) => items);
const scales = variables.map(() => ({ minimum: 1, maximum: 4 }));

const rowsOf = (answer: fc.Arbitrary<number>, least: number) =>
  fc.array(fc.array(answer, { minLength: 4, maxLength: 4 }), { minLength: least, maxLength: 16 });

/** Small groups of any answers: empty, of one, all alike, nobody answering, weights of 0 or of one person; and some that have a model. */
const group: fc.Arbitrary<PathSample> = fc
  .tuple(
    fc.oneof(rowsOf(fc.constantFrom(1, 2, 4, 4, Number.NaN), 0), rowsOf(fc.integer({ min: 1, max: 4 }), 12)),
    fc.option(fc.array(fc.constantFrom(0, 1, 1, 2.5, 1e9), { minLength: 16, maxLength: 16 }), { freq: 1 }),
  )
  .map(([rows, weights]) => ({
    variables,
    columns: variables.map((_, item) => Float64Array.from(rows, (row) => row[item])),
    caseWeights: weights === null ? null : Float64Array.from(weights.slice(0, rows.length)),
  }));

describe("comparison of two small groups of any answers", () => {
  it("gives finite numbers or a typed answer", async () => {
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(group, group, async (first, second) => {
        const drawn = { permutations: 20, seed: 1 };
        const permuted = await permutationTest([first, second], model, "centroid", scales, drawn);
        const invariance = await measurementInvariance([first, second], model, "centroid", 0.05, drawn);
        expect(unfitNumbers([permuted, invariance])).toEqual([]);
        const [a, b] = await Promise.all(
          [first, second].map((each) =>
            bootstrapPathModel(each, model, "centroid", {
              resamples: 20,
              draws: { kind: "seeded", seed: 2 },
              confidence: 0.9,
              scales,
            }),
          ),
        );
        if (a.kind === "estimated" && b.kind === "estimated") {
          const compared = comparedBootstraps(a, b, 0.9);
          expect(unfitNumbers(compared)).toEqual([]);
          for (const { kind } of compared) seen.add(`bootstrap ${kind}`);
        }
        seen.add(permuted.kind).add(invariance.kind);
      }),
      { numRuns: 150, seed: 5 },
    );
    // The data reach the numbers as well, not the typed answers alone.
    expect(seen).toContain("tested");
    expect(seen).toContain("no-model");
    expect(seen).toContain("bootstrap tested");
  });
});

describe("a group whose items cancel each other", () => {
  it("has no variances to compare", async () => {
    const answers = (columns: readonly string[]): PathSample => ({
      variables: ["x1", "x2", "y1"],
      columns: columns.map((column) => Float64Array.from(column, Number)),
      caseWeights: null,
    });
    const single: PathModel = {
      constructs: [model.constructs[0], { name: "Y", items: ["y1"], mode: "A" }],
      paths: model.paths,
    };
    const first = answers(["1211122", "2122211", "2222112"]);
    const second = answers(["1112221", "2111112", "2112211"]);
    const options = { permutations: 20, seed: 1 };
    const found = tested(await measurementInvariance([first, second], single, "path", 0.05, options));
    expect(found.constructs[0].variance).toEqual({ kind: "no-variation" });
    expect(found.constructs[0].invariance).not.toBe("full");
    expect(unfitNumbers(found)).toEqual([]);
  });
});
