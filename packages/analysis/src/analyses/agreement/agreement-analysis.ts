/** Do raters judge alike? */
import type { AnalysisOf } from "@manyi/study/definition/analyses/analysis-definition";
import { count, fixed } from "../../format/number.ts";
import type { AnalysisPart } from "../../results/analyses.ts";
import type { AnalysisContext, FamilyAnswer } from "../analysis-context.ts";
import { tooSmallBase } from "../result/base.ts";
import { isHidden } from "../result/estimate-cell.ts";
import { cannot, caution, computed, reading, tablePart } from "../result/outcomes.ts";
import { type Asked, coefficientTable, type MeasuredAgreement, measuredAgreement } from "./coefficient-table.ts";
import { categoryTable, confusionTable, pairTable } from "./detail-tables.ts";
import { type RatedCases, ratedCases } from "./rated-cases.ts";
import { agreementRows as rowNames, agreementWords as words } from "./words.ts";

/** Agreement by chance above which κ says little. */
const muchByChance = 0.7;

export function agreementAnalysis(context: AnalysisContext, analysis: AnalysisOf<"agreement">): FamilyAnswer {
  const { raters, measure = "unweighted" } = analysis;
  const { confidence, minimumGroup: minimum } = context.plan;
  const method = words.method(raters.length, measure);
  const { title } = words;
  const cases = ratedCases(context, raters);
  const impossible = tooSmallBase(context, cases.n, 2);
  if (impossible !== null) return { title, method, outcome: impossible };
  const used = new Set(cases.places.flatMap((own) => [...own]).filter((place) => place >= 0));
  if (used.size < 2) return { title, method, outcome: cannot("no-variation", words.sameRating) };
  const asked = { measure, confidence, minimum };
  const measured = measuredAgreement(cases, asked);
  const tables = [confusionTable(cases), pairTable(cases, asked), categoryTable(cases, asked)];
  return {
    title,
    method,
    outcome: computed(
      ...readings(cases, measured, asked),
      tablePart(coefficientTable(cases, measured, asked)),
      ...tables.map((table) => (table === null ? null : tablePart(table))),
      caution(words.convention),
      caution(words.agreementNotTruth),
    ),
  };
}

function readings(cases: RatedCases, measured: MeasuredAgreement, asked: Asked): readonly AnalysisPart[] {
  const { percent, kappa } = measured;
  const { name, found } = leading(cases, measured, asked);
  if (percent.kind !== "estimated" || found.kind !== "estimated" || isHidden(found.n, asked.minimum)) return [];
  const { lower, upper } = found.interval;
  const dash = lower < 0 ? " – " : "–";
  const value = `${fixed(found.value, 2)} (${fixed(lower, 2)}${dash}${fixed(upper, 2)}, n = ${count(found.n)})`;
  const byChance = kappa.kind === "estimated" ? kappa.expected : 0;
  return [
    reading(words.reading(name, `${fixed(100 * percent.value, 1)}%`, value)),
    ...(byChance > muchByChance ? [caution(words.prevalence)] : []),
  ];
}

/** The coefficient that does what was asked: κ of several raters knows no near misses, α does. */
function leading(cases: RatedCases, { kappa, alpha }: MeasuredAgreement, { measure }: Asked) {
  if (cases.places.length === 2) return { name: rowNames.cohen(measure), found: kappa };
  if (measure === "unweighted") return { name: rowNames.fleiss, found: kappa };
  return { name: rowNames.alpha(measure), found: alpha };
}
