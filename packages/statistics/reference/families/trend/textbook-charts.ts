import { proportionChart } from "../../../src/trend/p-chart.ts";
import { runsOnOneSide } from "../../../src/trend/run-rules.ts";
import { exactXmrConstants, roundedXmrConstants, xmrChart } from "../../../src/trend/xmr-chart.ts";
import { estimated } from "../../../test-support/variants.ts";
import type { DataTable } from "../../data-table.ts";
import { numbersAt, treeAt } from "../../options.ts";
import type { ReferenceFile } from "../../reference-file.ts";
import type { ReferenceTree } from "../../reference-value.ts";

export function textbookCharts(file: ReferenceFile): ReferenceTree {
  const entries = Object.keys(file.values).map((key) => {
    const asked = treeAt(file.values, key);
    const values = "nonconforming" in asked ? countChart(asked) : singleValues(key, asked, file);
    return [key, values] as const;
  });
  return Object.fromEntries(entries);
}

/** Counts and the size of the samples are inputs, one size for all or one each. */
function countChart(asked: ReferenceTree): ReferenceTree {
  const nonconforming = numbersAt(asked, "nonconforming");
  const sizes = typeof asked.n === "number" ? nonconforming.map(() => Number(asked.n)) : numbersAt(asked, "n");
  const { centre, reaches, limits, out } = estimated(proportionChart(nonconforming, sizes));
  const isOneSize = typeof asked.n === "number";
  return {
    nonconforming,
    n: isOneSize ? sizes[0] : sizes,
    pbar: centre,
    ucl: isOneSize ? centre + reaches[0] : Array.from(reaches, (reach) => centre + reach),
    lcl: isOneSize ? limits[0].lower : limits.map(({ lower }) => lower),
    out_samples: out.map((place) => place + 1),
  };
}

function singleValues(key: string, asked: ReferenceTree, file: ReferenceFile): ReferenceTree {
  const values = seriesOf(key.replace(/_xmr$/, ""), file);
  const rounded = estimated(xmrChart(values, roundedXmrConstants));
  const exact = estimated(xmrChart(values, exactXmrConstants));
  const runs = Object.keys(asked).flatMap((name) => {
    const [, length] = /runs_of_(\d+)$/.exec(name) ?? [];
    if (length === undefined) return [];
    const found = runsOnOneSide(values, rounded.mean, Number(length));
    return [[name, found.map(({ first, last }) => [first + 1, last + 1])] as const];
  });
  return {
    mean: rounded.mean,
    mr_bar: rounded.meanMovingRange,
    unpl_266: rounded.limits.upper,
    lnpl_266: rounded.limits.lower,
    ucl_mr_3267: rounded.movingRangeLimit,
    unpl_exact: exact.limits.upper,
    lnpl_exact: exact.limits.lower,
    ucl_mr_exact: exact.movingRangeLimit,
    out_266: rounded.out.map((place) => place + 1),
    out_exact: exact.out.map((place) => place + 1),
    ...Object.fromEntries(runs),
  };
}

/** The last column of the CSV of that name, whatever its capitals. */
function seriesOf(name: string, file: ReferenceFile): Float64Array {
  const names = file.dataset.match(/[^\s,;()]+\.csv/g) ?? [];
  const own = names.find((each) => each.toLowerCase() === `${name.toLowerCase()}.csv`) ?? names[0];
  const table: DataTable = file.data(own ?? `${name}.csv`);
  return table.numbers(table.names[table.names.length - 1]);
}
