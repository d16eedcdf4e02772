/** What the same answers amount to on 0–100, and how they are spread. */
import type { AnalysisOf } from "@manyi/study/definition/analyses/analysis-definition";
import { fixed } from "../../format/number.ts";
import { tallyOfItem } from "../../measure/tallies.ts";
import type { AnalysisPart } from "../../results/analyses.ts";
import type { AnalysisContext, FamilyAnswer } from "../analysis-context.ts";
import { askedQuestions } from "../reading/asked-questions.ts";
import { runOf } from "../reading/run-of.ts";
import { tooSmallBase } from "../result/base.ts";
import { cannot, caution, computed, tablePart } from "../result/outcomes.ts";
import { type ConvertedQuestion, conversionsTable, convertedQuestion } from "./conversions-table.ts";
import { distributionTables } from "./distribution-tables.ts";
import { scaleWords as words } from "./words.ts";

export function scaleAnalysis(context: AnalysisContext, analysis: AnalysisOf<"scale">): FamilyAnswer {
  const { title, method } = words;
  const run = runOf(context);
  const questions = askedQuestions(context, analysis.questions).map((item) =>
    convertedQuestion(context, item, tallyOfItem(run, item)),
  );
  const answered = Math.max(0, ...questions.map(({ n }) => n));
  if (answered === 0) return { title, method, outcome: cannot("too-few-answers", words.nothing) };
  const tooSmall = tooSmallBase(context, answered);
  if (tooSmall !== null) return { title, method, outcome: tooSmall };
  const outcome = computed(
    tablePart(conversionsTable(context, questions)),
    maximumWarning(questions),
    ...distributionTables(context, questions).map(tablePart),
  );
  return { title, method, outcome };
}

/** Why x ÷ highest is no index of 0–100; nothing to warn of where the scales begin at 0. */
function maximumWarning(questions: readonly ConvertedQuestion[]): AnalysisPart | null {
  const floors = questions.flatMap(({ lowest }) => (lowest === null || lowest === 0 ? [] : [lowest]));
  if (floors.length === 0) return null;
  const floor = words.maximumWarning(span(floors));
  const excesses = questions.flatMap(({ excess, lowest }) => (excess === null || lowest === 0 ? [] : [excess]));
  if (excesses.length === 0) return caution(floor);
  const excess = words.excess(fixed(Math.min(...excesses), 1), fixed(Math.max(...excesses), 1));
  return caution({ zh: `${floor.zh}${excess.zh}`, en: `${floor.en} ${excess.en}` });
}

/** `20.0`, or `10.0–20.0` of several scales. */
function span(values: readonly number[]): string {
  const [least, most] = [fixed(Math.min(...values), 1), fixed(Math.max(...values), 1)];
  return least === most ? most : `${least}–${most}`;
}
