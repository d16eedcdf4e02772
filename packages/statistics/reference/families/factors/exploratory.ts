import { maximumLikelihoodFactors } from "../../../src/factors/maximum-likelihood-factors.ts";
import { oblimin } from "../../../src/factors/oblimin.ts";
import { principalAxisFactors } from "../../../src/factors/principal-axis-factors.ts";
import { promax } from "../../../src/factors/promax.ts";
import { varimax } from "../../../src/factors/varimax.ts";
import type { Matrix } from "../../../src/linear-algebra/matrix.ts";
import { symmetricEigen } from "../../../src/linear-algebra/symmetric-eigen.ts";
import { correlationMatrix } from "../../../src/moments/correlation-matrix.ts";
import { momentsOf } from "../../../src/moments/moments.ts";
import { samplingAdequacy, sphericityTest } from "../../../src/reliability/sampling-adequacy.ts";
import { estimated, tested } from "../../../test-support/variants.ts";
import { namesOf } from "../../columns.ts";
import { treeAt } from "../../options.ts";
import type { ReferenceFile } from "../../reference-file.ts";
import { type ReferenceTree, tableOf } from "../../reference-value.ts";
import { surveyOrTable } from "../../survey-or-table.ts";
import type { Tolerance } from "../../tolerance.ts";

/** Items are those of `kmo_items`, in their order; factors as many as the tables have columns. */
export function exploratory(file: ReferenceFile): ReferenceTree {
  const data = surveyOrTable(file);
  const items = Object.keys(treeAt(file.values, "kmo_items"));
  const moments = momentsOf({ variables: items, columns: items.map((item) => data.numbers(item)) });
  const names = (table: string) => namesOf(file.values, table, "cols");
  const table = (key: string, loadings: Matrix) =>
    tableOf(items, names(key), (_row, _column, i, j) => loadings.values[i * loadings.columns + j]);
  const between = (key: string, correlations: Matrix | null) =>
    tableOf(names(key), names(key), (_row, _column, i, j) =>
      correlations === null ? null : correlations.values[i * correlations.columns + j],
    );
  const byItem = (values: ArrayLike<number>) => Object.fromEntries(items.map((item, i) => [item, values[i]]));
  const likely = estimated(maximumLikelihoodFactors(moments, names("ml_loadings_varimax_kaiser").length));
  const axes = estimated(principalAxisFactors(moments, names("paf_oblimin_loadings").length));
  const [oblique, drawn] = [oblimin(axes.loadings), promax(axes.loadings)];
  const adequacy = estimated(samplingAdequacy(moments));
  const sphericity = tested(sphericityTest(moments));
  return {
    kmo_overall: adequacy.overall,
    kmo_items: byItem(adequacy.items.map(({ value }) => value)),
    bartlett_chi2: sphericity.chiSquare,
    bartlett_df: sphericity.degreesOfFreedom,
    bartlett_p: sphericity.pValue,
    eigenvalues_R: [...symmetricEigen(estimated(correlationMatrix(moments)).matrix).values].reverse(),
    ml_uniquenesses: byItem(likely.uniquenesses),
    ml_loadings_varimax_kaiser: table("ml_loadings_varimax_kaiser", varimax(likely.loadings).loadings),
    ml_chi2: likely.test?.chiSquare ?? null,
    ml_dof: likely.test?.degreesOfFreedom ?? 0,
    ml_p: likely.test?.pValue ?? null,
    ml_objective: likely.discrepancy,
    paf_communalities: byItem(axes.communalities),
    paf_iterations: axes.iterations,
    paf_ss_loadings_unrotated: [...axes.explained],
    paf_oblimin_loadings: table("paf_oblimin_loadings", oblique.loadings),
    paf_oblimin_phi: between("paf_oblimin_phi", oblique.correlations),
    paf_promax_loadings: table("paf_promax_loadings", drawn.loadings),
    paf_promax_phi: between("paf_promax_phi", drawn.correlations),
  };
}

/** What is found by iteration: as the programs that made the values stop. */
export function exploratoryTolerance([key]: readonly string[]): Tolerance | null {
  // Rounding decides in which iteration the last change falls below 1e-14.
  if (key === "paf_iterations") return { absolute: 2 };
  if (/^ml_/.test(key)) return { absolute: 1e-5, relative: 1e-7 };
  if (/^paf_(oblimin|promax)/.test(key)) return { absolute: 1e-5 };
  return /^paf_/.test(key) ? { absolute: 1e-8 } : null;
}
