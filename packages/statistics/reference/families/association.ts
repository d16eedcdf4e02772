import { adjustedResiduals } from "../../src/crosstab/adjusted-residuals.ts";
import { chiSquareTest } from "../../src/crosstab/chi-square-test.ts";
import { biasCorrectedCramersV, contingencyCoefficient, cramersV } from "../../src/crosstab/cramers-v.ts";
import type { CrossTable } from "../../src/crosstab/table.ts";
import { estimated, tested } from "../../test-support/variants.ts";
import { type ReferenceTable, type ReferenceTree, type ReferenceValue, tableOf } from "../reference-value.ts";

/** Everything about a table's association, by the names that files of either kind give it. */
export function associationOf(table: CrossTable, rows: readonly string[], cols: readonly string[]): ReferenceTree {
  const test = tested(chiSquareTest(table));
  const residuals = cellsOf(rows, cols, estimated(adjustedResiduals(table)).values);
  const contingency = contingencyCoefficient(test);
  return {
    chi2: test.statistic,
    df: test.degreesOfFreedom,
    p: test.pValue,
    G2: test.likelihoodRatio,
    G2_likelihood_ratio: test.likelihoodRatio,
    p_G2: test.likelihoodRatioPValue,
    cramers_v: cramersV(test),
    cramers_v_bias_corrected: biasCorrectedCramersV(test),
    contingency,
    contingency_C: contingency,
    min_expected: test.smallestExpected,
    cells_expected_lt5: test.cellsExpectedBelow5,
    expected: cellsOf(rows, cols, test.expected),
    adjusted_residuals: residuals,
    adjusted_std_residuals: residuals,
  };
}

/** @param cells row by row */
export function cellsOf(
  rows: readonly string[],
  cols: readonly string[],
  cells: ArrayLike<ReferenceValue>,
): ReferenceTable {
  return tableOf(rows, cols, (_row, _col, i, j) => cells[i * cols.length + j]);
}
