import { consistentModel } from "../../../src/path-model/consistent/consistent-model.ts";
import type { ReferenceTree } from "../../reference-value.ts";
import { constructsOf } from "./estimates.ts";
import type { PathModelFile } from "./path-model-file.ts";
import { named, namedTable } from "./tables.ts";

/** All that a file says of consistent PLS. */
export function consistentValues(of: PathModelFile): ReferenceTree {
  const found = consistentModel(of.fit);
  if (found.kind !== "estimated") throw new Error(JSON.stringify(found));
  const names = constructsOf(of);
  const { layout } = of.fit;
  return {
    paths_from_row_to_col: namedTable(names, names, found.paths),
    r_squared: named(names, found.rSquared),
    rho_A: named(names, found.reliabilities),
    loadings: named(layout.items, found.loadings),
    lv_correlations_disattenuated: namedTable(names, names, found.constructCorrelations),
    SRMR_estimated: found.modelFit.estimated.srmr,
    SRMR_saturated: found.modelFit.saturated.srmr,
    admissible: found.inadmissible.length === 0,
    inadmissible: [...new Set(found.inadmissible.map(({ code }) => code))],
  };
}
