import { expect } from "vitest";
import type { GoldenValue } from "./golden.ts";
import { compareWithGolden, readGolden, readOriginal } from "./golden.ts";

/** Recomputed values against a golden file: every value under `values` must be there and agree. */
export function expectGolden(id: string, actual: { readonly [key: string]: GoldenValue }): void {
  const golden = readGolden(id);
  const { compared, worstRelativeError, failures } = compareWithGolden(golden.values, actual);
  expect(failures).toEqual([]);
  expect(compared).toBeGreaterThan(0);
  expect(worstRelativeError).toBeLessThan(1e-9);
  if (process.env.GOLDEN_REPORT)
    console.log(`${id}: ${compared} values, worst relative error ${worstRelativeError.toExponential(1)}`);
}

/** Whether the golden copy still says what the original says; "absent" where there is no original beside the clone. */
export function originalAgreement(id: string): "absent" | "same" | "different" {
  const original = readOriginal(id);
  if (original === null) return "absent";
  const golden = readGolden(id);
  const same = Object.entries(golden.values).every(
    ([key, value]) => JSON.stringify(value) === JSON.stringify(original.values[key]),
  );
  return same ? "same" : "different";
}
