import { expect, it } from "vitest";
import { buildDataset } from "../../test-support/build-dataset.ts";
import { columns } from "./columns.ts";

const dataset = buildDataset({ q: [1, null, 5], g: [1, 2, 2] }, { w: [0.5, 1, 2] });

it("gives everybody's values, none where there is no rating", () => {
  const read = columns(dataset, [{ column: "q" }, { column: "w" }], [], null);
  expect(read.rows).toBe(3);
  expect([...read.variables[0]]).toEqual([1, Number.NaN, 5]);
  expect([...read.variables[1]]).toEqual([0.5, 1, 2]);
  expect(read.weights).toBeNull();
});

it("keeps values and weights of one respondent together through a filter", () => {
  const read = columns(dataset, [{ column: "q" }], [{ column: "g", codes: ["2"] }], "w");
  expect(read.rows).toBe(2);
  expect([...read.variables[0]]).toEqual([Number.NaN, 5]);
  expect([...(read.weights ?? [])]).toEqual([1, 2]);
});

it("says which column is not there", () => {
  expect(() => columns(dataset, [{ column: "zz" }], [], null)).toThrow(/zz/);
});
