/**
 * Importance and performance of what drives a target, from a path model: where a point gained moves the target most, and where
 * there is still room. Source: Höck, Ringle & Sarstedt 2010; Ringle & Sarstedt 2016.
 */
import { constructBlock } from "./construct-block.ts";
import { totalEffects } from "./criteria/effects.ts";
import type { PathModelFit } from "./fit.ts";
import type { IndexWeights, ItemScale, NonPositiveWeights } from "./index-weights.ts";
import { indexWeights, meanIndex, unflaggedIndexWeights } from "./index-weights.ts";

export interface ConstructImportance {
  readonly construct: string;
  /** Points by which the target's index rises with a point of this one: the unstandardised total effect. 0 where none. */
  readonly importance: number;
  /** Its index, 0–100. */
  readonly performance: number;
}

export interface ItemImportance {
  readonly item: string;
  readonly construct: string;
  /** Points by which the target's index rises with a point of the item on 0–100. */
  readonly importance: number;
  /** The item's mean on 0–100. */
  readonly performance: number;
}

export interface ImportancePerformance {
  readonly kind: "estimated";
  readonly target: string;
  /** All constructs but the target, in the order of the model. */
  readonly constructs: readonly ConstructImportance[];
  /** All items, the target's own as well. */
  readonly items: readonly ItemImportance[];
  readonly n: number;
}

/**
 * What a point more is worth for the target. It is a statement of the model, not of an experiment: it holds if the paths are causes.
 * @param target name of a construct
 * @param scales one for each item of the layout, in its order
 * @returns non-positive-weights of the first construct without an index
 * @throws RangeError if there is no such construct, or scales do not fit the items
 * Golden values: `ipma_cSEM` (there on the items' own scale)
 */
export function importancePerformance(
  fit: PathModelFit,
  target: string,
  scales: readonly ItemScale[],
): ImportancePerformance | NonPositiveWeights {
  const goal = placeOf(fit, target);
  const weights: IndexWeights[] = [];
  for (const j of fit.model.constructs.keys()) {
    const own = indexWeights(fit, scales, j);
    if (own.kind === "non-positive-weights") return own;
    weights.push(own);
  }
  return mapOf(fit, goal, weights);
}

/**
 * The same whatever the signs of the weights, as programs compute it that do not look at them. To compare with those programs, never to
 * be shown: with weights of both signs performances are no indices, and a point of them is no point.
 * @throws RangeError as `importancePerformance`, or if the weights of a construct cancel each other
 */
export function unflaggedImportancePerformance(
  fit: PathModelFit,
  target: string,
  scales: readonly ItemScale[],
): ImportancePerformance {
  const weights = fit.model.constructs.map((_, j) => unflaggedIndexWeights(fit, scales, j));
  return mapOf(fit, placeOf(fit, target), weights);
}

function placeOf({ model }: PathModelFit, target: string): number {
  const place = model.constructs.findIndex(({ name }) => name === target);
  if (place < 0) throw new RangeError(`no construct ${target}`);
  return place;
}

function mapOf(fit: PathModelFit, goal: number, weights: readonly IndexWeights[]): ImportancePerformance {
  const target = fit.model.constructs[goal].name;
  const total = totalEffects(fit);
  const importances = weights.map((own, j) =>
    j === goal ? 1 : (total.values[j * total.columns + goal] * weights[goal].standardDeviation) / own.standardDeviation,
  );
  const constructs = weights.map((own, j) => {
    const performance = meanIndex(own, constructBlock(fit, j));
    return { construct: own.construct, importance: importances[j], performance };
  });
  const items = weights.flatMap((own, j) =>
    own.items.map((item, k): ItemImportance => {
      const { minimum, maximum } = own.scales[k];
      const share = (own.pointsPerAnswer[k] * (maximum - minimum)) / 100;
      const performance = (100 * (fit.means[fit.layout.starts[j] + k] - minimum)) / (maximum - minimum);
      return { item, construct: own.construct, importance: importances[j] * share, performance };
    }),
  );
  return { kind: "estimated", target, constructs: constructs.filter((_, j) => j !== goal), items, n: fit.n };
}
