/**
 * A table with its totals as a network. People flow from a source through their row and their column to a sink and back, so every
 * cell and every total is an arc and every sum a node that loses nothing. What a reader can work out of the arcs that are shown is
 * what flows along the hidden ones allow: a hidden arc can be larger by d exactly where d can flow back from its head to its tail
 * along other hidden arcs. Source: Cox 1980; Castro 2012 (minimum-distance and network methods of cell suppression).
 */
import { type CountTable, linesOf } from "./small-cells.ts";

export interface TableArc {
  readonly tail: number;
  readonly head: number;
  /** Respondents. */
  readonly value: number;
}

export interface TableNetwork {
  readonly nodes: number;
  /** Cells row by row, then row totals, column totals and the total of all. */
  readonly arcs: readonly TableArc[];
  /** From each node: along the arcs that leave it, and against those that lead into it. */
  readonly steps: readonly (readonly Step[])[];
}

export interface Step {
  readonly arc: number;
  /** An arc is followed where its value grows, and taken backward where it shrinks; it cannot shrink below 0. */
  readonly direction: "forward" | "backward";
  readonly from: number;
  readonly to: number;
}

export function networkOf(table: CountTable): TableNetwork {
  const { rows, columns, counts } = table;
  const [source, sink] = [rows + columns, rows + columns + 1];
  const total = (cells: readonly number[]) => cells.reduce((sum, cell) => sum + counts[cell], 0);
  const lines = linesOf(table);
  const arcs: TableArc[] = Array.from(counts, (value, cell) => ({
    tail: Math.floor(cell / columns),
    head: rows + (cell % columns),
    value,
  }));
  lines.rows.forEach((cells, row) => {
    arcs.push({ tail: source, head: row, value: total(cells) });
  });
  lines.columns.forEach((cells, column) => {
    arcs.push({ tail: rows + column, head: sink, value: total(cells) });
  });
  arcs.push({ tail: sink, head: source, value: counts.reduce((sum, count) => sum + count, 0) });
  return { nodes: rows + columns + 2, arcs, steps: stepsOf(rows + columns + 2, arcs) };
}

function stepsOf(nodes: number, arcs: readonly TableArc[]): readonly (readonly Step[])[] {
  const steps: Step[][] = Array.from({ length: nodes }, () => []);
  arcs.forEach(({ tail, head }, arc) => {
    steps[tail].push({ arc, direction: "forward", from: tail, to: head });
    steps[head].push({ arc, direction: "backward", from: head, to: tail });
  });
  return steps;
}

/** The steps to a node, from the step that first or best led to each node. */
export function pathTo(node: number, start: number, cameBy: ReadonlyMap<number, Step>): readonly Step[] {
  const path: Step[] = [];
  for (let at = node; at !== start; ) {
    const step = cameBy.get(at);
    if (step === undefined) throw new RangeError(`node ${at} was not reached`);
    path.push(step);
    at = step.from;
  }
  return path.reverse();
}
