import type { DriverIntervalsResult } from "@manyi/statistics/drivers/driver-intervals";
import type { LocalText } from "@manyi/study/definition/local-text";
import type { DriverParts } from "../../explain/driver-parts.ts";
import { fixed } from "../../format/number.ts";
import type { AnalysisTable, IntervalsChart } from "../../results/analyses.ts";
import { estimate, label, nameColumn, number, numberColumn, row } from "../result/cells.ts";
import { listed } from "../words/bilingual.ts";
import { terms } from "../words/terms.ts";
import { driverTerms as own, driverWords as words } from "./words.ts";

/** Items by their share, largest first. */
function byShare({ lmg }: DriverParts): readonly number[] {
  return [...lmg.shares.keys()].toSorted((a, b) => lmg.shares[b] - lmg.shares[a]);
}

export function driversTable(parts: DriverParts, labels: readonly LocalText[]): AnalysisTable {
  const { fit, tests, lmg, johnson, intervals, correlations } = parts;
  return {
    caption: words.table,
    n: fit.n,
    columns: [
      nameColumn(terms.item),
      ...[
        own.lmg,
        own.johnson,
        own.standardised,
        terms.coefficient,
        terms.pValue,
        own.varianceInflation,
        terms.correlation,
      ].map(numberColumn),
    ],
    rows: byShare(parts).map((i) =>
      row(
        label(labels[i]),
        estimate(lmg.shares[i], intervalAt(intervals.lmg, i), "share"),
        estimate(johnson.shares[i], intervalAt(intervals.johnson, i), "share"),
        number(fit.coefficients[i].standardised, "coefficient"),
        number(fit.coefficients[i].value, "coefficient"),
        number(tests[i]?.pValue, "p-value"),
        number(fit.coefficients[i].varianceInflation, "statistic"),
        number(correlations[i], "coefficient"),
      ),
    ),
    notes: [words.coefficientsNote],
  };
}

/** The same by simpler measures. */
export function measuresTable(parts: DriverParts, labels: readonly LocalText[]): AnalysisTable {
  const { fit, lmg, johnson, simple } = parts;
  return {
    caption: words.measures,
    n: fit.n,
    columns: [
      nameColumn(terms.item),
      ...[own.lmgRaw, own.johnsonRaw, own.first, own.last, own.pratt].map(numberColumn),
    ],
    rows: byShare(parts).map((i) =>
      row(
        label(labels[i]),
        ...[lmg.raw, johnson.raw, simple.first, simple.last, simple.pratt].map((values) =>
          number(values[i], "coefficient"),
        ),
      ),
    ),
    notes: [words.measuresNote],
  };
}

/** An item stands out where the lower limit of its share is above an even one. */
export function sharesChart(parts: DriverParts, labels: readonly LocalText[]): IntervalsChart | null {
  const { lmg, intervals, fit } = parts;
  const { lmg: found } = intervals;
  if (found.kind !== "estimated") return null;
  const even = 1 / labels.length;
  const order = byShare(parts);
  const standOut = order.filter((i) => found.intervals[i].lower > even).map((i) => labels[i]);
  const percent = `${fixed(100 * even, 1)}%`;
  return {
    kind: "intervals",
    title: standOut.length === 0 ? words.chartTitleEven(percent) : words.chartTitle(listed(standOut), percent),
    measure: words.chartMeasure,
    format: "share",
    rows: order.map((i) => {
      const { lower, upper } = found.intervals[i];
      return { label: labels[i], n: fit.n, point: { value: lmg.shares[i], lower, upper } };
    }),
    reference: { value: even, label: words.even },
  };
}

function intervalAt(found: DriverIntervalsResult, i: number) {
  return found.kind === "estimated" ? found.intervals[i] : null;
}
