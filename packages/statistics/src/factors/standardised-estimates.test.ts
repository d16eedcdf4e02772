import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { expectClose } from "../../test-support/expect-close.ts";
import { estimated } from "../../test-support/variants.ts";
import { momentsOf } from "../moments/moments.ts";
import { confirmatoryFactors } from "./confirmatory-factors.ts";
import { standardisedEstimates } from "./standardised-estimates.ts";

const mobile = readFileSync(new URL("../../golden/second/mobile.csv", import.meta.url), "utf8");
const [header, ...rows] = mobile
  .trim()
  .split(/\r?\n/)
  .map((line) => line.replaceAll('"', "").split(","));
const factors = [
  { name: "quality", items: ["PERQ1", "PERQ2", "PERQ4"] },
  { name: "satisfaction", items: ["CUSA1", "CUSA2", "CUSA3"] },
  { name: "image", items: ["IMAG1", "IMAG2", "IMAG3"] },
];
const variables = factors.flatMap(({ items }) => items);
const columns = variables.map((name) =>
  Float64Array.from(rows, (row) => {
    const cell = row[header.indexOf(name)];
    return cell === "" || cell === "NA" ? Number.NaN : Number(cell);
  }),
);
const fit = estimated(confirmatoryFactors(momentsOf({ variables, columns }), { factors }, 0.95));

describe("standardised loadings and correlations of factors", () => {
  // lavaan 0.6, R 4.2: standardizedSolution(cfa(…, information = "expected")); lavaan stops at about six digits.
  it("have lavaan's values, standard errors and intervals", () => {
    const found = standardisedEstimates(fit, 0.95);
    const loadings = found?.loadings ?? [];
    expectClose(
      loadings.map(({ value }) => value),
      [
        0.7499925698, 0.6853975937, 0.7360093305, 0.8168350892, 0.736821837, 0.6640364493, 0.7189551319, 0.5311632508,
        0.7340952571,
      ],
      1e-5,
    );
    expectClose(
      loadings.map(({ standardError }) => standardError),
      [
        0.03398277021, 0.03753784783, 0.03470905942, 0.0283171893, 0.03266903418, 0.03723586153, 0.04275121244,
        0.04968761717, 0.04240457265,
      ],
      1e-4,
    );
    const correlations = found?.correlations ?? [];
    expect(correlations.map(({ factors: pair }) => pair)).toEqual([
      [0, 1],
      [0, 2],
      [1, 2],
    ]);
    expectClose(
      correlations.flatMap(({ value, standardError, interval }) => [value, standardError, interval.lower]),
      [
        0.7783636194, 0.03977353493, 0.7004089233, 0.4860044018, 0.06178566048, 0.3649067325, 0.6096754356,
        0.05374476972, 0.5043376226,
      ],
      1e-4,
    );
  });

  it("refuse a confidence that is none", () => {
    expect(() => standardisedEstimates(fit, 1)).toThrow(RangeError);
  });
});
