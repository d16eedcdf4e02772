/** Answers needed for a precision of one figure. */
import { sampleSizeForMean, sampleSizeForShare } from "@manyi/statistics/sampling/sample-size";
import type { AnalysisOf } from "@manyi/study/definition/analyses/analysis-definition";
import type { AnalysisPart } from "../../results/analyses.ts";
import { label, nameColumn, none, number, numberColumn, row } from "../result/cells.ts";
import { caution, tablePart } from "../result/outcomes.ts";
import { bilingual } from "../words/bilingual.ts";
import { samplingTerms as own, samplingWords as words } from "./words.ts";

type Question = NonNullable<AnalysisOf<"sampling">["questions"]>[number];
type PrecisionQuestion = Extract<Question, { kind: "proportion" | "mean" }>;

export function sizesParts(questions: readonly Question[], confidence: number): readonly AnalysisPart[] {
  const asked = questions.filter((question) => question.kind === "proportion" || question.kind === "mean");
  if (asked.length === 0) return [];
  const sized = asked.map((question) => sizedQuestion(question, confidence));
  return [
    tablePart({
      caption: words.sizes,
      n: null,
      columns: [
        nameColumn(own.wanted),
        ...[
          own.margin,
          own.expected,
          own.population,
          own.designEffect,
          own.responseRate,
          own.answers,
          own.invitations,
        ].map(numberColumn),
      ],
      rows: sized.map((each) => each.row),
      notes: [],
    }),
    ...sized.flatMap(({ remark }) => (remark === null ? [] : [remark])),
  ];
}

function sizedQuestion(question: PrecisionQuestion, confidence: number) {
  const { margin, population, designEffect = 1, responseRate = 1 } = question;
  const plan = { margin, confidence, population: population ?? Number.POSITIVE_INFINITY, designEffect, responseRate };
  const isShare = question.kind === "proportion";
  const spread = isShare ? (question.expected ?? 0.5) : question.standardDeviation;
  const sizeOf = isShare ? sampleSizeForShare : sampleSizeForMean;
  const size = sizeOf(spread, plan);
  const answers = size.kind === "sized" ? size : sizeOf(spread, { ...plan, responseRate: 1 });
  const name = bilingual(question.label ?? (isShare ? words.proportion : words.mean));
  const format = isShare ? "share" : "points";
  return {
    row: row(
      label(name),
      number(margin, format),
      number(spread, format),
      population === undefined ? label(words.many) : number(population, "count"),
      number(designEffect, "statistic"),
      number(responseRate, "share"),
      answers.kind === "sized" ? number(answers.answers, "count") : none(),
      size.kind === "sized" ? number(size.invitations, "count") : none(),
    ),
    remark: size.kind === "sized" ? null : caution(words.tooSmall(name)),
  };
}
