import { count } from "@manyi/analysis/format/number";
import type { NoRating } from "@manyi/analysis/results/items";
import type { ReportContext } from "../report-context.ts";

/** The reasons for having no rating, in the order in which they are always listed. */
export const noRatingReasons = [
  "notShown",
  "skipped",
  "notApplicable",
  "dontKnow",
  "refused",
  "setAside",
] as const satisfies readonly (keyof NoRating)[];

/** Answers of one item without a rating, for whichever reason. */
export function noRatingTotal(noRating: NoRating): number {
  return noRatingReasons.reduce((sum, reason) => sum + noRating[reason], 0);
}

/** How many answers hold no rating, by reason; nothing where there are no items. */
export function noRatingText({ messages, shown }: ReportContext): readonly string[] {
  const items = shown.items.filter(({ index }) => index.result.kind !== "suppressed");
  if (items.length === 0) return [];
  const { method, common } = messages;
  const totals = noRatingReasons.map((reason) => ({
    reason,
    total: items.reduce((sum, item) => sum + item.noRating[reason], 0),
  }));
  const all = totals.reduce((sum, { total }) => sum + total, 0);
  if (all === 0) return [method.noRatingNone];
  const parts = totals.flatMap(({ reason, total }) =>
    total === 0 ? [] : [method.reasonCount(method.reasons[reason], count(total))],
  );
  return [method.noRating(count(all), common.listed(parts))];
}
