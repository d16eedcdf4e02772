import { confirmatoryFactors, type ParameterEstimate } from "../../../src/factors/confirmatory-factors.ts";
import type { MeasurementModel } from "../../../src/factors/confirmatory-model.ts";
import { factorHeterotraitMonotrait, factorReliabilities } from "../../../src/factors/factor-reliability.ts";
import { robustFit } from "../../../src/factors/robust-fit.ts";
import { momentsOf } from "../../../src/moments/moments.ts";
import { estimated } from "../../../test-support/variants.ts";
import { confidenceOf, textsAt, treeAt } from "../../options.ts";
import type { ReferenceFile } from "../../reference-file.ts";
import { isTree, type ReferenceTree, tableOf } from "../../reference-value.ts";
import { surveyOrTable } from "../../survey-or-table.ts";
import type { Tolerance } from "../../tolerance.ts";
import { lavaanMeasures } from "./lavaan-measures.ts";

/** The model stands in the names of its parameters: `visual =~ x1`. */
export function confirmatory(file: ReferenceFile): ReferenceTree {
  const names = textsAt(treeAt(file.values, "parameters"), "names");
  const model = modelIn(names);
  const data = surveyOrTable(file);
  const items = model.factors.flatMap((factor) => factor.items);
  const named = { variables: items, columns: items.map((item) => data.numbers(item)) };
  const fit = estimated(confirmatoryFactors(momentsOf(named), model, confidenceOf(file)));
  const byName = new Map(fit.parameters.map((each) => [nameOf(model, items, each), each]));
  const found = names.map((name) => {
    const each = byName.get(name) ?? byName.get(name.split(" ").toReversed().join(" "));
    if (each === undefined) throw new Error(`no parameter ${name}`);
    return each;
  });
  const robust = robustFit(fit, named);
  const factors = model.factors.map(({ name }) => name);
  return {
    parameters: {
      names,
      est: found.map(({ value }) => value),
      se: found.map(({ uncertainty }) => uncertainty?.standardError ?? 0),
      z: found.map(({ uncertainty }) => uncertainty?.statistic ?? null),
      std_all: found.map(({ standardised }) => standardised),
    },
    fit: lavaanMeasures(fit, isTree(file.values.fit) ? file.values.fit : {}),
    reliability: reliabilityOf(fit, factors),
    htmt: htmtOf(fit, factors),
    mlr:
      robust.kind === "estimated"
        ? {
            "chisq.scaled": robust.chiSquare,
            "chisq.scaling.factor": robust.scaling,
            "pvalue.scaled": robust.pValue,
            "cfi.robust": robust.cfi,
            "rmsea.robust": robust.rmsea,
          }
        : null,
  };
}

function modelIn(names: readonly string[]): MeasurementModel {
  const loadings = names.flatMap((name) => {
    const [, factor, item] = /^(\S+) =~ (\S+)$/.exec(name) ?? [];
    return factor === undefined ? [] : [{ factor, item }];
  });
  const factors = [...new Set(loadings.map(({ factor }) => factor))];
  return {
    factors: factors.map((name) => ({
      name,
      items: loadings.filter(({ factor }) => factor === name).map(({ item }) => item),
    })),
  };
}

function nameOf({ factors }: MeasurementModel, items: readonly string[], { parameter }: ParameterEstimate): string {
  if (parameter.kind === "uniqueness") return `${items[parameter.item]} ~~ ${items[parameter.item]}`;
  if (parameter.kind === "factor-covariance") {
    return `${factors[parameter.first].name} ~~ ${factors[parameter.second].name}`;
  }
  const item = items[parameter.item];
  return `${factors.find((factor) => factor.items.includes(item))?.name} =~ ${item}`;
}

type Fit = Parameters<typeof factorReliabilities>[0];

function reliabilityOf(fit: Fit, factors: readonly string[]) {
  const found = factorReliabilities(fit);
  const rows = {
    alpha: found.map(({ alpha }) => alpha),
    omega: found.map(({ omega }) => omega),
    // semTools' ω with the model's variance of the sum: the same where items of different factors share nothing.
    omega2: found.map(({ omega }) => omega),
    omega3: found.map(({ omegaOfObserved }) => omegaOfObserved),
    avevar: found.map(({ averageVarianceExtracted }) => averageVarianceExtracted),
  };
  return { rows: Object.keys(rows), cols: factors, values: Object.values(rows) };
}

function htmtOf(fit: Fit, factors: readonly string[]) {
  const pairs = factorHeterotraitMonotrait(fit);
  return tableOf(factors, factors, (row, column) => {
    if (row === column) return 1;
    return pairs.find((pair) => pair.factors.includes(row) && pair.factors.includes(column))?.ratio ?? null;
  });
}

export function confirmatoryTolerance([part, key]: readonly string[]): Tolerance | null {
  if (part === "parameters") return { absolute: key === "se" || key === "z" ? 1e-5 : 1e-6, relative: 1e-6 };
  // lavaan's roots of the noncentrality are good to about 1e-4.
  if (key?.startsWith("rmsea.ci")) return { absolute: 1e-6 };
  // The observed information is differentiated numerically on both sides.
  if (part === "mlr") return { relative: 1e-6 };
  if (part === "fit" && key?.includes("pvalue")) return { absolute: 1e-7 };
  return part === "htmt" ? null : { relative: 1e-6, absolute: 1e-9 };
}
