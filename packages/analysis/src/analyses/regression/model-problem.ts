/** What a model is fitted to: the outcome, the predictors as terms, and how respondents were drawn. */
import { codedColumn } from "@manyi/dataset/columns/column";
import type { SurveyDesign } from "@manyi/statistics/design-variance/survey-design";
import { surveyDesign } from "@manyi/statistics/design-variance/survey-design";
import { linearRegression } from "@manyi/statistics/drivers/linear-regression";
import { momentsOf } from "@manyi/statistics/moments/moments";
import { modelColumns, presenceOf, type Term } from "@manyi/statistics/regression/terms";
import type { AnalysisOf } from "@manyi/study/definition/analyses/analysis-definition";
import type { LocalText } from "@manyi/study/definition/local-text";
import type { ImpossibleAnalysis } from "../../results/analyses.ts";
import type { AnalysisContext } from "../analysis-context.ts";
import { answeredValues, labelOf, ratingOf, risingValues } from "../reading/read-columns.ts";
import { type AnalysedGroups, groupsToShow, readGroups } from "../reading/read-groups.ts";
import { tooSmallBase } from "../result/base.ts";
import { cannot } from "../result/outcomes.ts";
import { listed } from "../words/bilingual.ts";
import { type Errors, regressionWords as words } from "./words.ts";

export interface ModelProblem {
  readonly kind: "problem";
  readonly outcome: Float64Array;
  readonly outcomeLabel: LocalText;
  /** NaN and −1 where a respondent is not in the model. */
  readonly terms: readonly Term[];
  /** Null: every respondent counts once. */
  readonly weights: Float64Array | null;
  /** Null where respondents are independent and count once: classical methods then. */
  readonly design: SurveyDesign | null;
  readonly clusters: number | null;
  readonly n: number;
  readonly confidence: number;
  /** Of a coefficient by its name in the model. */
  readonly labels: ReadonlyMap<string, LocalText>;
  readonly varianceInflation: ReadonlyMap<string, number>;
  /** What was left out. */
  readonly notes: readonly LocalText[];
}

type Regression = AnalysisOf<"regression">;

export function errorsOf(context: AnalysisContext, { clusters }: Regression): Errors {
  if (clusters === undefined) return context.weight === null ? "plain" : "weighted";
  return context.weight === null ? "clustered" : "both";
}

export function modelProblem(context: AnalysisContext, analysis: Regression): ModelProblem | ImpossibleAnalysis {
  const { confidence } = context.plan;
  const outcome = outcomeValues(context, analysis);
  const { weights } = answeredValues(context, [analysis.outcome]);
  const clusters = clusterCodes(context, analysis);
  const excluded = (row: number) =>
    (weights !== null && weights[row] === 0) || (clusters !== null && clusters[row] < 0);
  const base = outcome.map((value, row) => (excluded(row) ? Number.NaN : value));
  const predictors = analysis.predictors.map((name) => predictorOf(context, name));
  const shown = shownGroups(base, predictors);
  const categorical = predictors.filter((predictor) => predictor.kind === "groups");
  const single = categorical.find(({ name }) => (shown.get(name)?.length ?? 0) < 2);
  const n = completeRowsOf(base, predictors, shown).reduce((sum, one) => sum + one, 0);
  const impossible = tooSmallBase(context, n, 3);
  if (single !== undefined && (n === 0 || impossible === null))
    return cannot("unsuitable", words.oneGroup(single.groups.label));
  if (impossible !== null) return impossible;
  const read = predictors.map((predictor) => namedTerm(predictor, shown, analysis.reference ?? {}));
  const terms = read.map(({ term }) => term);
  return {
    kind: "problem",
    outcome: base,
    outcomeLabel: labelOf(context, analysis.outcome),
    terms,
    weights,
    design: designOf(weights, clusters, base.length),
    clusters: clusters === null ? null : clustersOf(clusters, completeRowsOf(base, predictors, shown)),
    n,
    confidence,
    labels: new Map(read.flatMap(({ labels }) => labels)),
    varianceInflation: inflationOf(base, terms, weights),
    notes: [...read.flatMap(({ notes }) => notes), ...hiddenNotes(context, categorical, shown)],
  };
}

function outcomeValues(context: AnalysisContext, { model, outcome, success }: Regression): Float64Array {
  if (model !== "binary-logit") return risingValues(context, [outcome]).variables[0];
  const { answers } = codedColumn(context.plan.dataset, outcome);
  const top = ratingOf(context, outcome)?.top;
  const yes = new Set(
    answers
      .filter(({ code, value }) => (success === undefined ? (top?.has(value) ?? false) : success.includes(code)))
      .map(({ value }) => value),
  );
  const [values] = answeredValues(context, [outcome]).variables;
  return values.map((value) => (Number.isNaN(value) ? value : Number(yes.has(value))));
}

function clusterCodes(context: AnalysisContext, { clusters }: Regression): Int32Array | null {
  if (clusters === undefined) return null;
  return Int32Array.from(readGroups(context, clusters).rows.codes);
}

type Predictor =
  | { readonly kind: "number"; readonly name: string; readonly label: LocalText; readonly values: Float64Array }
  | { readonly kind: "groups"; readonly name: string; readonly groups: AnalysedGroups; readonly codes: Int32Array };

function predictorOf(context: AnalysisContext, name: string): Predictor {
  const type = context.plan.definition.columns.find((column) => column.name === name)?.type;
  if (type !== "choice") {
    const [values] = risingValues(context, [name]).variables;
    return { kind: "number", name, label: labelOf(context, name), values };
  }
  const groups = readGroups(context, name);
  return { kind: "groups", name, groups, codes: Int32Array.from(groups.rows.codes) };
}

/** Groups of each categorical predictor that may be shown, counted over the rows that the model takes; hiding a group takes its rows
 *  out, and may make another too small. */
function shownGroups(base: Float64Array, predictors: readonly Predictor[]): ReadonlyMap<string, readonly number[]> {
  const shown = new Map<string, readonly number[]>(
    predictors.flatMap((one) => (one.kind === "groups" ? [[one.name, one.groups.groups.map((_, g) => g)]] : [])),
  );
  for (let isStable = false; !isStable; ) {
    isStable = true;
    for (const predictor of predictors) {
      if (predictor.kind !== "groups") continue;
      const isComplete = completeRowsOf(base, predictors, shown);
      const values = Float64Array.from(isComplete, (one) => (one === 1 ? 1 : Number.NaN));
      const known = shown.get(predictor.name) ?? [];
      const kept = groupsToShow(predictor.groups, values).shown.filter((group) => known.includes(group));
      if (kept.length < known.length) isStable = false;
      shown.set(predictor.name, kept);
    }
  }
  return shown;
}

/** 1 for each row that answered everything and is in no hidden group. */
function completeRowsOf(
  base: Float64Array,
  predictors: readonly Predictor[],
  shown: ReadonlyMap<string, readonly number[]>,
): Uint8Array {
  const isComplete = Uint8Array.from(base, (value) => Number(!Number.isNaN(value)));
  for (const predictor of predictors) {
    if (predictor.kind === "number") {
      predictor.values.forEach((value, row) => {
        if (Number.isNaN(value)) isComplete[row] = 0;
      });
      continue;
    }
    const isShown = Uint8Array.from(predictor.groups.groups, (_, g) => Number(shown.get(predictor.name)?.includes(g)));
    predictor.codes.forEach((code, row) => {
      if (code < 0 || isShown[code] === 0) isComplete[row] = 0;
    });
  }
  return isComplete;
}

interface NamedTerm {
  readonly term: Term;
  readonly labels: readonly (readonly [string, LocalText])[];
  readonly notes: readonly LocalText[];
}

function namedTerm(
  predictor: Predictor,
  shown: ReadonlyMap<string, readonly number[]>,
  reference: Readonly<Record<string, string>>,
): NamedTerm {
  const { name } = predictor;
  if (predictor.kind === "number") {
    const term = { kind: "numeric", name, values: predictor.values } as const;
    return { term, labels: [[name, predictor.label]], notes: [] };
  }
  const { groups, codes } = predictor;
  const kept = shown.get(name) ?? [];
  const asked = kept.find((group) => groups.groups[group].code === reference[name]);
  const first = asked ?? largestOf(kept, codes);
  const order = [first, ...kept.filter((group) => group !== first)];
  const place = new Int32Array(groups.groups.length).fill(-1);
  order.forEach((group, k) => {
    place[group] = k;
  });
  const levels = order.map((group) => groups.groups[group].code);
  return {
    term: { kind: "categorical", name, codes: codes.map((code) => (code < 0 ? -1 : place[code])), levels },
    labels: [
      [name, groups.label],
      ...order.slice(1).map((group): readonly [string, LocalText] => {
        const { code, label } = groups.groups[group];
        return [`${name}${code}`, words.level(groups.label, label, groups.groups[first].label)];
      }),
    ],
    notes: reference[name] !== undefined && asked === undefined ? [words.noReference(groups.label)] : [],
  };
}

function largestOf(groups: readonly number[], codes: Int32Array): number {
  const sizes = new Map(groups.map((group) => [group, 0]));
  for (const code of codes) sizes.set(code, (sizes.get(code) ?? 0) + 1);
  return groups.reduce((most, group) => ((sizes.get(group) ?? 0) > (sizes.get(most) ?? 0) ? group : most), groups[0]);
}

function designOf(weights: Float64Array | null, clusters: Int32Array | null, rows: number): SurveyDesign | null {
  if (weights === null && clusters === null) return null;
  // Rows without a cluster are not in the model; each is a cluster of its own here, for it needs a code.
  const last = clusters?.reduce((highest, code) => Math.max(highest, code), 0) ?? 0;
  return surveyDesign({
    weights: weights ?? new Float64Array(rows).fill(1),
    strata: null,
    psus: clusters?.map((code, row) => (code < 0 ? last + 1 + row : code)) ?? null,
    psusInPopulation: null,
    lonelyPsu: "fail",
  });
}

function clustersOf(clusters: Int32Array, isComplete: Uint8Array): number {
  return new Set(clusters.filter((_, row) => isComplete[row] === 1)).size;
}

/** 1/(1 − R²) of each column of the model on the others; none where there is one column, or they are dependent. */
function inflationOf(
  outcome: Float64Array,
  terms: readonly Term[],
  weights: Float64Array | null,
): ReadonlyMap<string, number> {
  const presence = [outcome, ...terms.map(presenceOf)];
  const isComplete = Uint8Array.from(outcome, (_, row) =>
    Number(presence.every((values) => !Number.isNaN(values[row]))),
  );
  const { columns } = modelColumns(terms, isComplete);
  if (columns.length < 2) return new Map();
  const variables = [...columns.map(({ variable }) => variable), "outcome"];
  const moments = momentsOf({ variables, columns: [...columns.map(({ values }) => values), outcome] }, weights);
  const fit = linearRegression(moments, columns.length);
  if (fit.kind !== "estimated") return new Map();
  return new Map(fit.coefficients.map(({ variable, varianceInflation }) => [variable, varianceInflation]));
}

function hiddenNotes(
  { plan }: AnalysisContext,
  predictors: readonly Extract<Predictor, { readonly kind: "groups" }>[],
  shown: ReadonlyMap<string, readonly number[]>,
): readonly LocalText[] {
  return predictors.flatMap(({ name, groups }) => {
    const hidden = groups.groups.filter((_, group) => !shown.get(name)?.includes(group)).map(({ label }) => label);
    return hidden.length === 0 ? [] : [words.hidden(groups.label, listed(hidden), plan.minimumGroup)];
  });
}
