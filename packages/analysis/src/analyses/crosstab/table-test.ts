/** The test of a whole table: on people, or with weights that of Rao and Scott. */
import { type ChiSquareTest, chiSquareTest } from "@manyi/statistics/crosstab/chi-square-test";
import { cramersV } from "@manyi/statistics/crosstab/cramers-v";
import { type FisherExact, fisherExact } from "@manyi/statistics/crosstab/fisher-exact";
import { type RaoScott, raoScottTest } from "@manyi/statistics/crosstab/rao-scott";
import { type CrossTable, filledPart } from "@manyi/statistics/crosstab/table";

export interface TableTest {
  readonly chiSquare: ChiSquareTest;
  /** Null without weights. */
  readonly raoScott: RaoScott | null;
  /** Of two answers in two groups, without weights; else null. */
  readonly fisher: FisherExact | null;
  readonly pValue: number;
  readonly statistic: number;
  readonly numerator: number;
  /** Null for χ². */
  readonly denominator: number | null;
  readonly cramersV: number;
}

/** @param designN rows of the whole sample
 *  @returns null where the answers do not vary */
export function tableTest(table: CrossTable, designN: number, confidence: number): TableTest | null {
  const chiSquare = chiSquareTest(table);
  if (chiSquare.kind !== "tested") return null;
  const { weights, squaredWeights } = table;
  if (weights === undefined || squaredWeights === undefined) {
    const { statistic, degreesOfFreedom: numerator, pValue } = chiSquare;
    return {
      chiSquare,
      raoScott: null,
      fisher: exactTest(table, confidence),
      pValue,
      statistic,
      numerator,
      denominator: null,
      cramersV: cramersV(chiSquare),
    };
  }
  const raoScott = raoScottTest({ ...table, weights, squaredWeights }, designN);
  if (raoScott.kind !== "tested") return null;
  return { chiSquare, raoScott, fisher: null, ...raoScott.f, cramersV: raoScott.cramersV };
}

function exactTest(table: CrossTable, confidence: number): FisherExact | null {
  const filled = filledPart(table);
  if (filled.kind !== "filled" || filled.table.rows !== 2 || filled.table.columns !== 2) return null;
  const { rows, columns, counts } = filled.table;
  const tested = fisherExact({ rows, columns, counts }, confidence);
  return tested.kind === "tested" ? tested : null;
}
