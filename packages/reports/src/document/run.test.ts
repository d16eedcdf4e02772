import { expect, it } from "vitest";
import { plain, withSubscripts } from "./run.ts";

it("sets what follows an underscore as a subscript", () => {
  expect(withSubscripts("Σ w_j x_ij / n")).toEqual([
    plain("Σ w"),
    { kind: "subscript", text: "j" },
    plain(" x"),
    { kind: "subscript", text: "ij" },
    plain(" / n"),
  ]);
});

it("leaves a text without subscripts whole", () => {
  expect(withSubscripts("I = (x − L) / (U − L) × 100")).toEqual([plain("I = (x − L) / (U − L) × 100")]);
});
