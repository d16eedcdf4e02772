/** Answers needed to see a difference between two groups. */
import { sampleSizeForMeans, sampleSizeForShares } from "@manyi/statistics/sampling/power";
import type { AnalysisOf } from "@manyi/study/definition/analyses/analysis-definition";
import type { AnalysisCell, AnalysisPart } from "../../results/analyses.ts";
import { label, nameColumn, none, number, numberColumn, row } from "../result/cells.ts";
import { caution, tablePart } from "../result/outcomes.ts";
import { bilingual } from "../words/bilingual.ts";
import { samplingTerms as own, samplingWords as words } from "./words.ts";

type Question = NonNullable<AnalysisOf<"sampling">["questions"]>[number];
type DifferenceQuestion = Extract<Question, { kind: "difference" | "mean-difference" }>;

export function differencesParts(questions: readonly Question[], confidence: number): readonly AnalysisPart[] {
  const asked = questions.filter((question) => question.kind === "difference" || question.kind === "mean-difference");
  if (asked.length === 0) return [];
  const sized = asked.map((question) => sizedDifference(question, 1 - confidence));
  return [
    tablePart({
      caption: words.differences,
      n: null,
      columns: [
        nameColumn(own.wanted),
        ...[own.first, own.second, own.difference, own.deviation, own.power, own.perGroup, own.invitations].map(
          numberColumn,
        ),
      ],
      rows: sized.map((each) => each.row),
      notes: [],
    }),
    ...sized.flatMap(({ remark }) => (remark === null ? [] : [remark])),
  ];
}

function sizedDifference(question: DifferenceQuestion, alpha: number) {
  const { power = 0.8, designEffect = 1, responseRate = 1 } = question;
  const isShare = question.kind === "difference";
  const size = isShare ? sampleSizeForShares(question, power, alpha) : sampleSizeForMeans(question, power, alpha);
  const name = bilingual(question.label ?? (isShare ? words.differenceOfShares : words.differenceOfMeans));
  const described: readonly AnalysisCell[] = isShare
    ? [
        number(question.first, "share"),
        number(question.second, "share"),
        number(Math.abs(question.first - question.second), "share"),
        none(),
      ]
    : [none(), none(), number(question.difference, "points"), number(question.standardDeviation, "points")];
  const answers = size.kind === "sized" ? wholeAbove(size.perGroup * designEffect) : null;
  return {
    row: row(
      label(name),
      ...described,
      number(power, "share"),
      answers === null ? none() : number(answers, "count"),
      answers === null ? none() : number(wholeAbove((2 * answers) / responseRate), "count"),
    ),
    remark: size.kind === "sized" ? null : caution(words.noDifference(name)),
  };
}

/** 341.0000000001 is 341 and rounding. */
function wholeAbove(value: number): number {
  return Math.ceil(value - 1e-9 * value);
}
