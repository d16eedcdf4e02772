import { heterotraitMonotrait } from "../criteria/heterotrait-monotrait.ts";
import { defaultKernelOptions, requireKernelOptions, rowsRequired, solved } from "../estimate.ts";
import type { NoPathModel, PathModelFit } from "../fit.ts";
import { type ItemScale, indexWeights, type NonPositiveWeights } from "../index-weights.ts";
import { type KernelOptions, kernelFor } from "../kernel-state.ts";
import { layoutOf } from "../model-layout.ts";
import type { InnerScheme, PathModel } from "../path-model.ts";
import type { PathSample } from "../path-sample.ts";
import type { Draws } from "./draws.ts";
import { fillIndices, fillStatistics, statisticStateFor } from "./fill-statistics.ts";
import { productSummer, sumProducts } from "./product-sums.ts";
import { type MissingAnswers, type ResampleRows, resampleRows } from "./resample-rows.ts";
import { fillCorrelations } from "./resampled-correlations.ts";
import { type SignChange, signsOf } from "./sign-change.ts";
import { type IndexDifference, type PathModelStatistic, statisticLayoutOf, statisticsOf } from "./statistic.ts";
import type { BootstrapTask } from "./task.ts";

/** What every resample is to have, and how resamples come about. */
export interface BootstrapPlan {
  /** At least 2; limits of intervals need 1,000 and more. */
  readonly resamples: number;
  readonly draws: Draws;
  readonly signChange: SignChange;
  readonly missing: MissingAnswers;
  /** One for each item in the order of the model; null: no index is wanted. */
  readonly scales: readonly ItemScale[] | null;
  readonly differences: readonly IndexDifference[];
  readonly kernel: Partial<KernelOptions>;
}

export interface PreparedBootstrap {
  readonly kind: "prepared";
  readonly task: BootstrapTask;
  /** Of the sample itself. */
  readonly fit: PathModelFit;
  readonly statistics: readonly PathModelStatistic[];
  /** Of the sample itself, one a statistic. */
  readonly values: Float64Array;
  /** Constructs that have no index, for which none was resampled either. */
  readonly withoutIndex: readonly NonPositiveWeights[];
}

/**
 * Everything but the resamples: the rows, the model of the sample itself, and the task that can be divided.
 * @throws RangeError for an invalid model, sample or plan
 */
export function prepareBootstrap(
  sample: PathSample,
  model: PathModel,
  scheme: InnerScheme,
  plan: BootstrapPlan,
): PreparedBootstrap | NoPathModel {
  const options = requireKernelOptions({ ...defaultKernelOptions, ...plan.kernel });
  if (!(Number.isInteger(plan.resamples) && plan.resamples >= 2)) throw new RangeError(`${plan.resamples} resamples`);
  const layout = layoutOf(model);
  const rows = resampleRows(sample, layout.items, plan.missing);
  const required = rowsRequired(model, layout);
  if (rows.n < required) return { kind: "too-few-answers", n: rows.n, required };
  const kernel = kernelFor(model, layout, scheme, options);
  const items = { means: new Float64Array(layout.items.length), deviations: new Float64Array(layout.items.length) };
  const sums = sumProducts(productSummer(rows), rows.multiplicities);
  const still = fillCorrelations(kernel, items, rows, sums, rows.n);
  if (still >= 0) return { kind: "no-variation", item: layout.items[still] };
  const fit = solved(kernel, model, { ...rows, ...items });
  if (fit.kind !== "estimated") return fit;
  const asked = askedOf(fit, rows, plan);
  const { resamples, draws, signChange } = plan;
  const task: BootstrapTask = {
    model,
    scheme,
    kernel: options,
    rows,
    resamples,
    draws,
    signChange,
    signs: signsOf(kernel),
    ...asked.task,
  };
  const statistics = statisticLayoutOf(model, layout, task);
  const values = new Float64Array(statistics.size);
  const state = { ...statisticStateFor(kernel, statistics, task), ...items };
  fillIndices(state, kernel);
  fillStatistics(state, kernel, values, 0, 1);
  const { withoutIndex } = asked;
  return { kind: "prepared", task, fit, statistics: statisticsOf(model, layout, statistics), values, withoutIndex };
}

/** Which indices, differences and ratios there are in the sample itself; only those are resampled. */
function askedOf(fit: PathModelFit, rows: ResampleRows, { scales, differences }: BootstrapPlan) {
  const constructs = fit.model.constructs.map(({ name }) => name);
  const unknown = differences.flatMap(constructsOf).find((name) => scales === null || !constructs.includes(name));
  if (unknown !== undefined) throw new RangeError(`there is no index of ${unknown}`);
  const weights = scales === null ? [] : constructs.map((_, j) => indexWeights(fit, scales, j));
  const withoutIndex = weights.filter((each) => each.kind === "non-positive-weights");
  if (scales !== null) requireAnswersWithin(scales, fit.layout.items, rows);
  const indices = weights.flatMap(({ kind }, j) => (kind === "weights" ? j : []));
  const compared = new Set(
    heterotraitMonotrait(fit).flatMap(({ constructs, ratio }) => (ratio === null ? [] : constructs)),
  );
  const task = {
    minima: Float64Array.from(scales ?? [], ({ minimum }) => minimum),
    maxima: Float64Array.from(scales ?? [], ({ maximum }) => maximum),
    indices: Int32Array.from(indices),
    differences: differences.filter((each) =>
      constructsOf(each).every((name) => indices.includes(constructs.indexOf(name))),
    ),
    compared: Int32Array.from(constructs.flatMap((name, j) => (compared.has(name) ? j : []))),
  };
  return { task, withoutIndex };
}

function constructsOf(difference: IndexDifference): readonly string[] {
  return difference.kind === "index-difference" ? [difference.construct, difference.minus] : [difference.construct];
}

function requireAnswersWithin(scales: readonly ItemScale[], items: readonly string[], rows: ResampleRows): void {
  for (const [a, { minimum, maximum }] of scales.entries()) {
    const flag = rows.answered[a] < 0 ? null : rows.columns.values[rows.answered[a]];
    for (const [row, value] of rows.columns.values[a].entries()) {
      const answer = value + rows.offsets[a];
      const tolerance = 1e-9 * (maximum - minimum);
      if ((flag === null || flag[row] === 1) && (answer < minimum - tolerance || answer > maximum + tolerance)) {
        throw new RangeError(`${items[a]}: ${answer} is outside ${minimum}–${maximum}`);
      }
    }
  }
}
