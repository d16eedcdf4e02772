/** What does the outcome depend on, all predictors held against each other? */
import { codedColumn } from "@manyi/dataset/columns/column";
import type { AnalysisOf } from "@manyi/study/definition/analyses/analysis-definition";
import type { AnalysisOutcome } from "../../results/analyses.ts";
import type { AnalysisContext, FamilyAnswer } from "../analysis-context.ts";
import { labelOf, ratingOf } from "../reading/read-columns.ts";
import { type Bilingual, listed } from "../words/bilingual.ts";
import { clusterCaution } from "../words/design-words.ts";
import { binaryLogitOutcome } from "./binary-logit.ts";
import { linearRegressionOutcome } from "./linear.ts";
import { errorsOf, type ModelProblem, modelProblem } from "./model-problem.ts";
import { ordinalLogitOutcome } from "./ordinal-logit.ts";
import { type Errors, regressionWords as words } from "./words.ts";

type Regression = AnalysisOf<"regression">;

interface Model {
  readonly fit: (problem: ModelProblem) => AnalysisOutcome;
  readonly method: (context: AnalysisContext, analysis: Regression, errors: Errors) => Bilingual;
}

const models: Readonly<Record<Regression["model"], Model>> = {
  linear: {
    fit: linearRegressionOutcome,
    method: (context, { outcome }, errors) => words.linear(labelOf(context, outcome), errors),
  },
  "binary-logit": {
    fit: binaryLogitOutcome,
    method: (context, analysis, errors) =>
      words.binary(labelOf(context, analysis.outcome), successWords(context, analysis), errors),
  },
  "ordinal-logit": {
    fit: ordinalLogitOutcome,
    method: (context, { outcome }, errors) => words.ordinal(labelOf(context, outcome), errors),
  },
};

export function regressionAnalysis(context: AnalysisContext, analysis: Regression): FamilyAnswer {
  const { fit, method } = models[analysis.model];
  const answer = {
    title: words.title(labelOf(context, analysis.outcome)),
    method: method(context, analysis, errorsOf(context, analysis)),
  };
  const problem = modelProblem(context, analysis);
  if (problem.kind === "cannot") return { ...answer, outcome: problem };
  const outcome = fit(problem);
  const clustered = analysis.clusters === undefined ? clusterCaution(context) : null;
  if (outcome.kind === "cannot" || clustered === null) return { ...answer, outcome };
  return { ...answer, outcome: { ...outcome, parts: [...outcome.parts, clustered] } };
}

/** The answers that count as yes, in words. */
function successWords(context: AnalysisContext, { outcome, success }: Regression): Bilingual {
  const top = ratingOf(context, outcome)?.top;
  const { answers } = codedColumn(context.plan.dataset, outcome);
  const yes = answers.filter(({ code, value }) =>
    success === undefined ? (top?.has(value) ?? false) : success.includes(code),
  );
  return listed(yes.map(({ label }) => label));
}
