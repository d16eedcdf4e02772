import { constructScores } from "../../../src/path-model/construct-scores.ts";
import { goodnessOfFit, meanCommunalities } from "../../../src/path-model/criteria/communality.ts";
import { indirectEffects, totalEffects } from "../../../src/path-model/criteria/effects.ts";
import { adjustedRSquared, effectSizes } from "../../../src/path-model/criteria/explained-variance.ts";
import { antecedentInflation } from "../../../src/path-model/criteria/variance-inflation.ts";
import type { DataTable } from "../../data-table.ts";
import { isTable, type ReferenceTree, type ReferenceValue, tableOf } from "../../reference-value.ts";
import type { PathModelFile } from "./path-model-file.ts";
import { named, namedTable, pairTable } from "./tables.ts";

/** What each key of a file says of the estimated model. */
export const estimates: Readonly<Record<string, (of: PathModelFile) => ReferenceValue>> = {
  weights_standardised: ({ fit }) => named(fit.layout.items, fit.weights),
  loadings: ({ fit }) => named(fit.layout.items, fit.loadings),
  cross_loadings: (of) => namedTable(of.fit.layout.items, constructsOf(of), of.fit.crossLoadings),
  paths_from_row_to_col: (of) => namedTable(constructsOf(of), constructsOf(of), of.fit.paths),
  lv_correlations: (of) => namedTable(constructsOf(of), constructsOf(of), of.fit.constructCorrelations),
  r_squared: (of) => named(constructsOf(of), of.fit.rSquared),
  adj_r_squared: (of) => named(constructsOf(of), adjustedRSquared(of.fit)),
  total_effects: (of) => namedTable(constructsOf(of), constructsOf(of), totalEffects(of.fit)),
  indirect_effects: (of) => namedTable(constructsOf(of), constructsOf(of), indirectEffects(of.fit)),
  f_squared: (of) =>
    pairTable(
      constructsOf(of),
      effectSizes(of.fit).map(({ from, to, fSquared }) => [from, to, fSquared]),
    ),
  vif_antecedents: (of) =>
    pairTable(
      constructsOf(of),
      antecedentInflation(of.fit).map(({ name, of: to, factor }) => [name, to, factor]),
    ),
  communality_mean: (of) => named(constructsOf(of), meanCommunalities(of.fit)),
  gof_tenenhaus: ({ fit }) => goodnessOfFit(fit),
  lv_scores_first5: scoresOfNamedRows,
  lv_scores_sum_of_cubes: (of) =>
    named(
      constructsOf(of),
      constructScores(of.fit, of.sample).map((scores) => scores.reduce((sum, score) => sum + score ** 3, 0)),
    ),
  iterations_cSEM_tol1e13: ({ fit }) => fit.iterations,
  item_means: ({ fit }) => named(fit.layout.items, fit.means),
  item_sds_n_minus_1: ({ fit }) => named(fit.layout.items, fit.standardDeviations),
};

export function constructsOf({ model }: PathModelFile): readonly string[] {
  return model.constructs.map(({ name }) => name);
}

function scoresOfNamedRows(of: PathModelFile): ReferenceTree {
  const { file, fit, sample } = of;
  const asked = file.values.lv_scores_first5;
  const rows = isTable(asked) ? asked.rows : [];
  const data = file.data(file.dataset);
  const scores = constructScores(fit, sample);
  return tableOf(rows, constructsOf(of), (row, _, __, j) => scores[j][rowNamed(data, row)]);
}

/** A number counts from 1; a name stands in one of the columns. */
function rowNamed(data: DataTable, name: string): number {
  if (/^\d+$/.test(name)) return Number(name) - 1;
  for (const column of data.names) {
    const row = data.text(column).indexOf(name);
    if (row >= 0) return row;
  }
  throw new Error(`no row ${name}`);
}
