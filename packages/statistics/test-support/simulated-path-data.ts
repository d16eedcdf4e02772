import type { Moments } from "../src/moments/moments.ts";
import type { PathModel } from "../src/path-model/path-model.ts";
import type { Random } from "../src/random/xoshiro.ts";

/** A path model with known coefficients: constructs of variance 1, and items that load on one each. Causes stand before effects. */
export interface SimulatedModel {
  readonly constructs: readonly { readonly name: string; readonly loadings: readonly number[] }[];
  readonly paths: readonly { readonly from: string; readonly to: string; readonly coefficient: number }[];
}

/** Four constructs, as small as a satisfaction model can be. */
export const smallSatisfaction: SimulatedModel = {
  constructs: [
    { name: "Image", loadings: [0.8, 0.75, 0.7] },
    { name: "Quality", loadings: [0.85, 0.8, 0.8, 0.7] },
    { name: "Satisfaction", loadings: [0.9, 0.85, 0.8] },
    { name: "Loyalty", loadings: [0.85, 0.75] },
  ],
  paths: [
    { from: "Image", to: "Quality", coefficient: 0.5 },
    { from: "Image", to: "Satisfaction", coefficient: 0.2 },
    { from: "Quality", to: "Satisfaction", coefficient: 0.6 },
    { from: "Satisfaction", to: "Loyalty", coefficient: 0.6 },
  ],
};

/** Seven constructs and 24 items: the European model, in the shape of its usual questionnaire. */
export const europeanSatisfaction: SimulatedModel = {
  constructs: [
    { name: "Image", loadings: [0.75, 0.6, 0.6, 0.75, 0.75] },
    { name: "Expectation", loadings: [0.75, 0.7, 0.6] },
    { name: "Quality", loadings: [0.8, 0.65, 0.8, 0.75, 0.75, 0.75, 0.8] },
    { name: "Value", loadings: [0.9, 0.95] },
    { name: "Satisfaction", loadings: [0.8, 0.85, 0.85] },
    { name: "Complaints", loadings: [0.9] },
    { name: "Loyalty", loadings: [0.8, 0.4, 0.9] },
  ],
  paths: [
    { from: "Image", to: "Expectation", coefficient: 0.5 },
    { from: "Expectation", to: "Quality", coefficient: 0.55 },
    { from: "Expectation", to: "Value", coefficient: 0.05 },
    { from: "Quality", to: "Value", coefficient: 0.55 },
    { from: "Image", to: "Satisfaction", coefficient: 0.2 },
    { from: "Expectation", to: "Satisfaction", coefficient: 0.05 },
    { from: "Quality", to: "Satisfaction", coefficient: 0.5 },
    { from: "Value", to: "Satisfaction", coefficient: 0.2 },
    { from: "Satisfaction", to: "Complaints", coefficient: 0.5 },
    { from: "Image", to: "Loyalty", coefficient: 0.2 },
    { from: "Satisfaction", to: "Loyalty", coefficient: 0.5 },
    { from: "Complaints", to: "Loyalty", coefficient: 0.05 },
  ],
};

/** The same without its numbers; all blocks in mode A. Items are named after their construct: Image1, Image2, … */
export function pathModelOf({ constructs, paths }: SimulatedModel): PathModel {
  return {
    constructs: constructs.map(({ name, loadings }) => ({
      name,
      mode: "A",
      items: loadings.map((_, item) => `${name}${item + 1}`),
    })),
    paths: paths.map(({ from, to }) => ({ from, to })),
  };
}

/** Normal answers with mean 0 and variance 1, one column an item. */
export function simulatedAnswers(model: SimulatedModel, n: number, random: Random) {
  const residuals = residualDeviations(model);
  const columns = model.constructs.flatMap(({ loadings }) => loadings.map(() => new Float64Array(n)));
  for (let row = 0; row < n; row++) {
    const scores: number[] = [];
    let item = 0;
    for (const [j, { name, loadings }] of model.constructs.entries()) {
      const explained = causesOf(model, name).reduce((sum, [cause, path]) => sum + path * scores[cause], 0);
      scores[j] = explained + residuals[j] * normal(random);
      for (const loading of loadings) {
        columns[item++][row] = loading * scores[j] + Math.sqrt(1 - loading ** 2) * normal(random);
      }
    }
  }
  return { variables: pathModelOf(model).constructs.flatMap(({ items }) => items), columns, caseWeights: null };
}

/** Answers on a scale from 1 to 10, around 7. */
export function simulatedRatings(model: SimulatedModel, n: number, random: Random) {
  const answers = simulatedAnswers(model, n, random);
  const rating = (value: number) => Math.min(10, Math.max(1, Math.round(7 + 1.8 * value)));
  return { ...answers, columns: answers.columns.map((column) => column.map(rating)) };
}

/** Moments of everybody, as if a million had answered: what a sample's model estimates. */
export function populationMoments(model: SimulatedModel): Moments {
  const between = constructCorrelations(model);
  const items = model.constructs.flatMap(({ loadings }, j) => loadings.map((loading) => ({ loading, j })));
  const n = 1_000_000;
  const crossProducts = Float64Array.from(
    items.flatMap((a) => items.map((b) => n * (a === b ? 1 : a.loading * b.loading * between[a.j][b.j]))),
  );
  const variables = pathModelOf(model).constructs.flatMap((construct) => construct.items);
  return { variables, n, weight: n, squaredWeight: n, means: new Float64Array(items.length), crossProducts };
}

function constructCorrelations(model: SimulatedModel): number[][] {
  const found: number[][] = [];
  for (const [j, { name }] of model.constructs.entries()) {
    found[j] = [];
    for (let other = 0; other < j; other++) {
      const correlation = causesOf(model, name).reduce((sum, [cause, path]) => sum + path * found[cause][other], 0);
      found[j][other] = correlation;
      found[other][j] = correlation;
    }
    found[j][j] = 1;
  }
  return found;
}

function residualDeviations(model: SimulatedModel): number[] {
  const between = constructCorrelations(model);
  return model.constructs.map(({ name }, j) => {
    const explained = causesOf(model, name).reduce((sum, [cause, path]) => sum + path * between[cause][j], 0);
    return Math.sqrt(1 - explained);
  });
}

/** Place and coefficient of each cause of a construct. */
function causesOf({ constructs, paths }: SimulatedModel, effect: string): (readonly [number, number])[] {
  return paths
    .filter(({ to }) => to === effect)
    .map(({ from, coefficient }) => [constructs.findIndex(({ name }) => name === from), coefficient] as const);
}

/** Box & Muller 1958. */
function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random.nextUnit())) * Math.cos(2 * Math.PI * random.nextUnit());
}
