import type { Figure } from "@manyi/analysis/results/figure";

/** Sorted by the figure of each entry, largest first; entries without a number keep their order at the end. */
export function byValue<Entry>(entries: readonly Entry[], figureOf: (entry: Entry) => Figure): readonly Entry[] {
  return entries.toSorted((one, other) => sortKey(figureOf(other)) - sortKey(figureOf(one)));
}

/** Far below any value, and finite: two entries without a number must compare as equal. */
function sortKey({ result }: Figure): number {
  return result.kind === "estimated" ? result.value : -1e9;
}
