import { kaplanMeier, type SurvivalCurve } from "../../../src/retention/kaplan-meier.ts";
import { restrictedMean } from "../../../src/retention/restricted-mean.ts";
import { survivalAt } from "../../../src/retention/survival-at.ts";
import { survivalQuantile } from "../../../src/retention/survival-quantile.ts";
import { estimated } from "../../../test-support/variants.ts";
import { levelsOf } from "../../columns.ts";
import type { DataTable } from "../../data-table.ts";
import { confidenceOf, numbersAt } from "../../options.ts";
import type { ReferenceFile } from "../../reference-file.ts";
import { isTree, type ReferenceTree } from "../../reference-value.ts";
import { durationsOf } from "./durations-of.ts";

/** Curves of groups, one below the other, at the times at which somebody left. */
export function curvesByGroup(column: string, file: ReferenceFile, data: DataTable): ReferenceTree {
  const texts = data.text(column);
  const curves = levelsOf(texts).map((level) => {
    const own = data.where((row) => texts[row] === level);
    return {
      name: `${column}=${level}`,
      curve: estimated(kaplanMeier(durationsOf(file, own), null, confidenceOf(file))),
    };
  });
  const steps = curves.flatMap(({ name, curve }) => curve.steps.map((step) => ({ name, ...step })));
  return {
    strata: steps.map(({ name }) => name),
    time: steps.map(({ time }) => time),
    n_risk: steps.map(({ atRisk }) => atRisk),
    n_event: steps.map(({ left }) => left),
    surv: steps.map(({ survival }) => survival),
    se: steps.map(({ standardError }) => standardError),
    lower: steps.map(({ interval }) => interval?.lower ?? null),
    upper: steps.map(({ interval }) => interval?.upper ?? null),
    medians: Object.fromEntries(curves.map(({ name, curve }) => [name, quantileOf(curve, 0.5)?.value ?? null])),
  };
}

/** One curve of everybody, at the times that the file asks. */
export function curveValues(file: ReferenceFile, data: DataTable): ReferenceTree {
  const curve = estimated(kaplanMeier(durationsOf(file, data), null, confidenceOf(file)));
  return {
    ...atTimes(curve, numbersAt(file.values, "times")),
    ...quantiles(curve, file),
    ...restrictedMeans(curve, file),
  };
}

export function weightedCurve(file: ReferenceFile, data: DataTable): ReferenceTree {
  const weights = data.numbers("base_weight");
  const curve = estimated(kaplanMeier(durationsOf(file, data), weights, confidenceOf(file)));
  return atTimes(curve, numbersAt(file.values, "times"));
}

function atTimes(curve: SurvivalCurve, times: readonly number[]): ReferenceTree {
  const points = times.map((time) => pointAt(curve, time));
  return {
    times: [...times],
    survival: points.map((point) => point?.value ?? null),
    greenwood_se: points.map((point) => point?.standardError ?? null),
    ci_loglog_lo: points.map((point) => point?.interval?.lower ?? null),
    ci_loglog_hi: points.map((point) => point?.interval?.upper ?? null),
    ci_plain_lo: points.map((point) => point?.plainInterval?.lower ?? null),
    ci_plain_hi: points.map((point) => point?.plainInterval?.upper ?? null),
    n_risk: points.map((point) => point?.atRisk ?? null),
  };
}

/** Null beyond the last time watched. */
function pointAt(curve: SurvivalCurve, time: number) {
  const found = survivalAt(curve, time);
  return found.kind === "estimated" ? found : null;
}

function quantileOf(curve: SurvivalCurve, share: number) {
  const found = survivalQuantile(curve, share);
  return found.kind === "estimated" ? found : null;
}

/** Keys: p25, median, median_lo … */
function quantiles(curve: SurvivalCurve, { values }: ReferenceFile): ReferenceTree {
  if (!isTree(values.quantiles)) return {};
  const entries = Object.keys(values.quantiles).map((key) => {
    const [name, limit] = key.split("_");
    const found = quantileOf(curve, name === "median" ? 0.5 : Number(name.slice(1)) / 100);
    if (limit === undefined) return [key, found?.value ?? null];
    return [key, (limit === "lo" ? found?.lower : found?.upper) ?? null];
  });
  return { quantiles: Object.fromEntries(entries) };
}

/** Keys: rmst24, rmst24_se. */
function restrictedMeans(curve: SurvivalCurve, { values }: ReferenceFile): ReferenceTree {
  const entries = Object.keys(values).flatMap((key) => {
    const named = /^rmst([\d.]+)(_se)?$/.exec(key);
    if (named === null) return [];
    const found = restrictedMean(curve, Number(named[1]));
    if (found.kind !== "estimated") return [];
    return [[key, named[2] === undefined ? found.value : found.standardError]];
  });
  return Object.fromEntries(entries);
}
