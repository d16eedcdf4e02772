/**
 * Which groups may be shown. A group of fewer people than the minimum is hidden; and where a total less what is shown
 * would tell of fewer people than the minimum, the next smallest group is hidden too. Totals are that of everybody, and
 * that of each larger unit that holds a group whole (a region of its branches).
 */
import type { HiddenBecause } from "../results/figure.ts";

/** Groups that add up, with others that are shown nowhere, to a total that is shown. */
export interface KnownTotal {
  readonly groups: readonly number[];
  /** People in the total who are in none of the groups: blank cells, for example. */
  readonly others: number;
}

/** @param sizes people a group; a group of nobody has nothing to hide
 *  @returns why each group is hidden, null where it may be shown */
export function hiddenGroups(
  sizes: readonly number[],
  minimum: number,
  totals: readonly KnownTotal[],
): readonly (HiddenBecause | null)[] {
  const hidden = sizes.map((n): HiddenBecause | null => (n > 0 && n < minimum ? "too-few" : null));
  // Narrow totals first: what they hide often closes the gap of the wide ones too.
  const narrowFirst = totals.toSorted((a, b) => a.groups.length - b.groups.length);
  for (let isStable = false; !isStable; ) {
    const next = narrowFirst.map((total) => groupToHide(sizes, minimum, hidden, total)).find((group) => group !== null);
    isStable = next === undefined;
    if (next !== undefined && next !== null) hidden[next] = "protects-others";
  }
  return hidden;
}

/** The smallest shown group of a total whose gap is too small; null where nothing has to be hidden. */
function groupToHide(
  sizes: readonly number[],
  minimum: number,
  hidden: readonly (HiddenBecause | null)[],
  { groups, others }: KnownTotal,
): number | null {
  const gap = groups.reduce((sum, g) => (hidden[g] === null ? sum : sum + sizes[g]), others);
  if (gap === 0 || gap >= minimum) return null;
  const shown = groups.filter((g) => hidden[g] === null && sizes[g] > 0);
  return shown.length === 0 ? null : shown.reduce((least, g) => (sizes[g] < sizes[least] ? g : least));
}
