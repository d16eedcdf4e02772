import type { Family } from "../../family.ts";
import { keyByKey } from "../../key-by-key.ts";
import type { ReferenceFile } from "../../reference-file.ts";
import type { ReferenceTree } from "../../reference-value.ts";
import { isPValue, type Tolerance } from "../../tolerance.ts";
import { bootstrapValues, isRounding } from "./bootstrap-values.ts";
import { consistentValues } from "./consistent-values.ts";
import { criteria } from "./criteria.ts";
import { estimates } from "./estimates.ts";
import { indexValues } from "./index-values.ts";
import { modelOf, type PathModelFile, pathModelFile } from "./path-model-file.ts";
import { predictionValues } from "./prediction-values.ts";

/** PLS path models: estimates, criteria, indices, consistent PLS, bootstrap and prediction, whichever a file has. */
export const pathModel: Family = {
  compute: async (file) => {
    const of = pathModelFile(file);
    const all = { ...estimates, ...criteria, ...indexValues };
    const asked = Object.keys(file.values).filter((key) => Object.hasOwn(all, key));
    return { ...keyByKey(asked, (key) => all[key](of)), ...(await wholeFile(of)) };
  },
  tolerance: toleranceAt,
};

/** What a file of a kind of its own says; it has other values under the names that the estimated model uses. */
async function wholeFile(of: PathModelFile): Promise<ReferenceTree> {
  const { values, options } = of.file;
  if ("lv_correlations_disattenuated" in values) return consistentValues(of);
  if ("indices_file" in options) return bootstrapValues(of);
  if ("fold_of_each_row" in values) return predictionValues(of);
  return {};
}

/**
 * Weights are found by iteration, so all that follows from them agrees to the tolerance of that iteration, in absolute terms; what is as large
 * as the answers are, to as many digits as closed forms. Bootstrap and prediction add up many of them. How many iterations a change of
 * 1e-13 takes may depend on rounding.
 */
function toleranceAt(path: readonly string[], file: ReferenceFile): Tolerance | null {
  if (isPValue(path)) return null;
  if (isRounding(path, file, modelOf(file))) return { absolute: Number.POSITIVE_INFINITY };
  if (path[0].startsWith("iterations_")) return { absolute: 1 };
  const isSummed = /antecedents|predictions|replicates|summary/.test(path[0]);
  return { absolute: isSummed ? 1e-7 : 1e-8, relative: 1e-9 };
}
