/**
 * Error of a difference in differences under clusters that share a fate. Residuals of a cluster lie too near its cell's mean, the more so
 * the larger its part of the cell, so the plain sum of squares is too small with few clusters or unequal ones: a nominal 5 % is
 * then 10 %. CR2 takes each cluster's leverage out of its residuals, and t has as many degrees of freedom as the errors are worth.
 * Source: Bell & McCaffrey 2002, Survey Methodology 28; Imbens & Kolesár 2016; Pustejovsky & Tipton 2018, with 1/w as the working
 * variances (R's `clubSandwich::vcovCR(type = "CR2", target = 1/w, inverse_var = TRUE)`).
 */
import { type CellMean, influence, type TreatmentRow } from "./units.ts";

export interface ClusterRobustError {
  readonly variance: number;
  /** Satterthwaite's, (tr P)² / tr P². */
  readonly degreesOfFreedom: number;
}

/** Sums that come out smaller than this against what was added up are rounding. */
const rounding = 1e-12;

/** A cluster within one of the four cells. */
interface Part {
  weight: number;
  /** Σ of the rows' influence on the difference, and of its sizes. */
  sum: number;
  size: number;
}

/** For each cell the clusters that hold answers of it. */
export function clustersByCell(rows: readonly TreatmentRow[]): readonly number[] {
  const clusters = [new Set<number>(), new Set<number>(), new Set<number>(), new Set<number>()];
  for (const { cell, cluster } of rows) clusters[cell].add(cluster);
  return clusters.map(({ size }) => size);
}

/** @param cells each with two clusters or more; a cluster that is a whole cell would have nothing to be compared with */
export function clusterRobustError(rows: readonly TreatmentRow[], cells: readonly CellMean[]): ClusterRobustError {
  let variance = 0;
  let [trace, squares] = [0, 0];
  const products = new Float64Array(16);
  for (const parts of partsOfClusters(rows, cells)) {
    let [sum, size, own, shared] = [0, 0, 0, 0];
    const reach = parts.map(({ weight }, cell) => weight / cells[cell].weightedBase);
    // What this cluster adds to P with others is −Σ over cells of `pull` of both.
    const pull = reach.map((leverage, cell) => leverage / Math.sqrt((1 - leverage) * cells[cell].weightedBase));
    parts.forEach((part, cell) => {
      const freed = 1 / Math.sqrt(1 - reach[cell]);
      sum += freed * part.sum;
      size += freed * part.size;
      own += reach[cell] / cells[cell].weightedBase;
      shared += pull[cell] ** 2;
      for (let other = 0; other < 4; other++) products[cell * 4 + other] += pull[cell] * pull[other];
    });
    if (Math.abs(sum) > rounding * size) variance += sum * sum;
    trace += own;
    squares += own * own - shared * shared;
  }
  squares += products.reduce((sum, product) => sum + product * product, 0);
  return { variance, degreesOfFreedom: (trace * trace) / squares };
}

function partsOfClusters(rows: readonly TreatmentRow[], cells: readonly CellMean[]): Iterable<readonly Part[]> {
  const clusters = new Map<number, readonly Part[]>();
  for (const row of rows) {
    let parts = clusters.get(row.cluster);
    if (parts === undefined) {
      parts = cells.map(() => ({ weight: 0, sum: 0, size: 0 }));
      clusters.set(row.cluster, parts);
    }
    const part = parts[row.cell];
    const pulled = influence(row, cells);
    part.weight += row.weight;
    part.sum += pulled;
    part.size += Math.abs(pulled);
  }
  return clusters.values();
}
