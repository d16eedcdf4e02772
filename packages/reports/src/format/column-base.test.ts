import { expect, it } from "vitest";
import { sampleFigure, suppressedFigure } from "../../test-support/sample-figures.ts";
import { columnBase } from "./column-base.ts";

const share = (n: number) => sampleFigure("top-share", "share", 0.5, 0.1, n);

it("is the fewest answers of a column's shares", () => {
  expect(columnBase([share(900), share(150), sampleFigure("index", "index", 70, 2, 20), undefined])).toBe(150);
});

it("does not hang on a share that is not shown", () => {
  expect(columnBase([share(900), suppressedFigure(share(5))])).toBe(900);
});

it("is undefined where no share has a number", () => {
  expect(columnBase([sampleFigure("index", "index", 70, 2, 20)])).toBeUndefined();
});
