import { type Bounds, inferenceBounds } from "./inference-bounds.ts";
import { type CountTable, requireCounts } from "./small-cells.ts";
import { networkOf, pathTo, type Step, type TableNetwork } from "./table-network.ts";

export interface ProtectedTable {
  readonly kind: "protected";
  /** Row by row. */
  readonly hiddenCells: readonly boolean[];
  readonly hiddenRowTotals: readonly boolean[];
  readonly hiddenColumnTotals: readonly boolean[];
  readonly isTotalHidden: boolean;
  /** What a reader can still work out of each small cell, by its place. */
  readonly bounds: ReadonlyMap<number, Bounds>;
}

/** So few people, or so few rows and columns, that any figure would give some away. */
export interface NothingShown {
  readonly kind: "nothing-can-be-shown";
}

/**
 * Hides every cell and total below the minimum, and as few others as it finds, until whoever knows all figures that are shown, and
 * combines rows, columns and totals as he likes, is left with a range of at least `minimum` people for each of them.
 * The greedy choice hides the smallest figures first; it is safe, not always the least possible.
 * @returns nothing-can-be-shown where hiding everything else would still not do
 * @throws RangeError unless counts are whole and fit, and the minimum is an integer ≥ 5
 * Source: Cox 1980, JASA 75; Hundepool et al. 2012, 4.3
 */
export function protectedTable(table: CountTable, minimum: number): ProtectedTable | NothingShown {
  requireCounts(table, minimum);
  const network = networkOf(table);
  const small = network.arcs.flatMap(({ value }, arc) => (value < minimum ? [arc] : []));
  const hidden = network.arcs.map(({ value }) => value < minimum);
  for (const arc of small.toSorted((a, b) => network.arcs[a].value - network.arcs[b].value)) {
    while (isExposed(network, hidden, arc, minimum)) {
      const path = cheapestReturn(network, hidden, arc, minimum);
      const added = path.filter((each) => !hidden[each.arc]);
      if (added.length === 0) return { kind: "nothing-can-be-shown" };
      for (const step of added) hidden[step.arc] = true;
    }
  }
  return partsOf(table, network, hidden, small);
}

function isExposed(network: TableNetwork, hidden: readonly boolean[], arc: number, minimum: number): boolean {
  const { lower, upper } = inferenceBounds(network, hidden, arc, minimum);
  return upper - lower < minimum;
}

/**
 * Way along which the arc's value can grow, that newly hides the fewest people (Dijkstra). Ways with room for the minimum are taken
 * before narrower ones; each widens the range or hides something more, so the search ends.
 */
function cheapestReturn(
  network: TableNetwork,
  hidden: readonly boolean[],
  arc: number,
  minimum: number,
): readonly Step[] {
  const narrower = [minimum, Math.ceil(minimum / 2), 1];
  for (const room of narrower) {
    const path = cheapestPath(network, hidden, arc, room);
    if (path?.some((step) => !hidden[step.arc])) return path;
  }
  // Every way is hidden and too narrow: hide the smallest figure that is left, and so open others.
  const shown = network.arcs.flatMap((_, each) => (hidden[each] ? [] : [each]));
  if (shown.length === 0) return [];
  const smallest = shown.reduce((least, each) => (network.arcs[each].value < network.arcs[least].value ? each : least));
  return network.steps[network.arcs[smallest].tail].filter(({ arc: each }) => each === smallest);
}

function cheapestPath(
  network: TableNetwork,
  hidden: readonly boolean[],
  avoided: number,
  room: number,
): readonly Step[] | null {
  const { arcs, nodes, steps } = network;
  const { head: from, tail: to } = arcs[avoided];
  const cost = new Float64Array(nodes).fill(Number.POSITIVE_INFINITY);
  const cameBy = new Map<number, Step>();
  const open = new Set([from]);
  cost[from] = 0;
  while (open.size > 0) {
    const node = [...open].reduce((least, each) => (cost[each] < cost[least] ? each : least));
    open.delete(node);
    if (node === to) return pathTo(to, from, cameBy);
    for (const step of steps[node]) {
      const isNarrow = step.direction === "backward" && arcs[step.arc].value < room;
      const through = cost[node] + (hidden[step.arc] ? 0 : arcs[step.arc].value + 1);
      if (step.arc === avoided || isNarrow || through >= cost[step.to]) continue;
      cost[step.to] = through;
      cameBy.set(step.to, step);
      open.add(step.to);
    }
  }
  return null;
}

function partsOf(
  { rows, columns, counts }: CountTable,
  network: TableNetwork,
  hidden: readonly boolean[],
  small: readonly number[],
): ProtectedTable {
  const cells = counts.length;
  const bounds = new Map(
    small.filter((arc) => arc < cells).map((arc): [number, Bounds] => [arc, inferenceBounds(network, hidden, arc)]),
  );
  return {
    kind: "protected",
    hiddenCells: hidden.slice(0, cells),
    hiddenRowTotals: hidden.slice(cells, cells + rows),
    hiddenColumnTotals: hidden.slice(cells + rows, cells + rows + columns),
    isTotalHidden: hidden[cells + rows + columns],
    bounds,
  };
}
