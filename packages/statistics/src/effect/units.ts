import { deviationFrom } from "../tally/sums.ts";

export interface CellMean {
  readonly n: number;
  readonly weightedBase: number;
  readonly mean: number;
}

/** A row that counts. */
export interface TreatmentRow {
  /** 0 … 3: without before, without after, with before, with after. */
  readonly cell: number;
  readonly cluster: number;
  readonly weight: number;
  readonly value: number;
  /** How far values may lie from their mean by rounding alone. */
  readonly rounding: number;
}

/** Independent units of one stratum, and Σu² of their influence on the difference in differences. */
export interface StratumOfUnits {
  readonly units: number;
  readonly squares: number;
}

/** Respondents within each of the four cells. */
export function strataOfRows(rows: readonly TreatmentRow[], cells: readonly CellMean[]): StratumOfUnits[] {
  return cells.map(({ n }, place) => {
    const own = rows.filter(({ cell }) => cell === place);
    return { units: n, squares: own.reduce((sum, row) => sum + influence(row, cells) ** 2, 0) };
  });
}

/** Clusters within those with and those without the measure, or all in one stratum where a cluster holds both. */
export function strataOfClusters(rows: readonly TreatmentRow[], cells: readonly CellMean[]): StratumOfUnits[] {
  const totals = new Map<number, { arms: Set<number>; sum: number; size: number }>();
  for (const row of rows) {
    const total = totals.get(row.cluster) ?? { arms: new Set<number>(), sum: 0, size: 0 };
    const pulled = influence(row, cells);
    total.arms.add(row.cell >> 1);
    total.sum += pulled;
    total.size += Math.abs(pulled);
    totals.set(row.cluster, total);
  }
  // Parts that cancel leave rounding, and no certainty.
  const clusters = Array.from(totals.values(), ({ arms, sum, size }) => ({
    arms,
    sum: Math.abs(sum) > 1e-12 * size ? sum : 0,
  }));
  const isCrossed = clusters.some(({ arms }) => arms.size > 1);
  const strata = isCrossed ? [clusters] : [0, 1].map((arm) => clusters.filter(({ arms }) => arms.has(arm)));
  return strata.map((own) => ({ units: own.length, squares: own.reduce((sum, { sum: u }) => sum + u * u, 0) }));
}

/** ± w(y − mean of its cell)/Σw; signs cancel in the squares of rows, and within a cluster before and after pull apart. */
export function influence({ cell, weight, value, rounding }: TreatmentRow, cells: readonly CellMean[]): number {
  const sign = cell === 0 || cell === 3 ? 1 : -1;
  return (sign * weight * deviationFrom(cells[cell].mean, value, rounding)) / cells[cell].weightedBase;
}
