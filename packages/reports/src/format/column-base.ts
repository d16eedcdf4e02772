import type { Figure } from "@manyi/analysis/results/figure";

/** Fewest answers behind the shares of a column: they decide the decimals of all of them, so that no column mixes `54%`
 *  and `56.9%`.
 *  @returns undefined where the column holds no share with a number */
export function columnBase(figures: readonly (Figure | undefined)[]): number | undefined {
  const bases = figures.flatMap((figure) =>
    figure?.unit === "share" && figure.result.kind === "estimated" ? [figure.result.n] : [],
  );
  return bases.length === 0 ? undefined : Math.min(...bases);
}
