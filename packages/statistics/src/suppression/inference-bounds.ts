import { pathTo, type Step, type TableNetwork } from "./table-network.ts";

export interface Bounds {
  readonly lower: number;
  /** Infinity where the shown figures set no limit. */
  readonly upper: number;
}

/**
 * What a reader can work out of a hidden arc from all arcs that are shown, knowing that nobody is counted negatively: the least and
 * the most it can be. By maximal flows in the network of the hidden arcs (Ford & Fulkerson 1956).
 * @param arc a hidden one
 * @param enough flow at which the search stops; the bounds are exact where they are nearer than that
 */
export function inferenceBounds(
  network: TableNetwork,
  hidden: readonly boolean[],
  arc: number,
  enough: number = Number.POSITIVE_INFINITY,
): Bounds {
  const { tail, head, value } = network.arcs[arc];
  const growth = largestFlow(network, hidden, arc, head, tail, enough);
  const shrinkage = largestFlow(network, hidden, arc, tail, head, Math.min(enough, value));
  return { lower: Math.max(0, value - shrinkage), upper: value + growth };
}

/** Most that can flow between two nodes along hidden arcs other than `without`, and at most `enough`. */
function largestFlow(
  network: TableNetwork,
  hidden: readonly boolean[],
  without: number,
  from: number,
  to: number,
  enough: number,
): number {
  const change = new Float64Array(network.arcs.length);
  const room = ({ arc, direction }: Step) => {
    if (!hidden[arc] || arc === without) return 0;
    return direction === "forward" ? Number.POSITIVE_INFINITY : network.arcs[arc].value + change[arc];
  };
  let flow = 0;
  while (flow < enough) {
    const path = shortestPath(network, room, from, to);
    if (path === null) return flow;
    const most = Math.min(enough - flow, ...path.map(room));
    if (most === Number.POSITIVE_INFINITY) return most;
    for (const { arc, direction } of path) change[arc] += direction === "forward" ? most : -most;
    flow += most;
  }
  return flow;
}

/** Breadth first. */
function shortestPath(
  { steps }: TableNetwork,
  room: (step: Step) => number,
  from: number,
  to: number,
): readonly Step[] | null {
  const reached = new Set([from]);
  const cameBy = new Map<number, Step>();
  for (const node of reached) {
    if (node === to) return pathTo(to, from, cameBy);
    for (const step of steps[node]) {
      if (reached.has(step.to) || !(room(step) > 0)) continue;
      reached.add(step.to);
      cameBy.set(step.to, step);
    }
  }
  return null;
}
