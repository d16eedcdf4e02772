/** Paths as they would be without the noise of the questions. */
import { bootstrapConsistentPaths } from "@manyi/statistics/path-model/consistent/consistent-bootstrap";
import { consistentModel } from "@manyi/statistics/path-model/consistent/consistent-model";
import type { AnalysisOf } from "@manyi/study/definition/analyses/analysis-definition";
import type { AnalysisPart } from "../../results/analyses.ts";
import type { AnalysisContext } from "../analysis-context.ts";
import { estimate, label, nameColumn, number, numberColumn, row, totalRow } from "../result/cells.ts";
import { caution, tablePart } from "../result/outcomes.ts";
import { type FittedModel, resamplesFor, schemeOf, seed } from "./fitted-model.ts";
import { arrow } from "./paths-table.ts";
import { pathTerms as own, pathWords as words } from "./words.ts";

/** Resamples, which cost more here. */
const mostResamples = 1000;

export function consistentParts(
  { asked, fit }: FittedModel,
  context: AnalysisContext,
  analysis: AnalysisOf<"path-model">,
): readonly AnalysisPart[] {
  if (analysis.estimator !== "plsc") return [];
  const model = consistentModel(fit);
  if (model.kind !== "estimated") return [caution(words.noConsistent(asked.nameOf(model.construct)))];
  const resamples = Math.min(mostResamples, resamplesFor(analysis, fit.n));
  const { confidence } = context.plan;
  const bootstrap = bootstrapConsistentPaths(asked.sample, fit.model, schemeOf(analysis), {
    resamples,
    seed,
    confidence,
  });
  const size = fit.model.constructs.length;
  const placeOf = (name: string) => fit.model.constructs.findIndex((construct) => construct.name === name);
  const table = tablePart({
    caption: words.consistent,
    n: fit.n,
    columns: [nameColumn(own.path), ...[own.plain, own.corrected].map(numberColumn)],
    rows: [
      ...fit.model.paths.map((path, i) => {
        const cell = placeOf(path.from) * size + placeOf(path.to);
        const interval = bootstrap.kind === "estimated" ? bootstrap.paths[i] : null;
        return row(
          label(arrow(asked, path)),
          number(fit.paths.values[cell], "coefficient"),
          estimate(model.paths.values[cell], interval, "coefficient"),
        );
      }),
      ...fit.model.constructs.flatMap(({ name }, j) => {
        const [plain, corrected] = [fit.rSquared[j], model.rSquared[j]];
        return plain === null || corrected === null
          ? []
          : [totalRow(label(words.rSquaredOf(asked.nameOf(name))), number(plain, "share"), number(corrected, "share"))];
      }),
    ],
    notes: [words.consistentNote(resamples), words.consistentFit(model.modelFit.estimated.srmr)],
  });
  const reasons = [...new Set(model.inadmissible.map(({ code }) => code))];
  return [
    ...(reasons.length === 0 ? [] : [caution(words.inadmissible(reasons))]),
    table,
    ...(bootstrap.kind === "estimated" ? [] : [caution(words.noConsistentInterval)]),
  ];
}
