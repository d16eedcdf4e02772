import type { ImpossibleAnalysis } from "../../results/analyses.ts";
import { cannot, noVariation, tooFewAnswers } from "../result/outcomes.ts";
import { singularColumns } from "../result/singular-columns.ts";
import { bilingual } from "../words/bilingual.ts";
import type { ModelProblem } from "./model-problem.ts";
import { regressionWords as words } from "./words.ts";

/** What estimators answer instead of a model. */
export type NoFit =
  | { readonly kind: "too-few-answers"; readonly n: number; readonly required: number }
  | { readonly kind: "singular"; readonly variables: readonly string[] }
  | {
      readonly kind: "separated" | "no-variation" | "exact-fit" | "no-weight" | "no-degrees-of-freedom" | "lonely-psu";
    };

export function noModel({ labels, outcomeLabel }: ModelProblem, found: NoFit): ImpossibleAnalysis {
  switch (found.kind) {
    case "too-few-answers":
      return tooFewAnswers(found.n, found.required);
    case "singular":
      return singularColumns(found.variables.map((name) => labels.get(name) ?? { zh: name, en: name }));
    case "separated":
      return cannot("not-converged", words.separated);
    case "no-variation":
      return noVariation(bilingual(outcomeLabel));
    case "exact-fit":
      return cannot("no-variation", words.exactFit);
    case "no-weight":
      return cannot("too-few-answers", words.noWeight);
    case "no-degrees-of-freedom":
    case "lonely-psu":
      return cannot("too-few-answers", words.fewClusters);
  }
}
