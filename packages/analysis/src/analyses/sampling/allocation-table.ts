/** A sample shared out among strata. */
import { criticalNormal } from "@manyi/statistics/estimate/interval";
import {
  type Allocation,
  costOptimalAllocation,
  type NoAllocation,
  neymanAllocation,
  proportionalAllocation,
  type Stratum,
  varianceOfStratifiedMean,
} from "@manyi/statistics/sampling/allocation";
import type { AnalysisOf } from "@manyi/study/definition/analyses/analysis-definition";
import { fixed } from "../../format/number.ts";
import type { AnalysisPart } from "../../results/analyses.ts";
import { label, nameColumn, number, numberColumn, row, totalRow } from "../result/cells.ts";
import { caution, reading, tablePart } from "../result/outcomes.ts";
import { samplingTerms as own, samplingWords as words } from "./words.ts";

type Wanted = NonNullable<AnalysisOf<"sampling">["allocation"]>;
type Method = NonNullable<Wanted["method"]>;

/** Neyman's rule gives shares as N·S: with S = 1/N all strata take the same. */
const equalAllocation: typeof neymanAllocation = (strata, n) =>
  neymanAllocation(
    strata.map((stratum) => ({
      ...stratum,
      standardDeviation: stratum.population === 0 ? 0 : 1 / stratum.population,
    })),
    n,
  );

const rules: Readonly<Record<Method, (strata: readonly Stratum[], n: number) => Allocation | NoAllocation>> = {
  proportional: proportionalAllocation,
  neyman: neymanAllocation,
  equal: equalAllocation,
  cost: costOptimalAllocation,
};

export function allocationParts(
  { strata, total, method = "proportional" }: Wanted,
  confidence: number,
): readonly AnalysisPart[] {
  const sizes = strata.map(({ size, standardDeviation, cost }) => ({
    population: size,
    standardDeviation: standardDeviation ?? 0,
    cost: cost ?? 1,
  }));
  const allocation = rules[method](sizes, total);
  if (allocation.kind !== "allocated") return [caution(because(allocation))];
  const customers = sizes.reduce((sum, { population }) => sum + population, 0);
  const { answers } = allocation;
  return [
    tablePart({
      caption: words.allocation(method),
      n: null,
      columns: [
        nameColumn(own.stratum),
        ...[own.size, own.sizeShare, own.allocated, own.allocatedShare].map(numberColumn),
      ],
      rows: [
        ...strata.map((stratum, h) =>
          row(
            label(stratum.label),
            number(stratum.size, "count"),
            number(stratum.size / customers, "share"),
            number(answers[h], "count"),
            number(answers[h] / total, "share"),
          ),
        ),
        totalRow(
          label({ zh: "合计", en: "Total" }),
          number(customers, "count"),
          number(1, "share"),
          number(total, "count"),
          number(1, "share"),
        ),
      ],
      notes: [],
    }),
    ...marginRemark(sizes, total, answers, confidence),
  ];
}

function marginRemark(sizes: readonly Stratum[], total: number, answers: Int32Array, confidence: number) {
  const proportional = proportionalAllocation(sizes, total);
  if (proportional.kind !== "allocated" || sizes.every(({ standardDeviation }) => standardDeviation === 0)) return [];
  const [chosen, usual] = [answers, proportional.answers].map((n) => varianceOfStratifiedMean(sizes, n));
  if (chosen === null || usual === null) return [];
  const margin = (variance: number) => fixed(criticalNormal(confidence) * Math.sqrt(variance), 3);
  return [reading(words.allocationMargin(margin(chosen), margin(usual)))];
}

function because({ kind }: NoAllocation) {
  if (kind === "population-too-small") return words.strataTooSmall;
  return kind === "too-many-strata" ? words.tooManyStrata : words.nothingToAllocate;
}
