import type { AnalysisPart } from "../../results/analyses.ts";
import { caution } from "../result/outcomes.ts";
import { listed } from "../words/bilingual.ts";
import type { ModelProblem } from "./model-problem.ts";
import { regressionWords as words } from "./words.ts";

/** Above this a coefficient is unsteady (Hair 2021). */
const unsteady = 5;

/** What a reader of any of the models must know. */
export function modelCautions({ varianceInflation, labels }: ModelProblem): readonly AnalysisPart[] {
  const collinear = [...varianceInflation]
    .filter(([, inflation]) => inflation > unsteady)
    .map(([variable]) => labels.get(variable) ?? { zh: variable, en: variable });
  return [caution(words.notCause), ...(collinear.length > 0 ? [caution(words.collinear(listed(collinear)))] : [])];
}
