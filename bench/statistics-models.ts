import { kendallCorrelation } from "@manyi/statistics/correlation/kendall";
import { polychoricCorrelations } from "@manyi/statistics/correlation/polychoric-table";
import { maximumLikelihoodFactors } from "@manyi/statistics/factors/maximum-likelihood-factors";
import { momentsOf } from "@manyi/statistics/moments/moments";
import { mahalanobisDistances } from "@manyi/statistics/quality/mahalanobis";
import { ordinalLogit } from "@manyi/statistics/regression/ordinal-model";
import { type Case, cpuSecondsOf } from "./statistics-case.ts";
import { ratingColumns } from "./statistics-data.ts";

const respondents = 10_000;
const questions = 22;

/** Models over many questions. */
export function modelCases(): readonly Case[] {
  return [polychoric(), factors(), ordinal(), kendall(), mahalanobis()];
}

function named(rows: number, blocks: readonly number[], points: number) {
  const columns = ratingColumns(rows, blocks, points, rows + points);
  return { variables: columns.map((_, i) => `q${i + 1}`), columns };
}

function polychoric(): Case {
  const answers = named(respondents, [4, 5, 4, 4, 5], 7);
  return {
    name: `polychoric correlations, ${questions} × ${respondents.toLocaleString("en")}, 7 points`,
    runs: 5,
    peer: ["lavaan::lavCor", 0.95],
    measure: () =>
      cpuSecondsOf(() => {
        const { variables } = polychoricCorrelations(answers, null, 0.95);
        if (variables.length !== questions) throw new Error(`${variables.length} questions`);
      }),
  };
}

function factors(): Case {
  const answers = named(respondents, [4, 5, 4, 4, 5], 7);
  return {
    name: `factor analysis by maximum likelihood, ${questions} × ${respondents.toLocaleString("en")}, 5 factors, from the answers`,
    runs: 9,
    peer: ["psych::fa, ML with oblimin", 0.045],
    measure: () =>
      cpuSecondsOf(() => {
        const found = maximumLikelihoodFactors(momentsOf(answers), 5);
        if (found.kind !== "estimated") throw new Error(found.kind);
      }),
  };
}

function ordinal(): Case {
  const { columns } = named(respondents, [12, 1], 5);
  const terms = columns.slice(0, 12).map((values, i) => ({ kind: "numeric" as const, name: `q${i + 1}`, values }));
  const [outcome] = columns.slice(12);
  if (outcome === undefined) throw new Error("no outcome");
  return {
    name: `ordinal logit, 12 predictors, ${respondents.toLocaleString("en")} rows`,
    runs: 9,
    peer: ["ordinal::clm", 0.1],
    measure: () =>
      cpuSecondsOf(() => {
        const found = ordinalLogit(outcome, terms, null, 0.95);
        if (found.kind !== "estimated") throw new Error(found.kind);
      }),
  };
}

function kendall(): Case {
  const { columns } = named(respondents, [2], 10);
  const [x, y] = columns;
  if (x === undefined || y === undefined) throw new Error("no columns");
  return {
    name: `Kendall's τ-b, ${respondents.toLocaleString("en")} pairs`,
    runs: 9,
    peer: ["cor, method kendall", 1.9],
    measure: () =>
      cpuSecondsOf(() => {
        const found = kendallCorrelation(x, y, null, 0.95);
        if (found.kind !== "estimated") throw new Error(found.kind);
      }),
  };
}

function mahalanobis(): Case {
  const answers = named(100_000, [4, 5, 4, 4, 5], 7);
  return {
    name: `Mahalanobis distances, ${questions} × 100,000`,
    runs: 5,
    measure: () =>
      cpuSecondsOf(() => {
        const found = mahalanobisDistances(answers);
        if (found.kind !== "estimated") throw new Error(found.kind);
      }),
  };
}
