import { exactAgreement, linearAgreement, quadraticAgreement } from "../../src/agreement/agreement-weight.ts";
import { cohensKappa } from "../../src/agreement/cohens-kappa.ts";
import { fleissKappa } from "../../src/agreement/fleiss-kappa.ts";
import { type Intraclass, intraclassCorrelations } from "../../src/agreement/intraclass-correlation.ts";
import { krippendorffAlpha } from "../../src/agreement/krippendorff-alpha.ts";
import { percentAgreement } from "../../src/agreement/percent-agreement.ts";
import {
  intervalDifference,
  nominalDifference,
  ordinalDifference,
  type RatingDifference,
  ratioDifference,
} from "../../src/agreement/rating-difference.ts";
import { type Matrix, matrixOfRows } from "../../src/linear-algebra/matrix.ts";
import { estimated } from "../../test-support/variants.ts";
import type { Family } from "../family.ts";
import { confidenceOf } from "../options.ts";
import { isTree, type ReferenceTree, type ReferenceValue, tableOfRows } from "../reference-value.ts";

/** Data stand in the file: a `table` of two raters, `counts` of several, `ratings` of things by judges, or `raters_by_units`. */
export const agreement: Family = {
  compute: (file) => {
    const confidence = confidenceOf(file);
    const parts = Object.entries(file.values).map(([key, asked]) => [
      key,
      isTree(asked) ? partOf(asked, confidence) : null,
    ]);
    return Object.fromEntries(parts);
  },
};

function partOf(asked: ReferenceTree, confidence: number): ReferenceTree {
  const { table, counts, ratings, raters_by_units: units } = asked;
  if (table !== undefined) return { table, ...kappas(matrixIn(table), confidence) };
  if (counts !== undefined) return { counts, result: fleiss(matrixIn(counts), confidence) };
  if (ratings !== undefined) return { ratings, icc: intraclass(columnsOf(matrixIn(ratings)), confidence) };
  if (units !== undefined) return { raters_by_units: units, ...krippendorff(rowsOf(matrixIn(units)), confidence) };
  throw new Error(`no data among ${Object.keys(asked).join(", ")}`);
}

function kappas(table: Matrix, confidence: number): ReferenceTree {
  const cells = { rows: table.rows, columns: table.columns, counts: table.values };
  const exact = estimated(cohensKappa(cells, exactAgreement, confidence));
  const linear = estimated(cohensKappa(cells, linearAgreement, confidence));
  const quadratic = estimated(cohensKappa(cells, quadraticAgreement, confidence));
  return {
    kappa: exact.value,
    kappa_ase: exact.standardError,
    kappa_ci: [exact.interval.lower, exact.interval.upper],
    weighted_linear: linear.value,
    weighted_linear_ase: linear.standardError,
    weighted_quadratic: quadratic.value,
    weighted_quadratic_ase: quadratic.standardError,
    percent_agreement: exact.observed,
  };
}

function fleiss(counts: Matrix, confidence: number): ReferenceTree {
  const found = estimated(fleissKappa(counts, null, confidence));
  if (found.test === null) throw new Error("no test");
  return {
    kappa: found.value,
    P_bar: found.observed,
    P_e: found.expected,
    kappa_by_category: found.byCategory,
    se: found.standardError,
    se_H0: found.test.standardError,
    z: found.test.statistic,
    p: found.test.pValue,
    percent_agreement: estimated(percentAgreement(counts, null, confidence)).value,
  };
}

function intraclass(raters: readonly Float64Array[], confidence: number): ReferenceTree {
  const { single, average } = estimated(intraclassCorrelations(raters, confidence));
  const row = (found: Intraclass) => {
    const { value, interval, test } = estimated(found);
    const tested = {
      F: test?.f ?? null,
      df1: test?.numerator ?? null,
      df2: test?.denominator ?? null,
      p: test?.pValue ?? null,
    };
    return { ICC: value, ...tested, "lower bound": interval.lower, "upper bound": interval.upper };
  };
  return tableOfRows([
    ["ICC1", row(single.oneWay)],
    ["ICC2", row(single.agreement)],
    ["ICC3", row(single.consistency)],
    ["ICC1k", row(average.oneWay)],
    ["ICC2k", row(average.agreement)],
    ["ICC3k", row(average.consistency)],
  ]);
}

function krippendorff(raters: readonly Float64Array[], confidence: number): ReferenceTree {
  const alpha = (difference: RatingDifference) =>
    estimated(krippendorffAlpha(raters, null, difference, confidence)).value;
  const hasNegative = raters.some((rater) => rater.some((rating) => rating < 0));
  return {
    nominal: alpha(nominalDifference),
    ordinal: alpha(ordinalDifference),
    interval: alpha(intervalDifference),
    ratio: hasNegative ? null : alpha(ratioDifference),
  };
}

/** Rows of numbers; null = no rating. */
function matrixIn(value: ReferenceValue): Matrix {
  if (!Array.isArray(value)) throw new Error("no rows of numbers");
  return matrixOfRows(
    value.map((row) => {
      if (!Array.isArray(row)) throw new Error("no row of numbers");
      return row.map((each) => (typeof each === "number" ? each : Number.NaN));
    }),
  );
}

function rowsOf({ rows, columns, values }: Matrix): readonly Float64Array[] {
  return Array.from({ length: rows }, (_, row) => values.slice(row * columns, (row + 1) * columns));
}

function columnsOf({ rows, columns, values }: Matrix): readonly Float64Array[] {
  return Array.from({ length: columns }, (_, j) =>
    Float64Array.from({ length: rows }, (_, row) => values[row * columns + j]),
  );
}
