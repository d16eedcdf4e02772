import { describe, expect, it } from "vitest";
import { originalAgreement } from "../../test-support/expect-golden.ts";
import { compareWithGolden } from "../../test-support/golden.ts";

const copies = [
  "synth_public_scores",
  "synth_public_scale_conversion",
  "synth_public_csi",
  "synth_public_ipa",
  "synth_public_keydrivers",
  "synth_public_crosstab",
  "swiss_relimp",
  "textbook_crosstabs",
];

describe("golden copies", () => {
  it.for(copies)("%s says what its original says", (id, context) => {
    const agreement = originalAgreement(id);
    if (agreement === "absent") context.skip("the reference data do not lie beside this clone");
    expect(agreement).toBe("same");
  });
});

describe("the comparison with golden values", () => {
  it("fails on a value that is missing, off, or mistaken", () => {
    const failuresOf = (actual: Parameters<typeof compareWithGolden>[1]) =>
      compareWithGolden({ nps: 10, p: 0.5, nps_WRONG: 12 }, actual).failures.length;
    expect(failuresOf({ nps: 10, p: 0.5 })).toBe(0);
    expect(failuresOf({ nps: 10 })).toBe(1);
    expect(failuresOf({ nps: 10.0000001, p: 0.5 })).toBe(1);
    expect(failuresOf({ nps: 10, p: 0.50000001 })).toBe(1);
    expect(failuresOf({ nps: 10, p: 0.5, average: 12 })).toBe(1);
  });
});
