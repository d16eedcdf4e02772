/** Was the questionnaire read? Flags by rule, and what the flagged change. Nobody is listed. */
import { flagCounts, flaggedRows, flaggedShare, notJudged } from "@manyi/statistics/quality/flags";
import type { AnalysisOf } from "@manyi/study/definition/analyses/analysis-definition";
import type { AnalysisOutcome, AnalysisTable } from "../../results/analyses.ts";
import type { AnalysisContext, FamilyAnswer } from "../analysis-context.ts";
import { tooSmallBase } from "../result/base.ts";
import { estimate, label, nameColumn, none, number, numberColumn, row, textColumn } from "../result/cells.ts";
import { cannot, caution, computed, reading, tablePart } from "../result/outcomes.ts";
import { terms } from "../words/terms.ts";
import { type MadeCheck, qualityChecks } from "./checks.ts";
import { checkedItems } from "./question-blocks.ts";
import { withoutFlaggedParts } from "./without-flagged.ts";
import { qualityTerms as own, qualityWords as words } from "./words.ts";

export function qualityAnalysis(context: AnalysisContext, analysis: AnalysisOf<"quality">): FamilyAnswer {
  const { title, method } = words;
  return { title, method, outcome: outcomeOf(context, analysis) };
}

function outcomeOf(context: AnalysisContext, analysis: AnalysisOf<"quality">): AnalysisOutcome {
  const items = checkedItems(context, analysis);
  const small = tooSmallBase(context, items.rows, 2);
  if (small !== null) return small;
  const checks = qualityChecks(context, analysis, items);
  const made = checks.filter((check) => check.kind === "made");
  const notMade = checks.filter((check) => check.kind === "not-made").map(({ name }) => name);
  if (made.length === 0) return cannot("unsuitable", words.nothing);
  const counts = flagCounts(made.map(({ flags }) => flags));
  return computed(
    tablePart(checksTable(context, made)),
    notMade.length > 0 ? reading(words.notChecked(notMade)) : null,
    tablePart(distributionTable(counts)),
    ...withoutFlaggedParts(context, analysis, counts),
    caution(words.notWrong),
  );
}

function checksTable({ plan }: AnalysisContext, made: readonly MadeCheck[]): AnalysisTable {
  return {
    caption: words.checks,
    n: null,
    columns: [nameColumn(own.check), textColumn(own.rule), ...[own.judged, own.flagged, terms.share].map(numberColumn)],
    rows: made.map(({ name, rule, flags }) => {
      const judged = flags.flags.reduce((sum, flag) => (flag === notJudged ? sum : sum + 1), 0);
      const share = flaggedShare(flags, null, plan.confidence);
      return row(
        label(name),
        label(rule),
        number(judged, "count"),
        number(flaggedRows(flags).length, "count"),
        share.kind === "estimated" ? estimate(share.value, share.interval, "share") : none("too-few-answers"),
      );
    }),
    notes: [],
  };
}

const mostFlags = 3;

function distributionTable(counts: Uint8Array): AnalysisTable {
  const people = new Float64Array(mostFlags + 1);
  for (const flags of counts) people[Math.min(flags, mostFlags)] += 1;
  return {
    caption: words.distribution,
    n: counts.length,
    columns: [nameColumn(own.flags), ...[own.respondents, terms.share].map(numberColumn)],
    rows: Array.from(people, (n, flags) =>
      row(
        label(flags === mostFlags ? words.atLeast(flags) : words.exactly(flags)),
        number(n, "count"),
        number(n / counts.length, "share"),
      ),
    ),
    notes: [words.distributionNote],
  };
}
