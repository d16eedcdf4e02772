import type { ItemResult } from "@manyi/analysis/results/items";
import { figureText } from "../../format/figure-text.ts";
import { nameOf, type ReportContext } from "../report-context.ts";

interface Shown {
  readonly name: string;
  readonly value: string;
  readonly lower: number;
  readonly upper: number;
}

/** What the items' scores say: best and worst are named only where their intervals are apart.
 *  @param sorted best first */
export function itemsTitle(sorted: readonly ItemResult[], context: ReportContext): string {
  const { items } = context.messages;
  const shown = sorted.flatMap((item) => shownItem(item, context));
  const [best, worst] = [shown[0], shown.at(-1)];
  if (best === undefined || worst === undefined) return items.titleNone;
  if (shown.length === 1) return items.titleOne(best.name, best.value);
  if (worst.value === best.value) return items.titleEqual(best.value);
  // Questions outside the index are about different things: their order says nothing.
  const comparable = context.shown.index === null || sorted.every(({ weight }) => weight !== null);
  if (!comparable) return items.titleRange(worst.value, best.value);
  return worst.upper < best.lower
    ? items.title(worst.name, worst.value, best.name, best.value)
    : items.titleOverlap(worst.value, best.value);
}

function shownItem({ label, code, index }: ItemResult, context: ReportContext): readonly Shown[] {
  const text = figureText(index, context.messages);
  if (text.kind === "missing" || index.result.kind !== "estimated") return [];
  const { lower, upper } = index.result.interval;
  return [{ name: nameOf(label, code, context), value: text.value, lower, upper }];
}
