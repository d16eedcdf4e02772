/**
 * The estimators that take longest, in CPU seconds of all threads, beside those of the R packages that analysts use (R 4.2.2 with
 * reference BLAS, the same kind of machine). With them the multiply–adds a second that the bootstrap reaches, and the machine's own.
 */

import { chiSquareTest } from "@manyi/statistics/crosstab/chi-square-test";
import { columnProportions, unadjusted } from "@manyi/statistics/crosstab/column-proportions";
import { designRaoScottTest } from "@manyi/statistics/design-variance/design-rao-scott";
import { surveyDesign } from "@manyi/statistics/design-variance/survey-design";
import { lmg } from "@manyi/statistics/drivers/lmg";
import { momentsOf } from "@manyi/statistics/moments/moments";
import { timePathBootstrap } from "@manyi/statistics/test-support/time-path-bootstrap";
import { rake } from "@manyi/statistics/weights/raking";
import type { Bench, Figure } from "./figure.ts";
import { type Case, cpuSecondsOf, figureOf, rounded } from "./statistics-case.ts";
import { codeColumn, ratingColumns, weightColumn } from "./statistics-data.ts";
import { modelCases } from "./statistics-models.ts";

const rows = 100_000;

const statistics: Bench = async function* () {
  yield* bootstraps();
  yield machinesOwn();
  for (const each of [...drivers(), raking(), largeCrosstab(), raoScott(), ...modelCases()]) yield await figureOf(each);
};
export default statistics;

async function* bootstraps(): AsyncGenerator<Figure> {
  const cases = [
    { size: 250, resamples: 5_000, peer: ["seminr", 157] },
    { size: 10_000, resamples: 1_000, peer: ["seminr", 339] },
  ] as const;
  for (const { size, resamples, peer } of cases) {
    const timings = new Map<number, Awaited<ReturnType<typeof timePathBootstrap>>>();
    const measure = async () => {
      const timing = await timePathBootstrap(size, resamples, 1);
      timings.set(timing.cpuSeconds, timing);
      return timing.cpuSeconds;
    };
    const name = `PLS path model, ${size.toLocaleString("en")} × 24, ${resamples.toLocaleString("en")} resamples with all criteria`;
    yield await figureOf({ name, measure, runs: 3, peer });
    const best = Math.max(...[...timings.values()].map(({ products, cpuSeconds }) => products / cpuSeconds));
    const common = { bench: "statistics", unit: "billion/s", better: "higher", runs: timings.size } as const;
    yield { ...common, case: `${name}: multiply–adds`, value: rounded(best / 1e9) };
  }
}

/** Sums of products that stay in the nearest cache, eight at a time: the most that one thread of this engine does. */
function machinesOwn(): Figure {
  const a = weightColumn(1_024, 1);
  const b = weightColumn(1_024, 2);
  let best = 0;
  let sum = 0;
  for (let run = 0; run < 5; run++) {
    const repeats = 100_000;
    const seconds = cpuSecondsOf(() => {
      for (let repeat = 0; repeat < repeats; repeat++) sum += dotProduct(a, b);
    });
    best = Math.max(best, (repeats * a.length) / seconds);
  }
  if (!(sum > 0)) throw new Error("nothing was summed");
  const value = rounded(best / 1e9);
  return {
    bench: "statistics",
    case: "the machine's own multiply–adds, one thread",
    value,
    unit: "billion/s",
    better: "higher",
    runs: 5,
  };
}

function dotProduct(a: Float64Array, b: Float64Array): number {
  let [s0, s1, s2, s3, s4, s5, s6, s7] = [0, 0, 0, 0, 0, 0, 0, 0];
  for (let i = 0; i < a.length; i += 8) {
    s0 += (a[i] ?? 0) * (b[i] ?? 0);
    s1 += (a[i + 1] ?? 0) * (b[i + 1] ?? 0);
    s2 += (a[i + 2] ?? 0) * (b[i + 2] ?? 0);
    s3 += (a[i + 3] ?? 0) * (b[i + 3] ?? 0);
    s4 += (a[i + 4] ?? 0) * (b[i + 4] ?? 0);
    s5 += (a[i + 5] ?? 0) * (b[i + 5] ?? 0);
    s6 += (a[i + 6] ?? 0) * (b[i + 6] ?? 0);
    s7 += (a[i + 7] ?? 0) * (b[i + 7] ?? 0);
  }
  return s0 + s1 + s2 + s3 + s4 + s5 + s6 + s7;
}

function drivers(): readonly Case[] {
  return [12, 16].map((predictors) => {
    const columns = ratingColumns(10_000, [predictors, 1], 5, predictors);
    const moments = momentsOf({ variables: columns.map((_, i) => String(i)), columns });
    return {
      name: `LMG, ${predictors} predictors`,
      runs: 9,
      measure: () =>
        cpuSecondsOf(() => {
          const found = lmg(moments, predictors);
          if (!("exact" in found) || !found.exact) throw new Error("no exact shares");
        }),
      ...(predictors === 12 ? { peer: ["relaimpo, n = 10,000", 0.32] as const } : {}),
    };
  });
}

function raking(): Case {
  const weights = weightColumn(rows, 1);
  const margins = [5, 3, 2, 8].map((levels, i) => {
    const codes = codeColumn(rows, levels, 10 + i);
    const targets = new Float64Array(levels).fill(rows / levels);
    return { name: String(i), codes, targets };
  });
  return {
    name: `raking, ${rows.toLocaleString("en")} rows, 4 margins`,
    runs: 9,
    peer: ["survey::rake", 0.91],
    measure: () =>
      cpuSecondsOf(() => {
        const raked = rake(weights, margins);
        if (raked.kind !== "raked") throw new Error(raked.kind);
      }),
  };
}

function largeCrosstab(): Case {
  const size = 1_000_000;
  const [tableRows, columns] = [5, 8];
  const rowCodes = codeColumn(size, tableRows, 21);
  const columnCodes = codeColumn(size, columns, 22);
  return {
    name: `crosstab with all column tests, ${size.toLocaleString("en")} rows, ${tableRows} × ${columns}`,
    runs: 9,
    peer: ["xtabs and chisq.test of 100,000 rows, times ten", 0.22],
    measure: () =>
      cpuSecondsOf(() => {
        const counts = new Float64Array(tableRows * columns);
        for (let row = 0; row < size; row++) {
          const cell = (rowCodes[row] ?? 0) * columns + (columnCodes[row] ?? 0);
          counts[cell] = (counts[cell] ?? 0) + 1;
        }
        const table = { rows: tableRows, columns, counts };
        const tested = chiSquareTest(table);
        if (tested.kind !== "tested") throw new Error(tested.kind);
        columnProportions(table, 0.05, unadjusted);
      }),
  };
}

function raoScott(): Case {
  const psus = Int32Array.from({ length: rows }, (_, row) => row % 2_000);
  const design = surveyDesign({
    weights: weightColumn(rows, 31),
    strata: psus.map((psu) => psu % 8),
    psus,
    psusInPopulation: null,
    lonelyPsu: "fail",
  });
  const table = { rows: 5, columns: 4, rowCodes: codeColumn(rows, 5, 32), columnCodes: codeColumn(rows, 4, 33) };
  return {
    name: `Rao–Scott χ², ${rows.toLocaleString("en")} rows, 8 strata, 2,000 PSUs`,
    runs: 9,
    peer: ["survey::svychisq", 1.22],
    measure: () =>
      cpuSecondsOf(() => {
        const tested = designRaoScottTest(design, table);
        if (tested.kind !== "tested") throw new Error(tested.kind);
      }),
  };
}
