/**
 * Fisher's exact test of an r × c table (Freeman & Halton 1951): the probability, given the margins, of all tables as
 * probable as the observed one or less. Columns are filled one after another; what is left of the rows is a state, and
 * equal states are merged (Mehta & Patel 1983). The last two columns are enumerated together, once for each state.
 */
import type { CrossTable, NotTestable } from "./table.ts";
import { filledPart, marginsOf } from "./table.ts";

export interface FisherExactTable {
  readonly kind: "tested";
  /** Two-sided. */
  readonly pValue: number;
}

/** What is left of each row, with the ways to come here: log probability so far → number of ways. */
interface State {
  readonly left: readonly number[];
  readonly paths: Map<number, number>;
}

interface Search {
  readonly logFactorials: Float64Array;
  /** log of the observed table's Π 1/cell!, with R's tolerance. */
  readonly limit: number;
  /** Steps that may still be taken: a step is one filling of a line, or one path carried over it. */
  budget: number;
}

/** Probabilities this close to the observed one, relatively, count as equal to it, as in R. */
const equalProbability = Math.log1p(1e-7);
/** About a second. */
const stepBudget = 12_000_000;
/** To carry a path over a filling costs as much as this many fillings. */
const pathSteps = 30;
/** Paths whose log probabilities agree to this many decimals are one path; far finer than `equalProbability`. */
const mergedDecimals = 1e11;

/**
 * @returns not-testable below 2 × 2 filled rows and columns, or "too-large" where the tables are too many to enumerate;
 *   then χ² applies as well, its expected counts being large
 * @throws RangeError if a count is negative or not whole
 * Golden values: golden/published/expected/textbook_crosstabs.json (job_income)
 */
export function fisherExactTable(table: CrossTable): FisherExactTable | NotTestable {
  if (!table.counts.every(Number.isInteger)) throw new RangeError("an exact test needs whole counts");
  const filled = filledPart(table);
  if (filled.kind === "not-testable") return filled;
  const { rows, columns, counts } = filled.table;
  const { rowTotals, columnTotals, total } = marginsOf(rows, columns, counts);
  const logFactorials = logFactorialsTo(total);
  const observed = counts.reduce((sum, count) => sum - logFactorials[count], 0);
  const search: Search = { logFactorials, limit: observed + equalProbability, budget: stepBudget };
  const [states, lines] = rows <= columns ? [rowTotals, columnTotals] : [columnTotals, rowTotals];
  const ascending = Array.from(lines).sort((a, b) => a - b);
  const margins = [...rowTotals, ...columnTotals].reduce((sum, count) => sum + logFactorials[count], 0);
  const extreme = extremeTables(Array.from(states), ascending, search);
  if (extreme === null) return { kind: "not-testable", reason: "too-large" };
  return {
    kind: "tested",
    pValue: Math.min(1, Math.exp(Math.log(extreme.sum) + extreme.shift + margins - logFactorials[total])),
  };
}

interface ScaledSum {
  /** Σ exp(log − shift). */
  readonly sum: number;
  readonly shift: number;
}

function extremeTables(start: readonly number[], lines: readonly number[], search: Search): ScaledSum | null {
  let states = new Map([[keyOf(start), { left: start, paths: new Map([[0, 1]]) }]]);
  for (const total of lines.slice(0, -2)) {
    const next = new Map<string, State>();
    for (const state of states.values()) {
      if (search.budget < 0) return null;
      advance(state, total, next, search);
    }
    states = next;
  }
  // All sums are kept relative to the observed table's probability, near which the extreme tables' probabilities lie.
  let sum = 0;
  for (const state of states.values()) {
    if (search.budget < 0) return null;
    sum += finishedSum(state, lines[lines.length - 2], search);
  }
  return search.budget < 0 ? null : { sum, shift: search.limit };
}

function advance(state: State, total: number, next: Map<string, State>, search: Search): void {
  forEachFilling(state.left, total, search, (filling, log) => {
    const left = state.left.map((count, row) => count - filling[row]).sort((a, b) => a - b);
    const key = keyOf(left);
    search.budget -= pathSteps * state.paths.size;
    const reached = next.get(key) ?? { left, paths: new Map<number, number>() };
    for (const [path, ways] of state.paths) {
      const merged = Math.round((path + log) * mergedDecimals) / mergedDecimals;
      reached.paths.set(merged, (reached.paths.get(merged) ?? 0) + ways);
    }
    next.set(key, reached);
  });
}

/** Σ exp(path + rest − limit) over the fillings of the last two lines whose whole table is extreme. */
function finishedSum(state: State, total: number, search: Search): number {
  const paths = [...state.paths].sort(([a], [b]) => a - b);
  // logCumulative[k]: log of the k least probable paths together; the more probable the rest, the fewer stay extreme.
  const logCumulative = [Number.NEGATIVE_INFINITY];
  for (const [path, ways] of paths)
    logCumulative.push(logSum(logCumulative[logCumulative.length - 1], path + Math.log(ways)));
  let sum = 0;
  forEachFilling(state.left, total, search, (filling, log) => {
    let rest = log;
    for (let row = 0; row < filling.length; row++) rest -= search.logFactorials[state.left[row] - filling[row]];
    let low = 0;
    let high = paths.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (paths[middle][0] + rest <= search.limit) low = middle + 1;
      else high = middle;
    }
    if (low > 0) sum += Math.exp(logCumulative[low] + rest - search.limit);
  });
  return sum;
}

/** Calls `visit` with each way to take `total` from the rows, and the log of its Π 1/cell!. The array is reused. */
function forEachFilling(
  left: readonly number[],
  total: number,
  search: Search,
  visit: (filling: readonly number[], log: number) => void,
): void {
  const filling = new Array<number>(left.length).fill(0);
  const leftAfter = new Array<number>(left.length + 1).fill(0);
  for (let row = left.length - 1; row >= 0; row--) leftAfter[row] = leftAfter[row + 1] + left[row];
  const fill = (row: number, rest: number, log: number): void => {
    if (search.budget < 0) return;
    if (row === left.length - 1) {
      search.budget -= 1;
      filling[row] = rest;
      visit(filling, log - search.logFactorials[rest]);
      return;
    }
    const most = Math.min(left[row], rest);
    for (let count = Math.max(0, rest - leftAfter[row + 1]); count <= most; count++) {
      filling[row] = count;
      fill(row + 1, rest - count, log - search.logFactorials[count]);
    }
  };
  fill(0, total, 0);
}

/** log(eᵃ + eᵇ); b is finite. */
function logSum(a: number, b: number): number {
  const [small, large] = a < b ? [a, b] : [b, a];
  return large + Math.log1p(Math.exp(small - large));
}

function logFactorialsTo(n: number): Float64Array {
  const logs = new Float64Array(n + 1);
  for (let k = 2; k <= n; k++) logs[k] = logs[k - 1] + Math.log(k);
  return logs;
}

function keyOf(left: readonly number[]): string {
  return left.join(",");
}
