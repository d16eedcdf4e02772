import { describe, it } from "vitest";
import { numberColumn, readCsv } from "../../test-support/csv.ts";
import { expectGolden } from "../../test-support/expect-golden.ts";
import type { GoldenValue } from "../../test-support/golden.ts";
import { attributes, readSynthSurvey } from "../../test-support/synth-survey.ts";
import { estimated } from "../../test-support/variants.ts";
import type { Moments } from "../moments/moments.ts";
import { momentsOf } from "../moments/moments.ts";
import { firstLastPratt } from "./first-last-pratt.ts";
import { johnsonRelativeWeights } from "./johnson.ts";
import type { Coefficient } from "./linear-regression.ts";
import { linearRegression } from "./linear-regression.ts";
import { lmg } from "./lmg.ts";

function coefficientTable(moments: Moments): GoldenValue {
  const { intercept, coefficients } = estimated(linearRegression(moments, 0));
  const all: readonly Coefficient[] = [intercept, ...coefficients];
  return {
    rows: all.map(({ variable }) => variable),
    cols: ["Estimate", "Std. Error", "t value", "Pr(>|t|)"],
    values: all.map(({ value, standardError, statistic, pValue }) => [value, standardError, statistic, pValue]),
  };
}

function importanceRows(moments: Moments): Record<string, number[]> {
  const simple = estimated(firstLastPratt(moments, 0));
  return {
    lmg: [...estimated(lmg(moments, 0)).raw],
    johnson: [...estimated(johnsonRelativeWeights(moments, 0)).raw],
    first: [...simple.first],
    last: [...simple.last],
    betasq: [...simple.squaredBeta],
    pratt: [...simple.pratt],
  };
}

function byPredictor(moments: Moments, values: readonly number[]): GoldenValue {
  return Object.fromEntries(moments.variables.slice(1).map((name, j) => [name, values[j]]));
}

describe("drivers", () => {
  it("of the synthetic survey agree with lm and relaimpo", () => {
    const survey = readSynthSurvey();
    const variables = ["osat", ...attributes];
    const moments = momentsOf({ variables, columns: variables.map((name) => survey.numbers(name)) });
    const regression = estimated(linearRegression(moments, 0));
    const rows = importanceRows(moments);
    const percent = [lmg(moments, 0), johnsonRelativeWeights(moments, 0)].map((result) =>
      [...estimated(result).shares].map((share) => share * 100),
    );
    const standardised = regression.coefficients.map((coefficient) => coefficient.standardised);
    const inflation = regression.coefficients.map(({ varianceInflation }) => varianceInflation);
    expectGolden("synth_public_keydrivers", {
      r2: regression.rSquared,
      adj_r2: regression.adjustedRSquared,
      coef: coefficientTable(moments),
      standardised_beta: byPredictor(moments, standardised),
      vif: byPredictor(moments, inflation),
      importance: {
        rows: ["lmg_shapley", "first", "last", "betasq", "pratt", "johnson_rw", "genizi_relaimpo"],
        cols: attributes,
        values: [rows.lmg, rows.first, rows.last, rows.betasq, rows.pratt, rows.johnson, rows.johnson],
      },
      importance_percent_of_r2: { rows: ["lmg_shapley", "johnson_rw"], cols: attributes, values: percent },
    });
  });

  it("of R's swiss data agree with relaimpo", () => {
    const table = readCsv("packages/statistics/golden/swiss.csv");
    const variables = table.header.slice(1);
    const moments = momentsOf({ variables, columns: variables.map((name) => numberColumn(table, name)) });
    const regression = estimated(linearRegression(moments, 0));
    const rows = importanceRows(moments);
    expectGolden("swiss_relimp", {
      r2: regression.rSquared,
      coef: coefficientTable(moments),
      importance: {
        rows: ["lmg", "last", "first", "betasq", "pratt", "genizi_johnson"],
        cols: variables.slice(1),
        values: [rows.lmg, rows.last, rows.first, rows.betasq, rows.pratt, rows.johnson],
      },
      vif: byPredictor(
        moments,
        regression.coefficients.map(({ varianceInflation }) => varianceInflation),
      ),
    });
  });
});
