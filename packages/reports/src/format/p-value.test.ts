import { setPoint } from "@manyi/analysis/format/set-point";
import { expect, it } from "vitest";
import { pNumber, pValue } from "./p-value.ts";
import { weightShare } from "./weight-share.ts";

it.each([
  [0.0312, "p = 0.031"],
  [0.00099, "p < 0.001"],
  [1, "p = 1.000"],
  [0.0497, "p = 0.0497"],
  [0.0503, "p = 0.0503"],
  [0.05, "p = 0.050"],
])("writes p %d as %s", (p, text) => {
  expect(pValue(p)).toBe(text);
  expect(`p ${pNumber(p).replace(/^(?=\d)/, "= ")}`).toBe(text);
});

it.each([
  [80, "index", "80"],
  [72.5, "index", "72.5"],
  [0.7, "share", "70%"],
  [0.855, "share", "85.5%"],
  [-5, "nps", "−5"],
] as const)("writes the target %d (%s) as %s, as it was set", (value, unit, text) => {
  expect(setPoint(value, unit)).toBe(text);
});

it("writes weights with one decimal", () => {
  expect(weightShare(0.125)).toBe("12.5%");
});
