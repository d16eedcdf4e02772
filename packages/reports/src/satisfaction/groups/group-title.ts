import { count } from "@manyi/analysis/format/number";
import type { GroupBreakdown } from "@manyi/analysis/results/compare";
import { nameOf, type ReportContext } from "../report-context.ts";
import type { GroupRow } from "./group-rows.ts";

/** A title names at most this many groups. */
const namedAtMost = 3;

/** What the comparison shows: only groups with evidence against the rest are named. */
export function groupTitle(breakdown: GroupBreakdown, rows: readonly GroupRow[], context: ReportContext): string {
  const { groups } = context.messages;
  const higher = withEvidence(rows, "higher", context);
  const lower = withEvidence(rows, "lower", context);
  if (higher !== null && lower !== null) return groups.titleBoth(higher, lower);
  if (higher !== null) return groups.titleHigher(higher);
  if (lower !== null) return groups.titleLower(lower);
  return groups.titleNone(nameOf(breakdown.label, breakdown.column, context));
}

function withEvidence(rows: readonly GroupRow[], evidence: "higher" | "lower", context: ReportContext): string | null {
  const names = rows
    .filter((row) => row.difference?.evidence === evidence && row.figure.result.kind === "estimated")
    .map(({ group }) => context.messages.groups.named(nameOf(group.label, group.code, context)));
  if (names.length === 0) return null;
  const { common, groups } = context.messages;
  // The lowest stand last; they are the ones to name.
  const named = evidence === "higher" ? names.slice(0, namedAtMost) : names.toReversed().slice(0, namedAtMost);
  return names.length > namedAtMost ? groups.some(common.listed(named), count(names.length)) : common.listed(named);
}
