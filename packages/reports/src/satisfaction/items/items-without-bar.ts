import { count } from "@manyi/analysis/format/number";
import type { ItemResult } from "@manyi/analysis/results/items";
import { nameOf, type ReportContext } from "../report-context.ts";

/** A sentence names at most this many items. */
const namedAtMost = 3;

/** Whether the item's ratings may be drawn and there are any. */
export function hasBar({ distribution, index }: ItemResult): boolean {
  return distribution.length > 0 && index.result.kind !== "suppressed" && index.result.n > 0;
}

/** Why items have no bar, a sentence for each reason. */
export function withoutBarNotes(items: readonly ItemResult[], context: ReportContext): readonly string[] {
  const { messages, results } = context;
  const minimum = count(results.minimumGroup);
  const because = Object.groupBy(
    items.filter((item) => !hasBar(item)),
    reasonOf,
  );
  const few = because["too-few"] ?? [];
  if (few.length > 1 && few.length === items.length) return [messages.items.allTooFewRated(minimum)];
  const say = (some: readonly ItemResult[], sentence: (names: string) => string) =>
    some.length === 0 ? [] : [sentence(listed(some, context))];
  return [
    ...say(few, (names) => messages.items.tooFewRated(names, minimum)),
    ...say(because["protects-others"] ?? [], messages.items.hiddenRated),
    ...say(because["not-rated"] ?? [], messages.items.notRated),
  ];
}

function reasonOf({ index: { result } }: ItemResult): "too-few" | "protects-others" | "not-rated" {
  if (result.kind === "suppressed") return result.reason;
  return result.n === 0 ? "not-rated" : "too-few";
}

function listed(items: readonly ItemResult[], context: ReportContext): string {
  const { common, items: messages } = context.messages;
  const names = items.map(({ label, code }) => nameOf(label, code, context));
  const named = common.listed(names.slice(0, namedAtMost));
  return names.length > namedAtMost ? messages.some(named, count(names.length)) : named;
}
