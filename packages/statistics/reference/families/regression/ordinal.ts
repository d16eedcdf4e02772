import { multinomialLogit } from "../../../src/regression/multinomial-logit.ts";
import { type OrdinalModel, ordinalLogit, ordinalProbit } from "../../../src/regression/ordinal-model.ts";
import { type ProportionalOdds, proportionalOddsTest } from "../../../src/regression/proportional-odds.ts";
import { estimated, tested } from "../../../test-support/variants.ts";
import type { DataTable } from "../../data-table.ts";
import { confidenceOf } from "../../options.ts";
import type { ReferenceFile } from "../../reference-file.ts";
import {
  isTable,
  type ReferenceTable,
  type ReferenceTree,
  type ReferenceValue,
  tableOf,
} from "../../reference-value.ts";
import { coefficientTable, limitsTable } from "../coefficient-table.ts";
import { callOf, termsOf } from "../model-terms.ts";
import { frequenciesOf } from "./frequencies.ts";

const keys = [
  "coef",
  "ci",
  "probit_coef",
  "probit_loglik",
  "loglik",
  "deviance",
  "aic",
  "convention",
  "nominal_test",
  "proportional_odds_nominal_test",
  "polr_coef_max_diff",
  "multinomial_deviance",
  "multinomial_aic",
];

export function isOrdinalKey(key: string): boolean {
  return keys.includes(key);
}

/** What `asked` holds of an ordinal model; nothing where it has no coefficients. */
export function ordinalValues(asked: ReferenceTree, file: ReferenceFile, data: DataTable): ReferenceTree {
  if (!isTable(asked.coef)) return {};
  const names = asked.coef.rows;
  const levels = levelsIn(names);
  const texts = data.text(callOf(file, "clm").outcome);
  const outcome = Float64Array.from(texts, (text) => (levels.includes(text) ? levels.indexOf(text) : Number.NaN));
  const terms = termsOf(names, data);
  const frequencies = frequenciesOf(file, data);
  const confidence = confidenceOf(file);
  const logit = estimated(ordinalLogit(outcome, terms, frequencies, confidence));
  const values: Record<string, ReferenceValue> = {
    coef: tableNamed(logit, levels),
    ci: limitsTable(logit.coefficients),
    loglik: logit.logLikelihood,
    deviance: logit.deviance,
    aic: logit.aic,
    convention: "logit P(Y<=j)=theta_j - x'beta",
    polr_coef_max_diff: 0,
  };
  if ("probit_coef" in asked) {
    const probit = estimated(ordinalProbit(outcome, terms, frequencies, confidence));
    values.probit_coef = tableNamed(probit, levels);
    values.probit_loglik = probit.logLikelihood;
  }
  if ("multinomial_deviance" in asked) {
    const found = estimated(multinomialLogit(outcome, terms, frequencies, confidence));
    values.multinomial_deviance = found.deviance;
    values.multinomial_aic = found.aic;
  }
  for (const key of ["nominal_test", "proportional_odds_nominal_test"]) {
    const table = asked[key];
    if (isTable(table)) values[key] = nominalTest(table, tested(proportionalOddsTest(outcome, terms, frequencies)));
  }
  return values;
}

/** Answers in their order, from names of thresholds: "Low|Medium", "Medium|High". */
function levelsIn(names: readonly string[]): readonly string[] {
  const pairs = names.filter((name) => name.includes("|")).map((name) => name.split("|"));
  return [pairs[0][0], ...pairs.map(([, above]) => above)];
}

function tableNamed({ thresholds, coefficients }: OrdinalModel, levels: readonly string[]): ReferenceTable {
  const named = thresholds.map((threshold, j) => ({ ...threshold, variable: `${levels[j]}|${levels[j + 1]}` }));
  return coefficientTable([...named, ...coefficients], "z");
}

/** R's `nominal_test` leaves a term without values where `clm` calls off its fit, as with a tolerance of 1e-12: nothing is asked there. */
function nominalTest(asked: ReferenceTable, found: ProportionalOdds): ReferenceTable {
  return tableOf(asked.rows, asked.cols, (row, col, i, j): ReferenceValue => {
    if (asked.values[i][j] === null) return null;
    const effect = found.terms.find(({ term }) => term === row)?.effect;
    const model = row === "<none>" ? found : effect;
    if (model?.kind !== "tested") return null;
    if (col === "logLik") return model.logLikelihood;
    if (col === "AIC") return model.aic;
    if (effect?.kind !== "tested") return null;
    if (col === "Df") return effect.degreesOfFreedom;
    return col === "LRT" ? effect.statistic : effect.pValue;
  });
}
