import { unflaggedConstructIndex } from "../../../src/path-model/construct-index.ts";
import type { ImportancePerformance } from "../../../src/path-model/importance-performance.ts";
import { unflaggedImportancePerformance } from "../../../src/path-model/importance-performance.ts";
import { unflaggedIndexWeights } from "../../../src/path-model/index-weights.ts";
import { estimated } from "../../../test-support/variants.ts";
import { confidenceOf } from "../../options.ts";
import { type ReferenceTree, type ReferenceValue, tableOf, tableOfRows } from "../../reference-value.ts";
import { constructsOf } from "./estimates.ts";
import { type PathModelFile, scaleOf } from "./path-model-file.ts";

/** What each key of a file says of the indices, 0–100, and of what drives them. R computes them whatever the signs of the weights. */
export const indexValues: Readonly<Record<string, (of: PathModelFile) => ReferenceValue>> = {
  index: (of) =>
    tableOfRows(
      indices(of).map((each) => [
        each.construct,
        {
          index_mean: each.value,
          index_sd: each.standardDeviation,
          index_min: each.minimum,
          index_max: each.maximum,
          index_se: each.standardError,
          simple_mean_items_0_100: simpleMean(of, each.construct),
        },
      ]),
    ),
  index_0_100: (of) => Object.fromEntries(indices(of).map(({ construct, value }) => [construct, value])),
  acsi_formula_satisfaction: (of) => indices(of).find(({ construct }) => construct === "Satisfaction")?.value ?? null,
  unstandardised_normalised_weights: (of) =>
    Object.fromEntries(
      of.model.constructs.flatMap(({ items }, j) => {
        const { normalised } = unflaggedIndexWeights(of.fit, scalesOf(of), j);
        return items.map((item, k) => [item, normalised[k]]);
      }),
    ),
  ipma_cSEM: importanceAndPerformance,
};

function scalesOf({ file, fit }: PathModelFile) {
  return fit.layout.items.map(() => scaleOf(file));
}

function indices(of: PathModelFile) {
  return of.model.constructs.map((_, j) =>
    estimated(unflaggedConstructIndex(of.fit, of.sample, scalesOf(of), j, confidenceOf(of.file))),
  );
}

/** What the index would be if every item had the same weight. */
function simpleMean({ file, fit, model }: PathModelFile, construct: string): number {
  const { minimum, maximum } = scaleOf(file);
  const index = model.constructs.findIndex(({ name }) => name === construct);
  const means = fit.means.slice(fit.layout.starts[index], fit.layout.starts[index + 1]);
  const converted = means.map((mean) => (100 * (mean - minimum)) / (maximum - minimum));
  return converted.reduce((sum, value) => sum + value, 0) / converted.length;
}

/** There rows are targets, columns what drives them, and performance stands on the items' own scale. */
function importanceAndPerformance(of: PathModelFile): ReferenceTree {
  const constructs = constructsOf(of);
  const { items } = of.fit.layout;
  const { minimum, maximum } = scaleOf(of.file);
  const answer = (index: number) => minimum + (index / 100) * (maximum - minimum);
  const maps = constructs.map((target) => mapOf(of, target));
  const index = new Map(indices(of).map(({ construct, value }) => [construct, value]));
  const itemPerformance = new Map(maps[0].items.map(({ item, performance }) => [item, performance]));
  const importanceOf = (target: number, name: string) =>
    maps[target].constructs.find(({ construct }) => construct === name)?.importance ?? 0;
  return {
    Construct: {
      Importance: tableOf(constructs, constructs, (_, driver, target) => importanceOf(target, driver)),
      Performance: tableOf(constructs, ["1"], (construct) => answer(index.get(construct) ?? 0)),
    },
    Indicator: {
      Importance: tableOf(constructs, items, (_, __, target, item) => maps[target].items[item].importance),
      Performance: tableOf(items, ["1"], (item) => answer(itemPerformance.get(item) ?? 0)),
    },
    Construct_names: constructs,
    Indicator_names: items,
  };
}

function mapOf(of: PathModelFile, target: string): ImportancePerformance {
  return unflaggedImportancePerformance(of.fit, target, scalesOf(of));
}
